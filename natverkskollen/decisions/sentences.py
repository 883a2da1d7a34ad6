"""Decisions as points that stand alone in the minutes: one action each, network and day named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from natverkskollen.decisions.matters import MATTERS, close_assignment
from natverkskollen.decisions.money import money
from natverkskollen.decisions.naming import DateStyle, Naming
from natverkskollen.decisions.point import DecisionStyle, Phrase, Point
from natverkskollen.decisions.settling import SETTLED
from natverkskollen.model.chain import proposers
from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import Outcome
from natverkskollen.swedish.words import capital, genitive, listed, lower_first

PHRASES: Mapping[Outcome, Phrase] = {
    **{outcome: settled.points for outcome, settled in SETTLED.items()},
    **MATTERS,
}


@dataclass(frozen=True)
class DecisionForm:
    """How a municipality writes its decisions: style, days, and whether reasons stand in them.

    Where a request is answered its reason always stands in the point.
    """

    style: DecisionStyle = "sentences"
    days: DateStyle = DateStyle()
    reasons: bool = False


def _points(of: Naming, form: DecisionForm) -> Iterator[Point]:
    found = PHRASES[of.decision.outcome](of)
    first, *rest = found if isinstance(found, tuple) else (found,)
    answers = of.decision.outcome in ("motion", "citizen-proposal")
    yield first.because(of.decision.reason) if form.reasons or answers else first
    yield from rest
    if of.decision.money and of.decision.outcome != "money":
        yield money(of.decision.money, of.body)


def _closing(of: Naming) -> Iterator[Point]:
    if of.decision.closes_assignment and of.evaluation.case.assignment:
        yield close_assignment(of)


def decision_sentences(
    evaluation: Evaluation,
    decision: Decision,
    network: Callable[[str], Network],
    form: DecisionForm | None = None,
) -> tuple[str, ...]:
    """The points one decision makes in the minutes; `network` finds a network by its id."""
    form = form or DecisionForm()
    of = Naming(evaluation, decision, network, form.days)
    return tuple(each.written(form.style) for each in (*_points(of, form), *_closing(of)))


@dataclass(frozen=True)
class DecisionBlock:
    """What one body decides: its name, a label, the line before the points, and the points."""

    body: str
    label: str
    lead: str
    points: tuple[str, ...]


def decision_blocks(
    evaluation: Evaluation,
    network: Callable[[str], Network],
    form: DecisionForm | None = None,
) -> tuple[DecisionBlock, ...]:
    """One block for each body and way there, in the order of the case.

    `network` finds a network by its id. A point that several decisions make stands once, and that
    the assignment is closed stands last.
    """
    form = form or DecisionForm()
    ways: dict[tuple[str, tuple[str, ...]], list[Naming]] = {}
    for decision in evaluation.decisions:
        key = (decision.body, proposers(decision, evaluation.case.body))
        ways.setdefault(key, []).append(Naming(evaluation, decision, network, form.days))
    blocks = []
    for (body, way), named in ways.items():
        points = [point for of in named for point in _points(of, form)]
        points += [point for of in named for point in _closing(of)]
        once = tuple(dict.fromkeys(point.written(form.style) for point in points))
        lead = _lead(body, way, form.style)
        blocks.append(DecisionBlock(body, _label(body, way), lead, once))
    return tuple(blocks)


def _label(body: str, way: tuple[str, ...]) -> str:
    """Huddinge's label over the points: the board's own decision, or its proposal onwards."""
    if not way:
        return f"{genitive(body)} beslut"
    onwards = [lower_first(each) for each in (*way[1:], body)]
    return f"{genitive(way[0])} förslag till {listed(onwards)}"


def _lead(body: str, way: tuple[str, ...], style: DecisionStyle) -> str:
    """The line that the points follow on: who decides, or who proposes that who decides."""
    if not way:
        return f"{capital(body)} beslutar" if style in ("att", "infinitive") else ""
    first, *rest = (lower_first(each) for each in (*way, body))
    on = " föreslå ".join(rest)
    colon = "" if style in ("att", "infinitive") else " följande."
    return capital(f"{first} föreslår {on} besluta{colon}")
