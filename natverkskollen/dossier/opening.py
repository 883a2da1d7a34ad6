"""One evaluation put together from its files, and kept for as long as they are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from natverkskollen.dossier.blind_phase import withheld
from natverkskollen.dossier.counted_answers import split
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import (
    BOUND,
    EVALUATION,
    NETWORKS,
    assessor_of,
    copied_sheets,
    read_file,
    sheet_name,
)
from natverkskollen.dossier.references import dossier_problems, outdated
from natverkskollen.dossier.source import Evaluations
from natverkskollen.files.cache import Cache
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import Reading
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network, NetworkCopies

Opened = tuple[Dossier | None, tuple[Problem, ...]]
Readings = Mapping[str, Reading[Any]]


def opened(
    source: Evaluations,
    id_: str,
    criteria: Mapping[str, CriteriaSet],
    networks: Mapping[str, Network],
) -> Opened:
    """One evaluation, put together anew only where something it rests on is another object."""
    names = dict.fromkeys((EVALUATION, *source.names(id_)))
    readings = {name: read_part(source, id_, name) for name in names}
    evaluation: Evaluation | None = readings[EVALUATION].model
    used = [m.network for m in evaluation.memberships] if evaluation else []
    live = criteria.get(evaluation.criteria) if evaluation else None
    parts = (live, *readings.values(), *(networks.get(name) for name in used))

    def renew(kept: _Kept | None) -> _Kept:
        if kept and len(kept[0]) == len(parts) and all(map(_is, kept[0], parts)):
            return kept
        return parts, put_together(readings, criteria, networks)

    return _OPENED.renewed((source.place, id_), renew)[1]


def read_part(source: Evaluations, id_: str, name: str) -> Reading[Any]:
    """One file of an evaluation as it is now."""
    return read_file(
        source.place,
        f"evaluations/{id_}/{name}",
        lambda: source.stamp(id_, name),
        lambda: source.read(id_, name),
    )


def put_together(
    readings: Readings, criteria: Mapping[str, CriteriaSet], networks: Mapping[str, Network]
) -> Opened:
    """The evaluation that some files (by their names within it) make, or what is wrong in them."""
    copies_left = copied_sheets(readings)
    told = tuple(_copied(readings, name) for name in sorted(copies_left))
    readings = {name: each for name, each in readings.items() if name not in copies_left}
    reading: Reading[Evaluation] = readings[EVALUATION]
    bound: Reading[CriteriaSet] | None = readings.get(BOUND)
    sheets: Sequence[Reading[AnswerSheet]] = [r for n, r in readings.items() if assessor_of(n)]
    problems = [problem for each in readings.values() for problem in each.problems]
    evaluation = reading.model
    if evaluation is None:
        return None, (*problems, *told)
    copied: Reading[NetworkCopies] | None = readings.get(NETWORKS)
    copies = {n.id: n for n in copied.model.networks} if copied and copied.model else None
    live, networks = networks, {**networks, **(copies or {})}
    problems += dossier_problems(reading, sheets, criteria, networks, bound)
    if problems or any(sheet.model is None for sheet in sheets):
        return None, (*problems, *told)
    used = {m.network: networks[m.network] for m in evaluation.memberships}
    answers = {sheet.model.assessor: sheet.model for sheet in sheets if sheet.model}
    now = criteria.get(evaluation.criteria)
    judged_with = bound.model if bound and bound.model else criteria[evaluation.criteria]
    counted, aside = split(evaluation, judged_with, answers)
    same = now == judged_with and not outdated(evaluation, judged_with)
    revised = None if same else now
    since = None if copies is None else tuple(n for n in used if live.get(n) != used[n])
    whole = Dossier(evaluation, judged_with, used, counted, aside, revised, since)
    return withheld(whole), told


def _copied(readings: Readings, name: str) -> Problem:
    """That a sheet is a copy of another assessor's, where it is told on."""
    reading = readings[name]
    assert reading.tree is not None
    own = sheet_name(reading.tree.data["assessor"])
    what = f"filen är en kopia av {own} och läses inte"
    remedy = f"Jämför filerna, för över det som ska gälla till {own} och ta sedan bort den här"
    return Problem(reading.name, reading.tree.line(("assessor",)), what, remedy)


def last_opened(place: str, id_: str) -> Opened | None:
    """What the evaluation was when somebody last asked for it; None where nobody has."""
    kept = _OPENED.peek((place, id_))
    return kept[1] if kept else None


def _is(one: object, other: object) -> bool:
    return one is other


# Shared by all sessions: what is kept is a pure function of the files.
_Kept = tuple[tuple[object, ...], Opened]
_OPENED: Cache[_Kept] = Cache(4096)
