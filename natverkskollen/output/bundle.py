"""Everything about an evaluation in one zip file, for the register and the archive."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.dossier.copies import copy_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import BOUND, NETWORKS, is_part, read_content
from natverkskollen.dossier.opening import put_together
from natverkskollen.files.problem import DataError
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.csv_table import Cell, csv_bytes
from natverkskollen.store import Entry, Failed, read_library, store_at
from natverkskollen.store.contract import JOURNAL
from natverkskollen.store.history_names import names_at
from natverkskollen.store.plain_data import json_text, plain
from natverkskollen.store.verifying import journal_of

SUMS = "SHA256SUMS.txt"
_HISTORY = ("version", "tid (UTC)", "vem", "vad", "från", "till")


def bundle(
    folder: Path, evaluation: str, template: str | None = None, by: Principal = LOCAL
) -> bytes | Failed:
    """Every paper, YAML, the answers as CSV, the history and checksums, all of one version."""
    copied = store_at(folder, by).copy(evaluation)
    if isinstance(copied, Failed):
        return copied
    files = {name: raw for name, raw in copied.items() if name == JOURNAL or is_part(name)}
    readings = {
        name: read_content(raw, f"evaluations/{evaluation}/{name}")
        for name, raw in sorted(files.items())
        if is_part(name)
    }
    library = read_library(folder, by)
    dossier, problems = put_together(readings, library.criteria, library.networks)
    if dossier is None:
        told = problems[0]
        return Failed(f"{told.file}: {told.what}", told.remedy)
    files |= _judged_by(folder, dossier, files)
    files |= _papers(folder, dossier, template)
    files["svar.csv"] = answers_csv(dossier)
    lines = journal_of(files.get(JOURNAL)).lines
    names = names_at(folder)  # the journal itself says who by pseudonyms alone
    entries = (line.entry for line in lines)
    files["historik.csv"] = history_csv(
        tuple(replace(each, actor=names.told(each.actor)) for each in entries)
    )
    return zip_bytes(files)


def history_csv(entries: tuple[Entry, ...]) -> bytes:
    """The history as a table: one row per changed field, and per side of a conflict."""
    rows = []
    for entry in entries:
        head = (str(entry.version), f"{entry.when:%Y-%m-%d %H:%M:%S}", entry.actor)
        for change in entry.changes:
            cells = (
                _cell(value) if (copy := copy_words(change.path, value)) is None else copy
                for value in (change.old, change.new)
            )
            rows.append((*head, "/".join(change.path), *cells))
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


def _judged_by(folder: Path, dossier: Dossier, own: Collection[str]) -> dict[str, bytes]:
    """The files that the evaluation rests on, but for what it has a copy of its own of."""
    names = [f"criteria/{dossier.criteria.id}.yaml"] if BOUND not in own else []
    if NETWORKS not in own:
        names += [f"networks/{network}.yaml" for network in dossier.networks]
    return {name: (folder / name).read_bytes() for name in names}


def _papers(folder: Path, dossier: Dossier, template: str | None) -> dict[str, bytes]:
    from natverkskollen.output.papers.render import FORMATS, draft

    try:
        sure = robustness(dossier)
        written = draft(sure.result, folder, template, sure)
        return {
            f"handlingar/{name}": content
            for kind in FORMATS
            for name, content in written.files(kind).items()
        }
    except DataError as error:
        words = "Handlingarna gick inte att skriva:\n"
        return {"handlingar-saknas.txt": (words + str(error) + "\n").encode()}


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, str) else json_text(plain(value))
