"""Decisions as points that stand alone in the minutes: one action each, network and day named.

A municipality writes them in one of four ways: whole sentences with the body as subject, att-
clauses, infinitives, or the passive. In the two middle ones the body stands in the line before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, get_args

from natverkskollen.decisions.action import Action, action, closing
from natverkskollen.decisions.money import money
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import Decision
from natverkskollen.swedish.text import capital, long_date, unbroken

DecisionStyle = Literal["sentences", "att", "infinitive", "passive"]
STYLES: tuple[DecisionStyle, ...] = get_args(DecisionStyle)


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
