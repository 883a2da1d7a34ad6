"""Decisions as sentences that stand alone in the minutes: one action each, body and day named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from natverkskollen.evaluation import Evaluation
from natverkskollen.network import Network
from natverkskollen.outcome import Decision
from natverkskollen.swedish import capital, genitive, long_date, lower_first


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
) -> tuple[str, ...]:
    """The sentences one decision makes in the minutes, in free-standing present tense.

    `day` writes a date in running text.
    """
    sentences = [_main(evaluation, decision, full_name(network), day)]
    if decision.money:
        sentences.append(f"{decision.body} {lower_first(decision.money).rstrip('.')}.")
    if decision.closes_assignment and evaluation.case.assignment:
        given = evaluation.case.assignment
        sentences.append(
            f"{decision.body} förklarar uppdraget som {lower_first(given.body)} gav "
            f"{day(given.date)}, {lower_first(given.text).rstrip('.')}, för avslutat."
        )
    return tuple(sentences)


def _main(evaluation: Evaluation, decision: Decision, name: str, day: Callable[[date], str]) -> str:
    body, owner = decision.body, genitive(evaluation.municipality.name)
    by = day(decision.by) if decision.by else ""
    from_date = day(decision.from_date) if decision.from_date else ""
    condition = (decision.condition or "").rstrip(".")
    department = lower_first(evaluation.case.department or "förvaltningen")
    return capital(
        {
            "continue": f"{body} behåller {owner} medlemskap i {name}.",
            "continue-with-condition": (
                f"{body} behåller {owner} medlemskap i {name} under förutsättning "
                f"{_that(condition)}."
            ),
            "trial": f"{body} behåller {owner} medlemskap i {name} på prov till och med {by}.",
            "come-back": (
                f"{body} ger {department} i uppdrag att senast {by} återkomma med en "
                f"rekommendation om fortsatt medlemskap i eller utträde ur {name}."
            ),
            "leave": f"{body} begär {owner} utträde ur {name} från och med {from_date}.",
            "withdraw-leave": f"{body} återtar {owner} begäran om utträde ur {name}.",
            "apply": f"{body} ansöker om medlemskap i {name} för {evaluation.municipality.name}.",
            "do-not-apply": f"{body} avstår från att ansöka om medlemskap i {name}.",
        }[decision.outcome]
    )


def _that(condition: str) -> str:
    return condition if condition.startswith("att ") else f"att {lower_first(condition)}"
