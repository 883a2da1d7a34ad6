"""Everything in a data folder, read once per change: criteria, networks, evaluations, problems.

A file with a mistake is told and left out; all the others still open. The criteria and networks
are read at once, each evaluation when somebody asks for it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.header import Header, header_of, read_header
from natverkskollen.dossier.opening import M, Opened, last_opened, names_in, opened, read_file
from natverkskollen.files.file_cache import FileCache
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.reading import read_bytes
from natverkskollen.model.accessibility import read_contact
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network

_POINT_OUT = (
    "Där finns inget att välja bland. Peka ut rätt mapp med --data, eller skapa en utvärdering på "
    "sidan Ny utvärdering"
)


@dataclass(frozen=True)
class Library:
    """What a data folder holds as it was when it was read; `ids` are the evaluations in it."""

    folder: Path
    criteria: Mapping[str, CriteriaSet]
    networks: Mapping[str, Network]
    ids: tuple[str, ...]
    found: tuple[Problem, ...]

    def opened(self, id_: str) -> Opened:
        """The evaluation with this id, or the problems that keep it from being opened."""
        return opened(self.folder, id_, self.criteria, self.networks)

    def is_read(self, id_: str) -> bool:
        """Whether the evaluation has been read in full, by anybody, since the program started."""
        return last_opened(self.folder, id_) is not None

    @cached_property
    def headers(self) -> dict[str, Header]:
        """What each evaluation is called; left out are those known to be impossible to open."""
        found = {id_: self._header(id_) for id_ in self.ids}
        return {id_: header for id_, header in found.items() if header}

    def _header(self, id_: str) -> Header | None:
        path = self.folder / "evaluations" / id_ / "evaluation.yaml"
        before = last_opened(self.folder, id_)
        broken = before is not None and before[0] is None
        header = _HEADERS.get(path, path, lambda: read_bytes(path), _header_of)
        if header is None or broken:
            dossier = self.opened(id_)[0]
            return header_of(dossier.evaluation) if dossier else None
        return header

    @cached_property
    def dossiers(self) -> dict[str, Dossier]:
        """Every evaluation that can be opened, each read in full."""
        found = {id_: self.opened(id_)[0] for id_ in self.ids}
        return {id_: dossier for id_, dossier in found.items() if dossier}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem in the folder; each evaluation is read in full."""
        return self.problems_of(self.ids)

    def problems_of(self, ids: tuple[str, ...]) -> tuple[Problem, ...]:
        """The problems in the criteria, in the networks and in some of the evaluations."""
        told = (problem for id_ in ids for problem in self.opened(id_)[1])
        return tuple(sorted({*self.found, *told}))

    @property
    def empty(self) -> bool:
        """Whether the folder holds nothing at all, not even a file with a mistake."""
        return not (self.criteria or self.networks or self.ids or self.found)

    def dossier(self, evaluation: str) -> Dossier:
        """The evaluation with this id; DataError with its problems where it cannot be opened."""
        dossier, problems = self.opened(evaluation) if evaluation in self.ids else (None, ())
        if dossier:
            return dossier
        raise DataError(list(problems) or [_missing("utvärderingen", evaluation, self.dossiers)])

    def network(self, id_: str) -> Network:
        """The network with this id; DataError with its problems where it cannot be opened."""
        if id_ in self.networks:
            return self.networks[id_]
        found = [problem for problem in self.found if problem.file == f"networks/{id_}.yaml"]
        raise DataError(found or [_missing("nätverket", id_, self.networks)])


def read_library(folder: Path) -> Library:
    """The data folder as it is now; files that are the same as before are not read again."""
    problems: list[Problem] = []
    criteria = _room(folder, "criteria", CriteriaSet, problems)
    networks = _room(folder, "networks", Network, problems)
    problems += read_contact(folder).problems
    evaluations = folder / "evaluations"
    place = str(evaluations)
    ids = tuple(
        name
        for name in names_in(evaluations)
        if os.path.exists(os.path.join(place, name, "evaluation.yaml"))
    )
    return Library(folder, criteria, networks, ids, tuple(problems))


def judged_by(
    folder: Path, evaluation: Evaluation
) -> tuple[dict[str, CriteriaSet], dict[str, Network]]:
    """The criteria set and the networks one evaluation names, those of them that can be read."""
    criteria: dict[str, CriteriaSet] = {}
    networks: dict[str, Network] = {}
    path = folder / "criteria" / f"{evaluation.criteria}.yaml"
    if found := read_file(folder, path, CriteriaSet, path.stem).model:
        criteria[path.stem] = found
    for membership in evaluation.memberships:
        path = folder / "networks" / f"{membership.network}.yaml"
        if network := read_file(folder, path, Network, path.stem).model:
            networks[path.stem] = network
    return criteria, networks


def _room(folder: Path, room: str, model: type[M], problems: list[Problem]) -> dict[str, M]:
    found: dict[str, M] = {}
    for name in names_in(folder / room):
        path = folder / room / name
        if not name.endswith(".yaml"):
            continue
        reading = read_file(folder, path, model, path.stem)
        problems += reading.problems
        if reading.model is not None:
            found[path.stem] = reading.model
    return found


def _header_of(raw: bytes | None) -> Header | None:
    return read_header(raw) if raw else None


def _missing(kind: str, id_: str, known: Mapping[str, object]) -> Problem:
    remedy = f"Välj bland: {', '.join(known)}" if known else _POINT_OUT
    return Problem(id_, 0, f"{kind} '{id_}' finns inte i datamappen", remedy)


_HEADERS: FileCache[Header | None] = FileCache()

_ROOMS = ("criteria", "networks", "evaluations")
_EMPTY = Problem(
    "datamappen",
    0,
    "här finns varken criteria, networks eller evaluations",
    "Ange mappen som innehåller dem, eller lägg in programmets egna: python -m natverkskollen init",
)


def check_paths(folder: Path, paths: Sequence[Path]) -> list[Problem]:
    """Every problem in a data folder, or in the files and folders named.

    A named file is judged together with the data folder it lies in, since files point at each
    other; that folder is found from the room (criteria/, networks/, evaluations/) above the file.
    """
    if not paths:
        library = read_library(folder)
        return [_EMPTY] if library.empty else list(library.problems)
    found: list[Problem] = []
    for path in paths:
        whole = path.resolve()
        if not whole.exists():
            found.append(Problem(str(path), 0, "finns inte", "Kontrollera sökvägen"))
        elif any((whole / room).is_dir() for room in _ROOMS):
            found += read_library(whole).problems
        else:
            found += _in_room(path, whole)
    return sorted(set(found))


def _in_room(path: Path, whole: Path) -> list[Problem]:
    for room in (whole, *whole.parents):
        if room.name in _ROOMS:
            name = whole.relative_to(room.parent).as_posix()
            problems = read_library(room.parent).problems
            return [p for p in problems if p.file == name or p.file.startswith(f"{name}/")]
    what = "ligger inte i criteria/, networks/ eller evaluations/"
    return [Problem(str(path), 0, what, "Flytta filen dit, eller ange en datamapp")]
