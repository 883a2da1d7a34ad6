"""What a body does when it decides, as a verb phrase in three forms that any style is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from natverkskollen.model.evaluation import Assignment, Evaluation
from natverkskollen.model.outcome import Decision
from natverkskollen.swedish.words import genitive, lower_first

Day = Callable[[date], str]


@dataclass(frozen=True)
class Action:
    """One action without full stop: `behåller …`, `behålla …`, `… behålls`.

    `clause` is what follows on att where it is not the infinitive: `avgiften går till …`.
    """

    present: str
    infinitive: str
    passive: str
    clause: str = ""


def action(evaluation: Evaluation, decision: Decision, name: str, day: Day) -> Action:
    """What the decision does with the membership in the network called `name`."""
    municipality = evaluation.municipality.name
    owner = genitive(municipality)
    by = day(decision.by) if decision.by else ""
    from_date = day(decision.from_date) if decision.from_date else ""
    condition = _that((decision.condition or "").strip().rstrip("."))
    department = lower_first(evaluation.case.department or "förvaltningen")
    membership = f"{owner} medlemskap i {name}"
    task = (
        f"i uppdrag att senast {by} återkomma med en rekommendation om fortsatt medlemskap i "
        f"eller utträde ur {name}"
    )
    return {
        "continue": lambda: _kept(membership, ""),
        "continue-with-condition": lambda: _kept(membership, f" under förutsättning {condition}"),
        "trial": lambda: _kept(membership, f" på prov till och med {by}"),
        "come-back": lambda: Action(
            f"ger {department} {task}", f"ge {department} {task}", f"{department} får {task}"
        ),
        "leave": lambda: Action(
            f"begär {owner} utträde ur {name} från och med {from_date}",
            f"begära {owner} utträde ur {name} från och med {from_date}",
            f"{owner} utträde ur {name} från och med {from_date} begärs",
        ),
        "withdraw-leave": lambda: Action(
            f"återtar {owner} begäran om utträde ur {name}",
            f"återta {owner} begäran om utträde ur {name}",
            f"{owner} begäran om utträde ur {name} återtas",
        ),
        "apply": lambda: Action(
            f"ansöker om medlemskap i {name} för {municipality}",
            f"ansöka om medlemskap i {name} för {municipality}",
            f"medlemskap i {name} söks för {municipality}",
        ),
        "do-not-apply": lambda: Action(
            f"avstår från att ansöka om medlemskap i {name} för {municipality}",
            f"avstå från att ansöka om medlemskap i {name} för {municipality}",
            f"ingen ansökan om medlemskap i {name} görs för {municipality}",
        ),
    }[decision.outcome]()


def _kept(membership: str, how: str) -> Action:
    return Action(
        f"behåller {membership}{how}", f"behålla {membership}{how}", f"{membership} behålls{how}"
    )


def _that(condition: str) -> str:
    return condition if condition.startswith("att ") else f"att {lower_first(condition)}"


def closing(given: Assignment, day: Day) -> Action:
    """That the assignment which the case answers is closed, named by body, day and wording."""
    text = lower_first(given.text.strip().rstrip("."))
    which = f"uppdraget som {lower_first(given.body)} gav {day(given.date)}, {text},"
    return Action(
        f"förklarar {which} för avslutat",
        f"förklara {which} för avslutat",
        f"{which} förklaras för avslutat",
    )
