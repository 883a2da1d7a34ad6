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

from natverkskollen.answer import AnswerSheet
from natverkskollen.bound_criteria import BOUND
from natverkskollen.criteria import CriteriaSet
from natverkskollen.evaluation import Evaluation
from natverkskollen.network import Network
from natverkskollen.problem import DataError, Problem
from natverkskollen.reading import Reading, read_model
from natverkskollen.references import dossier_problems, outdated
from natverkskollen.set_aside import SetAside, split

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Dossier:
    """One evaluation with what it is judged by: its criteria set, networks and answer sheets.

    `sheets` hold the answers that count, `aside` those that are kept and do not. `revised` is the
    set as it stands in criteria/ now, where that is another than the one the evaluation was
    scored with; `criteria` is then the evaluation's own copy, or the same where it has none.
    """

    evaluation: Evaluation
    criteria: CriteriaSet
    networks: Mapping[str, Network]
    sheets: Mapping[str, AnswerSheet]
    aside: tuple[SetAside, ...] = ()
    revised: CriteriaSet | None = None


@dataclass(frozen=True)
class Library:
    """What a data folder holds, and every problem found in it."""

    folder: Path
    criteria: Mapping[str, CriteriaSet] = field(default_factory=dict)
    networks: Mapping[str, Network] = field(default_factory=dict)
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

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
    dossiers: dict[str, Dossier] = {}
    for path in sorted((folder / "evaluations").glob("*/evaluation.yaml")):
        dossier, found = _dossier(folder, path, criteria, networks)
        problems += found
        if dossier:
            dossiers[path.parent.name] = dossier
    if not (criteria or networks or dossiers or problems):
        problems.append(
            Problem(
                "datamappen",
                0,
                "här finns varken criteria, networks eller evaluations",
                "Ange mappen som innehåller dem",
            )
        )
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
    copy = path.with_name(BOUND)
    bound = _read(folder, copy, CriteriaSet) if copy.is_file() else None
    problems += bound.problems if bound else ()
    evaluation = reading.model
    if evaluation is None:
        return None, problems
    problems += dossier_problems(reading, sheets, criteria, networks, bound)
    if problems or any(sheet.model is None for sheet in sheets):
        return None, problems
    used = {m.network: networks[m.network] for m in evaluation.memberships}
    answers = {sheet.model.assessor: sheet.model for sheet in sheets if sheet.model}
    now = criteria.get(evaluation.criteria)
    judged_with = bound.model if bound and bound.model else criteria[evaluation.criteria]
    counted, aside = split(evaluation, judged_with, answers)
    same = now == judged_with and not outdated(evaluation, judged_with)
    revised = None if same else now
    return Dossier(evaluation, judged_with, used, counted, aside, revised), []


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
    names = ", ".join(known) or "inga"
    return Problem(id_, 0, f"{kind} '{id_}' finns inte i datamappen", f"Välj bland: {names}")
