"""One evaluation put together from its files, and kept for as long as they are the same."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from natverkskollen.dossier.counted_answers import split
from natverkskollen.dossier.criteria_copy import BOUND
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.references import dossier_problems, outdated
from natverkskollen.files.file_cache import FileCache
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import Reading, read_bytes, read_model, read_raw
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network

M = TypeVar("M", bound=BaseModel)


Opened = tuple[Dossier | None, tuple[Problem, ...]]


def opened(
    folder: Path, id_: str, criteria: Mapping[str, CriteriaSet], networks: Mapping[str, Network]
) -> Opened:
    """One evaluation, put together anew only where something it rests on is another object."""
    file, answers, copy = _places(folder, id_)
    reading = read_file(folder, file, Evaluation, id_)
    names = [name for name in names_in(answers) if name.endswith(".yaml")]
    sheets = [read_file(folder, _joined(answers, name), AnswerSheet) for name in names]
    bound = read_file(folder, copy, CriteriaSet) if os.path.isfile(copy) else None
    evaluation = reading.model
    used = [m.network for m in evaluation.memberships] if evaluation else []
    live = criteria.get(evaluation.criteria) if evaluation else None
    parts = (reading, bound, live, *sheets, *(networks.get(name) for name in used))
    kept = _OPENED.get((folder, id_))
    if kept and len(kept[0]) == len(parts) and all(map(_is, kept[0], parts)):
        return kept[1]
    made = _put_together(reading, sheets, bound, criteria, networks)
    _OPENED[folder, id_] = parts, made
    return made


@lru_cache(maxsize=4096)
def _places(folder: Path, id_: str) -> tuple[Path, Path, Path]:
    """The evaluation's file, its answers and its copy; joining paths costs more than a stat."""
    place = folder / "evaluations" / id_
    return place / "evaluation.yaml", place / "answers", place / BOUND


@lru_cache(maxsize=16384)
def _joined(folder: Path, name: str) -> Path:
    return folder / name


def _put_together(
    reading: Reading[Evaluation],
    sheets: list[Reading[AnswerSheet]],
    bound: Reading[CriteriaSet] | None,
    criteria: Mapping[str, CriteriaSet],
    networks: Mapping[str, Network],
) -> Opened:
    readings = (reading, *sheets, *((bound,) if bound else ()))
    problems = [problem for each in readings for problem in each.problems]
    evaluation = reading.model
    if evaluation is None:
        return None, tuple(problems)
    problems += dossier_problems(reading, sheets, criteria, networks, bound)
    if problems or any(sheet.model is None for sheet in sheets):
        return None, tuple(problems)
    used = {m.network: networks[m.network] for m in evaluation.memberships}
    answers = {sheet.model.assessor: sheet.model for sheet in sheets if sheet.model}
    now = criteria.get(evaluation.criteria)
    judged_with = bound.model if bound and bound.model else criteria[evaluation.criteria]
    counted, aside = split(evaluation, judged_with, answers)
    same = now == judged_with and not outdated(evaluation, judged_with)
    revised = None if same else now
    return Dossier(evaluation, judged_with, used, counted, aside, revised), ()


def read_file(folder: Path, path: Path, model: type[M], id_: str | None = None) -> Reading[M]:
    """A file as a model; told as a problem where it says another id than `id_`, its name."""

    def made(raw: bytes | None) -> Reading[M]:
        name = path.relative_to(folder).as_posix()
        reading = read_model(path, name, model) if raw is None else read_raw(raw, name, model)
        return reading if id_ is None else _named(reading, model, id_)

    found: Reading[M] = _READINGS.get((path, model), path, lambda: read_bytes(path), made)
    return found


def _named(reading: Reading[M], model: type[M], id_: str) -> Reading[M]:
    """The reading, with a problem where the file says another id than its name."""
    if reading.model is None or getattr(reading.model, "id", id_) == id_:
        return reading
    place = "mappen" if model is Evaluation else "filen"
    wrong = reading.problem(
        ("id",), f"id är inte detsamma som namnet på {place}, '{id_}'", f"Skriv id: {id_}"
    )
    return Reading(reading.name, None, reading.tree, (wrong,))


def names_in(folder: Path) -> list[str]:
    """The names in a folder in order, without hidden ones; none where there is no folder."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return []


def last_opened(folder: Path, id_: str) -> Opened | None:
    """What the evaluation was when somebody last asked for it; None where nobody has."""
    kept = _OPENED.get((folder, id_))
    return kept[1] if kept else None


def _is(one: object, other: object) -> bool:
    return one is other


# Shared by all sessions: what is kept is a pure function of the files.
_READINGS: FileCache[Any] = FileCache()
_OPENED: dict[tuple[Path, str], tuple[tuple[object, ...], Opened]] = {}
