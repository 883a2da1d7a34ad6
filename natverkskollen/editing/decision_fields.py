"""The fields a person is asked for about a decision: which an outcome needs, and what each says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.wording import departs
from natverkskollen.decisions.brief import outcome_name
from natverkskollen.model.decision import Money
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import ANSWERS, KINDS, Outcome, outcomes_for

FieldKind = Literal["text", "day", "area", "choice", "tick"]
_DAY = "(ÅÅÅÅ-MM-DD)"


@dataclass(frozen=True)
class AskedField:
    """One field: its name, the words over it, how it is filled in, and an example."""

    name: str
    label: str
    kind: FieldKind = "text"
    choices: tuple[str, ...] = ()
    example: str = ""


_LABELS: Mapping[str, str] = {
    "body": "Vem beslutar",
    "network": "Nätverk (tomt: alla)",
    "title": "Rubrik",
    "number": "Diarienummer",
    "answer": "Svar",
    "by": f"Senast {_DAY}",
    "from_date": "Sista dag som medlem (ÅÅÅÅ-MM-DD, bara året, eller okänt)",
    "condition": "Villkor (börja med ”att”)",
    "receiver": "Redovisas för",
    "assigned_to": "Vem får uppdraget?",
    "decided": f"Dag för det tidigare beslutet {_DAY}",
    "paragraph": "Paragraf i det tidigare beslutet",
    "decided_by": "Vem fattade det? (tomt: samma organ)",
    "about": "Vad handlar informationen om?",
    "dated": f"Redovisningens dag (tomt: ärendets dag) {_DAY}",
    "reason": "Skäl i beslutet. Fortsätt: med hänvisning till att …",
    "motive": "Skäl för förslaget",
    "differs_because": "Varför avviker förslaget från resultatet?",
    "money_amount": "Belopp i kronor",
    "money_year": "År",
    "money_from": "Från",
    "money_to": "Till",
    "money_yearly": "Varje år från och med det året",
    "money_text": "Vad händer med avgiften? Fortsätt meningen: Nämnden beslutar att …",
    "closes_assignment": "Beslutet avslutar uppdraget",
    "proposed_by": "Vilka organ föreslår det på vägen? (i ordning, med komma emellan)",
}
_OWN_LABELS: Mapping[tuple[Outcome, str], str] = {
    ("trial", "by"): f"Prövotiden slutar {_DAY}",
    ("come-back", "by"): f"Avgör senast {_DAY}",
    ("continue-with-condition", "by"): f"Villkoret ska vara uppfyllt senast {_DAY}",
    ("renegotiate", "by"): f"Förhandla före {_DAY}",
    ("evaluate-by", "by"): f"Utvärdera senast {_DAY}",
    ("motion", "title"): "Motionens rubrik",
    ("motion", "number"): "Motionens diarienummer",
    ("citizen-proposal", "title"): "Medborgarförslagets rubrik",
    ("citizen-proposal", "number"): "Medborgarförslagets diarienummer",
    ("close-assignment", "about"): "Uppdraget med egna ord (börja med ”att”; tomt: som i ärendet)",
}
_EXAMPLES: Mapping[str, str] = {
    "condition": "att föreningen redovisar sin plan",
    "money_from": "anslaget för medlemsavgifter",
    "money_to": "energirådgivningen",
    "money_text": "avgiften går till energirådgivning",
    "proposed_by": "Kommunstyrelsens arbetsutskott, Kommunstyrelsen",
    "number": "KS-2025/123",
    "paragraph": "60",
}
_DAYS = ("by", "from_date", "decided", "dated")
_AREAS = ("motive", "differs_because", "reason")
MONEY = ("money_amount", "money_year", "money_from", "money_to", "money_yearly")
# Fields of the file in the order they are asked for; body stands first of all.
ORDER = (
    *("network", "title", "number", "answer", "by", "from_date", "condition", "receiver"),
    *("assigned_to", "decided", "paragraph", "decided_by", "about", "dated", "reason", "motive"),
)


def label(outcome: Outcome, name: str) -> str:
    """The words over a field, for the outcome that it belongs to."""
    return _OWN_LABELS.get((outcome, name), _LABELS[name])


def asked_fields(
    outcome: Outcome, evaluation: Evaluation, saved: Mapping[str, str | bool], reasons: bool
) -> Iterator[AskedField]:
    """Every field to show for an outcome, but the reason for departing from the result.

    `saved` is what is on file: a field that holds something is shown, so that nothing is kept
    unseen. `reasons` tells whether the template puts reasons in the decisions.
    """
    kind = KINDS[outcome]
    yield _field(outcome, "body")
    for name in ORDER:
        answered = name == "reason" and name in kind.may and not reasons
        if name == "network" and kind.follows:
            continue
        if name in kind.fields and (not answered or saved[name]):
            choices: tuple[str, ...] = ANSWERS.get(outcome, ()) if name == "answer" else ()
            if name == "network":
                choices = ("", *(each.network for each in evaluation.memberships))
            yield _field(outcome, name, choices)
    if "money" in kind.fields:
        if saved["money_text"]:
            yield _field(outcome, "money_text")
        elif outcome in ("money", "leave") or saved["money_amount"]:
            yield from (_field(outcome, name) for name in MONEY)
    if "closes_assignment" in kind.fields and evaluation.case.assignment:
        yield _field(outcome, "closes_assignment")
    yield _field(outcome, "proposed_by")


def _field(outcome: Outcome, name: str, choices: tuple[str, ...] = ()) -> AskedField:
    kind: FieldKind = "area" if name in _AREAS else "choice" if choices else "text"
    if name in _DAYS:
        kind = "day"
    if name in ("closes_assignment", "money_yearly"):
        kind = "tick"
    return AskedField(name, label(outcome, name), kind, choices, _EXAMPLES.get(name, ""))


def differs_field(outcome: Outcome) -> AskedField:
    """The field for why the proposal departs from the result."""
    return _field(outcome, "differs_because")


def needs_reason(found: NetworkResult, outcome: Outcome | None) -> bool:
    """Whether an outcome departs from what the scores say, so that a reason must be given."""
    return outcome is not None and departs(found.verdict, outcome)


def choices_for(evaluation: Evaluation, member: bool | None, now: str) -> tuple[str, ...]:
    """The outcomes to choose among, with `now`, the one on file; empty is no proposal.

    They settle a membership, of a member or of one who is not; with None they are of the case.
    """
    found: list[str] = list(outcomes_for(member)) if member is not None else _about_the_case()
    if evaluation.case.assignment is None and "close-assignment" in found:
        found.remove("close-assignment")
    kept = [now] if now and now not in found and member is None else []
    return ("", *found, *kept)


def _about_the_case() -> list[str]:
    return [outcome for outcome, kind in KINDS.items() if kind.concerns == "case"]


def known_outcome(outcome: str) -> Outcome | None:
    """The outcome with this id; None for the empty choice."""
    return next((known for known in KINDS if known == outcome), None)


def choice_name(outcome: str) -> str:
    """An outcome as a choice in a list."""
    names = {str(known): outcome_name(known) for known in KINDS}
    return names.get(outcome, "Inget förslag ännu")


def money_fields(given: Money | str | None) -> dict[str, str | bool]:
    """Money on file as the form's fields hold it."""
    empty: dict[str, str | bool] = dict.fromkeys((*MONEY, "money_text"), "")
    if isinstance(given, Money):
        amount = f"{given.amount:f}".replace(".", ",")
        return {
            **empty,
            "money_amount": amount,
            "money_year": str(given.year),
            "money_from": given.from_ or "",
            "money_to": given.to,
            "money_yearly": given.yearly,
        }
    return {**empty, "money_yearly": True, "money_text": given or ""}
