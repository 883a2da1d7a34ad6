"""Everything in a data folder, read once per change: criteria, networks, evaluations, problems.

A file with a mistake is told and left out; all the others still open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from natverkskollen.accessibility import read_contact
from natverkskollen.answer import AnswerSheet
from natverkskollen.criteria import CriteriaSet
from natverkskollen.evaluation import Evaluation
from natverkskollen.network import Network
from natverkskollen.problem import DataError, Problem
from natverkskollen.reading import Reading, read_model
from natverkskollen.references import dossier_problems

M = TypeVar("M", bound=BaseModel)
_POINT_OUT = (
    "Där finns inget att välja bland. Peka ut rätt mapp med --data, eller skapa en utvärdering på "
    "sidan Ny utvärdering"
)


@dataclass(frozen=True)
class Dossier:
    """One evaluation with what it is judged by: its criteria set, networks and answer sheets."""

    evaluation: Evaluation
    criteria: CriteriaSet
    networks: Mapping[str, Network]
    sheets: Mapping[str, AnswerSheet]


@dataclass(frozen=True)
class Library:
    """What a data folder holds, and every problem found in it."""

    folder: Path
    criteria: Mapping[str, CriteriaSet] = field(default_factory=dict)
    networks: Mapping[str, Network] = field(default_factory=dict)
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the folder holds nothing at all, not even a file with a mistake."""
        return not (self.criteria or self.networks or self.dossiers or self.problems)

    def dossier(self, evaluation: str) -> Dossier:
        """The evaluation with this id; DataError with its problems where it cannot be opened."""
        if evaluation in self.dossiers:
            return self.dossiers[evaluation]
        name = f"evaluations/{evaluation}/"
        found = [problem for problem in self.problems if problem.file.startswith(name)]
        raise DataError(found or [_missing("utvärderingen", evaluation, self.dossiers)])

    def network(self, id_: str) -> Network:
        """The network with this id; DataError with its problems where it cannot be opened."""
        if id_ in self.networks:
            return self.networks[id_]
        found = [problem for problem in self.problems if problem.file == f"networks/{id_}.yaml"]
        raise DataError(found or [_missing("nätverket", id_, self.networks)])


def read_library(folder: Path) -> Library:
    """Read every file in a data folder."""
    problems: list[Problem] = []
    criteria = _room(folder, "criteria", CriteriaSet, problems)
    networks = _room(folder, "networks", Network, problems)
    problems += read_contact(folder).problems
    dossiers: dict[str, Dossier] = {}
    for path in sorted((folder / "evaluations").glob("*/evaluation.yaml")):
        dossier, found = _dossier(folder, path, criteria, networks)
        problems += found
        if dossier:
            dossiers[path.parent.name] = dossier
    return Library(folder, criteria, networks, dossiers, tuple(sorted(set(problems))))


def judged_by(
    folder: Path, evaluation: Evaluation
) -> tuple[dict[str, CriteriaSet], dict[str, Network]]:
    """The criteria set and the networks one evaluation names, those of them that can be read."""
    criteria: dict[str, CriteriaSet] = {}
    networks: dict[str, Network] = {}
    path = folder / "criteria" / f"{evaluation.criteria}.yaml"
    if found := _read(folder, path, CriteriaSet, path.stem).model:
        criteria[path.stem] = found
    for membership in evaluation.memberships:
        path = folder / "networks" / f"{membership.network}.yaml"
        if network := _read(folder, path, Network, path.stem).model:
            networks[path.stem] = network
    return criteria, networks


def _dossier(
    folder: Path,
    path: Path,
    criteria: Mapping[str, CriteriaSet],
    networks: Mapping[str, Network],
) -> tuple[Dossier | None, list[Problem]]:
    reading = _read(folder, path, Evaluation, path.parent.name)
    sheets = [
        _read(folder, sheet, AnswerSheet) for sheet in sorted(path.parent.glob("answers/*.yaml"))
    ]
    problems = [problem for each in (reading, *sheets) for problem in each.problems]
    evaluation = reading.model
    if evaluation is None:
        return None, problems
    problems += dossier_problems(reading, sheets, criteria, networks)
    if problems or any(sheet.model is None for sheet in sheets):
        return None, problems
    used = {m.network: networks[m.network] for m in evaluation.memberships}
    answers = {sheet.model.assessor: sheet.model for sheet in sheets if sheet.model}
    return Dossier(evaluation, criteria[evaluation.criteria], used, answers), []


def _room(folder: Path, room: str, model: type[M], problems: list[Problem]) -> dict[str, M]:
    found: dict[str, M] = {}
    for path in sorted((folder / room).glob("*.yaml")):
        reading = _read(folder, path, model, path.stem)
        problems += reading.problems
        if reading.model is not None:
            found[path.stem] = reading.model
    return found


def _read(folder: Path, path: Path, model: type[M], id_: str | None = None) -> Reading[M]:
    name = path.relative_to(folder).as_posix()
    try:
        stat = path.stat()
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    except OSError:
        stamp = (0, 0, 0)
    reading = _read_once(path, name, model, stamp)
    if reading.model is None or id_ is None or getattr(reading.model, "id", id_) == id_:
        return reading
    place = "mappen" if model is Evaluation else "filen"
    wrong = reading.problem(
        ("id",), f"id är inte detsamma som namnet på {place}, '{id_}'", f"Skriv id: {id_}"
    )
    return Reading(name, None, reading.tree, (wrong,))


@lru_cache(maxsize=2048)
def _read_once(path: Path, name: str, model: type[M], stamp: tuple[int, ...]) -> Reading[M]:
    """One reading per version of a file: the stamp changes when the file does."""
    return read_model(path, name, model)


def _missing(kind: str, id_: str, known: Mapping[str, object]) -> Problem:
    remedy = f"Välj bland: {', '.join(known)}" if known else _POINT_OUT
    return Problem(id_, 0, f"{kind} '{id_}' finns inte i datamappen", remedy)
