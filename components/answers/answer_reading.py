"""From what a person put in the fields to an answer, or to why it is not one yet."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.model.answer import Answer, Span
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion, JudgedCriterion, NumberCriterion
from natverkskollen.swedish.numbers import number, parse_figures

NOT_ASSESSED, NOT_APPLICABLE = "ej-bedomt", "ej-tillampligt"


class Unreadable(Exception):
    """What is wrong with the fields and what to do, in Swedish."""


def read_fields(
    typed: dict[str, Any], criteria: CriteriaSet, criterion: Criterion, stored: Answer
) -> Answer:
    """The answer the fields make; what the form does not show (evidence) is kept as stored."""
    rationale = _rationale(typed.get("rationale"))
    score: Decimal | Span | None = None
    not_applicable = typed.get("score") == NOT_APPLICABLE
    if not_applicable and rationale is None:
        raise Unreadable("Skriv skälet i motiveringen, så sparas ”Ej tillämpligt”.")
    if isinstance(criterion, JudgedCriterion):
        score = _step(typed)
    elif isinstance(criterion, NumberCriterion):
        score = _figure(criterion, str(typed.get("score") or ""))
    try:
        return Answer(
            score=score,
            not_applicable=not_applicable,
            rationale=rationale,
            grade=typed.get("grade") or None,
            evidence=stored.evidence,
        )
    except ValidationError:
        raise Unreadable("Svaret hänger inte ihop. Välj steg på nytt.") from None


def _rationale(text: str | None) -> str | None:
    cleaned = unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n")).strip()
    found = FORBIDDEN.search(cleaned)
    if found:
        raise Unreadable(
            f"Motiveringen innehåller ett osynligt styrtecken (U+{ord(found.group()):04X}). "
            "Radera det och skriv om texten på det stället."
        )
    return cleaned or None


def _step(typed: dict[str, Any]) -> Decimal | Span | None:
    if not isinstance(typed.get("score"), int):
        return None
    low, upper = typed["score"], typed.get("upper")
    if isinstance(upper, int) and upper > low:
        return Span(low=Decimal(low), high=Decimal(upper))
    return Decimal(low)


def _figure(criterion: NumberCriterion, text: str) -> Decimal | Span | None:
    if not text.strip():
        return None
    figures = parse_figures(text)
    if figures is None:
        raise Unreadable("Skriv ett tal, till exempel 12,5, eller ett spann, till exempel 10–20.")
    low, high = figures
    if criterion.min is not None and low < criterion.min:
        raise Unreadable(f"Talet ska vara minst {number(criterion.min)} {criterion.unit}.")
    if criterion.max is not None and high > criterion.max:
        raise Unreadable(f"Talet ska vara högst {number(criterion.max)} {criterion.unit}.")
    return low if low == high else Span(low=low, high=high)
