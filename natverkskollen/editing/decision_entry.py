"""What a person fills in about one point, as a decision or as what is still missing in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from natverkskollen.decisions.money import money_fault
from natverkskollen.editing.decision_fields import MONEY, ORDER, label, money_fields
from natverkskollen.editing.typed import Unclear, typed_day, typed_figure, typed_text
from natverkskollen.model.decision import Decision, is_board, is_council
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import ANSWERS, KINDS, Outcome
from natverkskollen.store import Change
from natverkskollen.swedish.words import capital

Typed = Mapping[str, str | bool]
_DAYS = ("by", "decided", "dated")
_LONG = ("motive", "differs_because")
_SAVED = (*ORDER, *_LONG)


def typed_fields(evaluation: Evaluation, position: int | None) -> dict[str, str | bool]:
    """The form as it is on file, every field by its name; empty for a new point of the case's body.

    `position` is the point's place among the decisions.
    """
    empty: dict[str, str | bool] = dict.fromkeys(_SAVED, "")
    if position is None:
        blank = {"outcome": "", "body": evaluation.case.body, "proposed_by": ""}
        return {**empty, **blank, **money_fields(None), "closes_assignment": False}
    decision = evaluation.decisions[position]
    given = decision.model_dump(mode="json", exclude_none=True)
    return {
        **empty,
        "answer": ANSWERS.get(decision.outcome, ("",))[0],
        **{name: str(given[name]) for name in _SAVED if name in given},
        "outcome": decision.outcome,
        "body": decision.body,
        "proposed_by": ", ".join(decision.proposed_by),
        **money_fields(decision.money),
        "closes_assignment": decision.closes_assignment,
    }


def settling_position(evaluation: Evaluation, network: str) -> int | None:
    """The place of the decision that settles the membership in a network; None where none does."""
    found = evaluation.settling(network)
    return next((at for at, each in enumerate(evaluation.decisions) if each is found), None)


def other_positions(evaluation: Evaluation) -> tuple[int, ...]:
    """The places of all points that settle no membership, or not by themselves."""
    settling = {settling_position(evaluation, each.network) for each in evaluation.memberships}
    return tuple(at for at in range(len(evaluation.decisions)) if at not in settling)


def decision_from(
    outcome: Outcome, typed: Typed, evaluation: Evaluation, network: str | None
) -> Decision | str:
    """The decision, or in whole Swedish sentences what is missing or cannot be read.

    `typed` are the fields that were shown. What was on file and not shown goes in by the caller;
    what the outcome has no use for is left out, so that no old date stays behind unseen.
    """
    try:
        data = _read(outcome, typed, evaluation)
        return Decision.model_validate(
            {"outcome": outcome, **({"network": network} if network else {}), **data}
        )
    except Unclear as unclear:
        return str(unclear)
    except ValidationError as error:
        (first, *_) = error.errors()
        context = first.get("ctx", {})
        what = str(context.get("what", "går inte att spara"))
        name = label(outcome, str(first["loc"][0])) if first["loc"] else "Fältet"
        told = f"{name}: {what}" if what.startswith("ska ") else capital(what)
        return f"{told}. {context.get('remedy', 'Skriv på ett annat sätt')}."


def _read(outcome: Outcome, typed: Typed, evaluation: Evaluation) -> dict[str, Any]:
    kind, data = KINDS[outcome], dict[str, Any]()
    body = typed_text(_text(typed, "body"), "Ange vem som beslutar, till exempel Kommunstyrelsen.")
    data["body"] = body
    way = [each.strip() for each in _text(typed, "proposed_by").split(",") if each.strip()]
    if way:
        data["proposed_by"] = tuple(way)
    for name in (*ORDER, *_LONG):
        if name not in kind.fields or name not in typed:
            continue
        missing = _missing(outcome, name) if name in kind.needs else ""
        if name in _DAYS:
            value: Any = typed_day(_text(typed, name), missing)
        elif name == "from_date":
            value = _last_day(typed_text(_text(typed, name), missing))
        else:
            value = typed_text(_text(typed, name), missing)
        if name == "paragraph" and value and value.isdecimal():
            value = int(value)
        if value:
            data[name] = value
    _check_task(body, data.get("assigned_to"), evaluation)
    money = _money(typed, body) if "money" in kind.fields else None
    if money:
        data["money"] = money
    elif "money" in kind.needs:
        raise Unclear("Fyll i belopp, år och vart pengarna går.")
    if typed.get("closes_assignment"):
        data["closes_assignment"] = True
    return data


def _missing(outcome: Outcome, name: str) -> str:
    words, _, _ = label(outcome, name).partition(" (")
    example = _EXAMPLES.get(name, "")
    return f"Fyll i ”{words}”{example}."


_EXAMPLES = {
    "by": ", till exempel 2026-05-30",
    "from_date": ", till exempel 2026-12-31, bara året, eller okänt",
    "condition": ", till exempel: att föreningen redovisar sin plan",
}


def _text(typed: Typed, name: str) -> str:
    return str(typed.get(name) or "")


def _last_day(text: str) -> object:
    if text.casefold() == "okänt":
        return "okänt"
    return int(text) if re.fullmatch(r"\d{4}", text) else typed_day(text)


def _check_task(body: str, given: str | None, evaluation: Evaluation) -> None:
    if given and is_council(body) and not is_board(given):
        board = f"{evaluation.municipality.kind}styrelsen"
        raise Unclear(f"{capital(body)} ger uppdrag till en nämnd. Skriv till exempel {board}.")


def _money(typed: Typed, body: str) -> object:
    """The group of a file, the words that 0.1.0 had, or nothing."""
    words = typed_text(_text(typed, "money_text"))
    if words:
        odd = money_fault(words, body)
        if odd:
            raise Unclear(f"{odd}.")
        return words
    amount, year, from_, to = (typed_text(_text(typed, name)) for name in MONEY[:4])
    if not (amount or to or from_):
        return None
    if not (amount and year and to):
        raise Unclear("Fyll i både belopp, år och vart pengarna går, eller töm alla tre.")
    figure = typed_figure(amount)
    if figure is None or figure <= 0:
        raise Unclear("Beloppet ska vara större än 0 kronor.")
    if not re.fullmatch(r"\d{4}", year):
        raise Unclear("Året skrivs med fyra siffror, till exempel 2027.")
    given: dict[str, Any] = {"amount": figure, "year": int(year), "to": to}
    if from_:
        given["from"] = from_
    return given if typed.get("money_yearly") else {**given, "yearly": False}


def with_decision(
    evaluation: Evaluation, position: int | None, decision: Decision | None
) -> tuple[Decision, ...]:
    """Every decision of the evaluation with the one at a place replaced, added or taken away.

    A new one comes where it belongs among the points: the report first, the memberships, other
    matters, and last that the assignment is closed.
    """
    kept = evaluation.decisions
    if position is not None:
        new = (decision,) if decision else ()
        return (*kept[:position], *new, *kept[position + 1 :])
    if decision is None:
        return kept
    after = [at for at, each in enumerate(kept, 1) if _rank(each) <= _rank(decision)]
    place = max(after, default=0)
    return (*kept[:place], decision, *kept[place:])


def _rank(decision: Decision) -> int:
    first, last = "receive", "close-assignment"
    if decision.outcome in (first, last):
        return 0 if decision.outcome == first else 3
    return 1 if KINDS[decision.outcome].follows else 2


def member_change(evaluation: Evaluation, network: str, member: bool) -> list[Change]:
    """The change of the memberships where a network is to be one's own, or only considered."""
    if evaluation.membership(network).member == member:
        return []
    new = tuple(
        each.model_copy(update={"member": member}) if each.network == network else each
        for each in evaluation.memberships
    )
    return [Change(("evaluation", "memberships"), evaluation.memberships, new)]
