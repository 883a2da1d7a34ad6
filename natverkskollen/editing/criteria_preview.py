"""A criteria file before it is used: the set it becomes, or each mistake beside the line it is on.

Nothing is written. A file is used when it lies in criteria/ and holds; that is done by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

from natverkskollen.dossier.file_reading import read_content
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.strays import is_room_file
from natverkskollen.editing.criteria_effects import criteria_effects
from natverkskollen.files.data_folder import names_in
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import read_bytes, read_raw
from natverkskollen.model.criteria import CriteriaSet

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
    changes = tuple(criteria_effects(library, made, now)) if made else ()
    return Preview(name, place, made, faults, changes, used)


def _row(rows: list[str], line: int) -> str:
    """The line as it stands, shortened; empty where the mistake is of the whole file."""
    text = rows[line - 1].rstrip() if 0 < line <= len(rows) else ""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _line(problem: Problem) -> int:
    return problem.line
