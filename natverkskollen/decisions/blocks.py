"""Every decision of a case, one block for each body that decides, with who proposes it to whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from natverkskollen.decisions.sentences import DecisionStyle, decision_sentences
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import Decision
from natverkskollen.swedish.text import capital, genitive, listed, long_date, lower_first

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
