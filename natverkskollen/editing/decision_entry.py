"""What a person fills in about one point, as a decision or as what is still missing in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from natverkskollen.editing.decision_fields import FILED
from natverkskollen.editing.decision_labels import label, missing_words
from natverkskollen.editing.decision_money import read_money
from natverkskollen.editing.typed import Unclear, typed_day, typed_text
from natverkskollen.model.decision import Decision, is_board, is_council
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import KINDS, Outcome
from natverkskollen.swedish.words import capital

Typed = Mapping[str, str | bool]
_DAYS = ("by", "decided", "dated")


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
    for name in FILED:
        if name not in kind.fields or name not in typed:
            continue
        missing = missing_words(outcome, name) if name in kind.needs else ""
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
    money = read_money(typed, body) if "money" in kind.fields else None
    if money:
        data["money"] = money
    elif "money" in kind.needs:
        raise Unclear("Fyll i belopp, år och vart pengarna går.")
    if typed.get("closes_assignment"):
        data["closes_assignment"] = True
    return data


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
