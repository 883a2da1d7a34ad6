"""A copy of the whole data folder that can be checked, and the way back from it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from natverkskollen import __version__
from natverkskollen.files.data_folder import EVALUATIONS, ROOMS
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import clock, disk, lock
from natverkskollen.store.area import ROOT_FILES
from natverkskollen.store.contract import JOURNAL
from natverkskollen.store.door import store_at
from natverkskollen.store.shared import still
from natverkskollen.store.unpacking import ANOTHER, unpacked
from natverkskollen.store.verifying import journal_of, journal_problems

MANIFEST = "manifest.json"


def backup(folder: Path, target: Path, by: Principal = LOCAL) -> Path:
    """Write a zip of the data folder, each evaluation copied while nobody can write it.

    `by` asks for it; DataError where everything is not theirs to copy.

    `target` is the zip file to make (never an existing one) or a folder to put a dated one in.
    """
    now = clock.now()
    if target.is_dir():
        target = target / f"natverkskollen-{now:%Y%m%dT%H%M%SZ}.zip"
    if target.exists():
        raise DataError([Problem(str(target), 0, "filen finns redan", "Välj ett annat namn")])
    files = all_files(folder, by)
    if not files:
        what = "datamappen är tom, så det finns inget att kopiera"
        raise DataError([Problem(str(folder), 0, what, "Peka ut rätt mapp med --data")])
    manifest = {
        "format": 1,
        "program": __version__,
        "at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "files": {name: hashlib.sha256(raw).hexdigest() for name, raw in sorted(files.items())},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        for name, raw in sorted(files.items()):
            archive.writestr(name, raw)
    try:
        disk.write_atomically(target, packed.getvalue())
    except OSError as error:
        what = f"säkerhetskopian går inte att skriva ({error.strerror})"
        raise DataError([Problem(str(target), 0, what, "Välj en annan plats")]) from None
    return target


def backup_problems(path: Path) -> tuple[Problem, ...]:
    """What is wrong with a backup: a file missing, changed or added, or a history that breaks."""
    try:
        _checked(path)
    except DataError as error:
        return tuple(error.problems)
    return ()


def restore_to(path: Path, folder: Path) -> int:
    """Unpack a backup that holds into a new or empty folder; how many files it had."""
    files = _checked(path)
    lay(files, folder)
    return len(files)


def refuse_unless_empty(folder: Path) -> None:
    """DataError where there is anything in a folder."""
    if folder.exists() and any(folder.iterdir()):
        what = "mappen är inte tom"
        raise DataError([Problem(str(folder), 0, what, "Ange en ny mapp, och byt sedan till den")])


def lay(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by their names into a new or empty folder; DataError where it is not."""
    refuse_unless_empty(folder)
    try:
        for name, raw in files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            disk.write_atomically(place, raw)
    except OSError as error:
        what = f"det går inte att skriva här ({error.strerror})"
        raise DataError([Problem(str(folder), 0, what, "Välj en annan mapp")]) from None


def all_files(folder: Path, by: Principal) -> dict[str, bytes]:
    """Every file in a data folder by its name there, each evaluation while nobody can write it."""
    with still(folder):
        return dict(_files(folder, by))


def _files(folder: Path, by: Principal) -> Iterator[tuple[str, bytes]]:
    for name, raw in store_at(folder, by).everything():
        yield f"{EVALUATIONS}/{name}", raw
    for alone in ROOT_FILES:
        if (own := disk.read_bytes(folder / alone)) is not None:
            yield alone, own
    for room in ROOMS:
        if room != EVALUATIONS:
            for name, raw in disk.files_within(folder / room):
                if not name.startswith(f"{lock.FOLDER}/"):
                    yield f"{room}/{name}", raw


def _checked(path: Path) -> dict[str, bytes]:
    files, problems = unpacked(path, MANIFEST)
    try:
        manifest = {str(n): str(s) for n, s in json.loads(files.pop(MANIFEST))["files"].items()}
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        what = "filen är inte en säkerhetskopia från Nätverkskollen, eller är skadad"
        raise DataError([Problem(path.name, 0, what, ANOTHER), *problems]) from None
    broken = {problem.file for problem in problems}
    for name in sorted(manifest.keys() | files.keys() - broken):
        if name in broken:
            continue
        if name not in files:
            problems.append(Problem(name, 0, "filen saknas i säkerhetskopian", ANOTHER))
        elif name not in manifest:
            problems.append(Problem(name, 0, "filen är tillagd i efterhand", ANOTHER))
        elif hashlib.sha256(files[name]).hexdigest() != manifest[name]:
            problems.append(Problem(name, 0, "filen är ändrad i efterhand", ANOTHER))
        elif name.endswith(f"/{JOURNAL}"):
            problems += journal_problems(journal_of(files[name]), name)
    if problems:
        raise DataError(problems)
    return files
