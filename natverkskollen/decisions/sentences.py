"""Decisions as points that stand alone in the minutes: one action each, network and day named.

A municipality writes them in one of four ways: whole sentences with the body as subject, att-
clauses, infinitives, or the passive. In the two middle ones the body stands in the line before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from natverkskollen.decisions.action import Action, action, closing
from natverkskollen.decisions.money import money
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import Decision
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.line_breaks import unbroken
from natverkskollen.swedish.words import capital, genitive, listed, lower_first

DecisionStyle = Literal["sentences", "att", "infinitive", "passive"]


def full_name(network: Network) -> str:
    """The network's name with its short form where the two differ."""
    if network.short in (network.name, ""):
        return network.name
    return f"{network.name} ({network.short})"


def decision_sentences(
    evaluation: Evaluation,
    decision: Decision,
    network: Network,
    day: Callable[[date], str] = long_date,
    style: DecisionStyle = "sentences",
) -> tuple[str, ...]:
    """The points one decision makes in the minutes; `day` writes a date in running text."""
    actions = [action(evaluation, decision, full_name(network), day)]
    if decision.money:
        actions.append(money(decision.money, decision.body))
    if decision.closes_assignment and evaluation.case.assignment:
        actions.append(closing(evaluation.case.assignment, day))
    return tuple(written(each, decision.body, style) for each in actions)


def written(action: Action, body: str, style: DecisionStyle) -> str:
    """One action in one style, with hard spaces where a line must not break."""
    said = {
        "sentences": f"{body} {action.present}.",
        "att": f"att {action.clause or action.infinitive}.",
        "infinitive": f"{action.infinitive}.",
        "passive": f"{action.passive}.",
    }[style]
    return unbroken(said if style == "att" else capital(said))


COUNCILS = ("fullmäktige",)


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
    style: DecisionStyle = "sentences",
    day: Callable[[date], str] = long_date,
) -> tuple[DecisionBlock, ...]:
    """One block for each body and way there, in the order of the case.

    `network` finds a network by its id. A point that several decisions share, such as closing
    the assignment, stands once and last.
    """
    chains = dict.fromkeys(
        (decision.body, chain(evaluation, decision)) for decision in evaluation.decisions
    )
    blocks = []
    for body, proposers in chains:
        points: list[str] = []
        for decision in evaluation.decisions:
            if (decision.body, chain(evaluation, decision)) == (body, proposers):
                found = network(decision.network)
                points += decision_sentences(evaluation, decision, found, day, style)
        last = {point: at for at, point in enumerate(points)}
        once = tuple(point for at, point in enumerate(points) if last[point] == at)
        blocks.append(
            DecisionBlock(body, _label(body, proposers), _lead(body, proposers, style), once)
        )
    return tuple(blocks)


def chain(evaluation: Evaluation, decision: Decision) -> tuple[str, ...]:
    """The bodies that propose the decision on its way, first the one that the case goes to."""
    if decision.proposed_by:
        return decision.proposed_by
    addressee = evaluation.case.body
    goes_on = decision.body != addressee and lower_first(decision.body).endswith(COUNCILS)
    return (addressee,) if goes_on else ()


def _label(body: str, proposers: tuple[str, ...]) -> str:
    """Huddinge's label over the points: the board's own decision, or its proposal onwards."""
    if not proposers:
        return f"{genitive(body)} beslut"
    onwards = [lower_first(each) for each in (*proposers[1:], body)]
    return f"{genitive(proposers[0])} förslag till {listed(onwards)}"


def _lead(body: str, proposers: tuple[str, ...], style: DecisionStyle) -> str:
    """The line that the points follow on: who decides, or who proposes that who decides."""
    if not proposers:
        return f"{capital(body)} beslutar" if style in ("att", "infinitive") else ""
    first, *rest = (lower_first(each) for each in (*proposers, body))
    on = " föreslå ".join(rest)
    colon = "" if style in ("att", "infinitive") else " följande."
    return capital(f"{first} föreslår {on} besluta{colon}")
