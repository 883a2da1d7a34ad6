"""A criteria file before it is used: the set it becomes, or each mistake beside the line it is on.

Nothing is written. A file is used when it lies in criteria/ and holds; that is done by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from natverkskollen.dossier.file_reading import read_content
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.strays import is_room_file
from natverkskollen.editing.revision_words import differences_of
from natverkskollen.editing.rule_differences import rule_differences
from natverkskollen.files.data_folder import names_in
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import read_bytes, read_raw
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.words import counted

ROOM = "criteria"
_ENDINGS = (".yaml", ".yml", ".yaml.txt")
_LONGEST = 90


@dataclass(frozen=True)
class Fault:
    """One mistake with the line as it stands in the file; the line is nought for all of it."""

    problem: Problem
    line: str


@dataclass(frozen=True)
class Preview:
    """What a file would be: the set (None where it has mistakes), and what it would change.

    `place` is where it has to lie to be used; `used` says that it lies there and holds already.
    """

    name: str
    place: str
    criteria: CriteriaSet | None
    faults: tuple[Fault, ...]
    changes: tuple[str, ...]
    used: bool


def files_there(library: Library) -> list[str]:
    """The names in criteria/ that may be meant as criteria, also those that are not used."""
    return [name for name in names_in(library.folder / ROOM) if name.endswith(_ENDINGS)]


def preview_of_file(library: Library, name: str) -> Preview:
    """The preview of a file that lies in criteria/."""
    try:
        raw = read_bytes(library.folder / ROOM / name)
    except OSError as error:
        problem = Problem(f"{ROOM}/{name}", 0, f"filen går inte att läsa ({error.strerror})", "")
        return Preview(name, f"{ROOM}/{name}", None, (Fault(problem, ""),), (), False)
    return preview(library, name, raw, there=True)


def preview(library: Library, name: str, raw: bytes, there: bool = False) -> Preview:
    """The preview of a file by its bytes; `there` says that it lies in criteria/ under the name."""
    told = f"{ROOM}/{name}"
    if there and is_room_file(name):
        reading = read_content(raw, told)
    else:
        reading = read_raw(raw, name, CriteriaSet)
    made: CriteriaSet | None = reading.model
    rows = raw.decode("utf-8-sig", "replace").splitlines()
    faults = tuple(
        Fault(each, _row(rows, each.line)) for each in sorted(reading.problems, key=_line)
    )
    place = f"{ROOM}/{made.id}.yaml" if made else told
    used = there and made is not None and told == place
    now = library.criteria.get(made.id) if made else None
    changes = tuple(_changes(library, made, now)) if made else ()
    return Preview(name, place, made, faults, changes, used)


def _changes(library: Library, new: CriteriaSet, now: CriteriaSet | None) -> Iterator[str]:
    """What would be another than it is in criteria/ now, and what that means, in sentences."""
    if now is None:
        yield "Det finns ingen samling med det id:t i dag. Den blir valbar på Ny utvärdering."
        return
    if now != new:
        yield from rule_differences(now, new)
        for criterion in new.criteria:
            ids = (criterion.id, *criterion.earlier_ids)
            earlier = [found for each in ids if (found := now.criterion(each))]
            was = earlier[0] if earlier else None
            if was is None:
                yield f"{criterion.title}: ett nytt kriterium."
            elif notes := differences_of(now, new, was, criterion):
                yield f"{criterion.title}: {', '.join(notes)}."
        kept = {id_ for each in new.criteria for id_ in (each.id, *each.earlier_ids)}
        for criterion in now.criteria:
            if criterion.id not in kept:
                yield f"{criterion.title}: finns inte längre."
        if now.revision == new.revision:
            yield (
                f"Versionen är fortfarande {new.revision}. Skriv en ny i revision om ändringen kan "
                "påverka ett svar eller ett resultat."
            )
    using = [e.title for e in _evaluations(library) if e.criteria == new.id]
    if using:
        many = counted(len(using), "en utvärdering, som", "utvärderingar, som")
        yield f"Samlingen används i {many} inte ändras förrän någon byter version på Översikt."


def _evaluations(library: Library) -> list[Evaluation]:
    return [dossier.evaluation for dossier in library.dossiers.values()]


def _row(rows: list[str], line: int) -> str:
    """The line as it stands, shortened; empty where the mistake is of the whole file."""
    text = rows[line - 1].rstrip() if 0 < line <= len(rows) else ""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _line(problem: Problem) -> int:
    return problem.line
