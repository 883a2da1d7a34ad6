"""Everything about an evaluation in one zip file, for the register and the archive."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.dossier.criteria_copy import BOUND, copy_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import read_library
from natverkskollen.files.problem import DataError
from natverkskollen.output.answers_csv import answers_csv, csv_bytes
from natverkskollen.store import Entry, Failed, YamlStore
from natverkskollen.store.disk import read_bytes
from natverkskollen.store.plain_data import json_text, plain
from natverkskollen.store.recovery import JOURNAL, Contents

SUMS = "SHA256SUMS.txt"
_TRIES = 3
_HISTORY = ("version", "tid (UTC)", "vem", "vad", "från", "till")


def bundle(folder: Path, evaluation: str, template: str = "huddinge") -> bytes | Failed:
    """Memo, YAML, the answers as CSV, the history and checksums, all of one version."""
    store = YamlStore(folder)

    def copied(contents: Contents) -> dict[str, bytes]:
        place = folder / "evaluations" / evaluation
        files = dict(contents.raws)
        if history := read_bytes(place / JOURNAL):
            files[JOURNAL] = history
        return files

    for _ in range(_TRIES):
        before = store.get(evaluation)
        if isinstance(before, Failed):
            return before
        files = store.locked_contents(evaluation, copied)
        if isinstance(files, Failed):
            return files
        try:
            dossier = read_library(folder).dossier(evaluation)
        except DataError as error:
            told = error.problems[0]
            return Failed(f"{told.file}: {told.what}", told.remedy)
        files |= _judged_by(folder, dossier)
        files |= _memo(folder, dossier, template)
        files["svar.csv"] = answers_csv(dossier)
        history = store.history(evaluation)
        if isinstance(history, tuple):
            files["historik.csv"] = history_csv(history)
        after = store.get(evaluation)
        if not isinstance(after, Failed) and after.hash == before.hash:
            return zip_bytes(files)
    return Failed("någon ändrar utvärderingen just nu", "Vänta en stund och försök igen")


def history_csv(entries: tuple[Entry, ...]) -> bytes:
    """The history as a table: one row per changed field, and per side of a conflict."""
    rows = []
    for entry in entries:
        head = (str(entry.version), f"{entry.when:%Y-%m-%d %H:%M:%S}", entry.actor)
        for change in entry.changes:
            cell = _copy if change.path == ("criteria",) else _cell
            rows.append((*head, "/".join(change.path), cell(change.old), cell(change.new)))
        for clash in entry.clashes:
            what = f"{'/'.join(clash.path)} (krock, inte sparat)"
            rows.append((*head, what, _cell(clash.theirs), _cell(clash.mine)))
    return csv_bytes(_HISTORY, rows)


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """A zip of some files with their checksums; the same files give the same bytes."""
    sums = "".join(f"{hashlib.sha256(raw).hexdigest()}  {n}\n" for n, raw in sorted(files.items()))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in sorted({**files, SUMS: sums.encode()}.items()):
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _judged_by(folder: Path, dossier: Dossier) -> dict[str, bytes]:
    names = [f"networks/{network}.yaml" for network in dossier.networks]
    if not (folder / "evaluations" / dossier.evaluation.id / BOUND).is_file():
        names.append(f"criteria/{dossier.criteria.id}.yaml")
    found = {name: read_bytes(folder / name) for name in names}
    return {name: raw for name, raw in found.items() if raw is not None}


def _memo(folder: Path, dossier: Dossier, template: str) -> dict[str, bytes]:
    from natverkskollen.output.papers.render import FORMATS

    try:
        sure = robustness(dossier)
        return {
            f"tjansteskrivelse.{name}": write(sure.result, folder, template, sure)
            for name, write in FORMATS.items()
        }
    except DataError as error:
        words = "Tjänsteskrivelsen gick inte att skriva:\n"
        return {"tjansteskrivelse-saknas.txt": (words + str(error) + "\n").encode()}


def _copy(value: object) -> str:
    return copy_words(str(value)) if value else ""


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json_text(plain(value))
