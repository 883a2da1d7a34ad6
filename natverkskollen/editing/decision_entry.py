"""What a person fills in about one network, as a decision or as what is still missing in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from pydantic import ValidationError

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.wording import departs
from natverkskollen.decisions.money import money_fault
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import NEEDS, OUTCOME_WORDS, Decision, Outcome
from natverkskollen.swedish.words import capital

OUTCOMES: tuple[str, ...] = get_args(Outcome)
_MISSING = {
    "by": "Ange datum: när förvaltningen ska återkomma, eller när prövotiden slutar",
    "from_date": "Ange från och med vilken dag utträdet gäller",
    "condition": "Skriv villkoret, till exempel: att föreningen redovisar sin plan",
}
_NAMES = {"by": "Datumet", "from_date": "Datumet"}


@dataclass(frozen=True)
class DecisionFields:
    """The fields of the form; an empty outcome is that nothing is proposed."""

    network: str
    outcome: str = ""
    body: str = ""
    by: str = ""
    from_date: str = ""
    condition: str = ""
    motive: str = ""
    money: str = ""
    differs_because: str = ""
    closes_assignment: bool = False


def outcome_name(outcome: str) -> str:
    """An outcome as a choice in a list."""
    return capital(OUTCOME_WORDS[outcome]) if outcome else "Inget förslag ännu"


def asks_for(outcome: str) -> str:
    """The field an outcome cannot do without: by, from_date, condition, or none."""
    return NEEDS[outcome][0] if outcome in NEEDS else ""


def fields_of(evaluation: Evaluation, network: str) -> DecisionFields:
    """The form as it is now: the saved decision, or an empty one for the body of the case."""
    for decision in evaluation.decisions:
        if decision.network == network:
            given = decision.model_dump(mode="json", exclude={"proposed_by"}, exclude_none=True)
            return DecisionFields(**given)
    return DecisionFields(network, body=evaluation.case.body)


def decision_from(fields: DecisionFields) -> Decision | str | None:
    """The decision, None where nothing is proposed, or in Swedish what is missing.

    What the outcome has no use for is left out, so that no old date stays behind unseen.
    """
    if not fields.outcome:
        return None
    if not fields.body.strip():
        return "Ange vem som beslutar, till exempel Kommunstyrelsen"
    needed = asks_for(fields.outcome)
    keys = ("body", "motive", "money", "differs_because", *([needed] if needed else []))
    entered = {key: getattr(fields, key).strip() for key in keys}
    if needed and not entered[needed]:
        return _MISSING[needed]
    odd = money_fault(entered["money"], entered["body"])
    if odd:
        return odd
    try:
        return Decision.model_validate(
            {
                "network": fields.network,
                "outcome": fields.outcome,
                "closes_assignment": fields.closes_assignment,
                **{key: text for key, text in entered.items() if text},
            }
        )
    except ValidationError as error:
        (first, *_) = error.errors()
        what = str(first.get("ctx", {}).get("what", "går inte att spara"))
        name = _NAMES.get(str(first["loc"][0]), "Fältet")
        return f"{name} {what}" if what.startswith("ska ") else capital(what)


def with_decision(
    evaluation: Evaluation, network: str, decision: Decision | None
) -> tuple[Decision, ...]:
    """Every decision of the evaluation with this network's replaced, added or taken away."""
    kept = evaluation.decisions
    old = next((each for each in kept if each.network == network), None)
    if decision is None:
        return tuple(each for each in kept if each is not old)
    if old is None:
        return (*kept, decision)
    new = decision.model_copy(update={"proposed_by": old.proposed_by})
    return tuple(new if each is old else each for each in kept)


def needs_reason(found: NetworkResult, outcome: str) -> bool:
    """Whether an outcome departs from what the scores say, so that a reason must be given."""
    return bool(outcome) and departs(found.verdict, outcome)
