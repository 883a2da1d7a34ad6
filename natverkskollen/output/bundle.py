"""Everything about an evaluation in one zip file, for the register and the archive."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import BOUND, NETWORKS, is_part, read_content
from natverkskollen.dossier.opening import put_together
from natverkskollen.files.problem import DataError
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.history_csv import history_csv
from natverkskollen.store import Failed, read_library, store_at
from natverkskollen.store.contract import JOURNAL
from natverkskollen.store.history_names import names_at
from natverkskollen.store.verifying import journal_of

SUMS = "SHA256SUMS.txt"


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
