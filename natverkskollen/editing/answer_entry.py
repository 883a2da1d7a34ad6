"""One answer as a person gives it: what the fields show of it, and what they make when read back.

The page and the form in a workbook ask the same of what is given. A step on the scale is chosen,
with an upper end where a person is unsure; a figure is typed, as a number or as an interval.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from natverkskollen.analysis.wording import STATES
from natverkskollen.editing.typed import Unclear, typed_text
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion, NumberCriterion
from natverkskollen.model.span import Span
from natverkskollen.swedish.numbers import number, span
from natverkskollen.swedish.typed_numbers import doubt, parse_figures

NOT_ASSESSED, NOT_APPLICABLE = "ej-bedomt", "ej-tillampligt"
Fields = dict[str, Any]
_CHOOSE = "Svaret hänger inte ihop. Välj nivå på nytt."


def fields_of(criterion: Criterion, stored: Answer) -> Fields:
    """What each field shows for a stored answer."""
    texts = {"rationale": stored.rationale or "", "grade": stored.grade or ""}
    return {**texts, **shown_figure(criterion, stored)}


def shown_figure(criterion: Criterion, stored: Answer) -> Fields:
    """What the field of the figure shows for a stored answer."""
    if not criterion.judged:
        if stored.not_applicable:
            return {"score": STATES["not-applicable"]}
        return {"score": span(*stored.bounds) if stored.bounds else ""}
    if stored.bounds is None:
        return {"score": NOT_APPLICABLE if stored.not_applicable else NOT_ASSESSED, "upper": 0}
    low, high = (int(bound) for bound in stored.bounds)
    return {"score": low, "upper": high if high > low else 0}


def read_fields(
    typed: Fields, criteria: CriteriaSet, criterion: Criterion, stored: Answer
) -> Answer:
    """The answer the fields make; what they do not show (evidence) is kept as stored.

    Unclear says what is wrong and what to do.
    """
    rationale = unicodedata.normalize("NFC", typed_text(typed.get("rationale"))) or None
    not_applicable = _not_applicable(criterion, typed.get("score"))
    if not_applicable and rationale is None:
        raise Unclear("Skriv skälet i motiveringen, så sparas ”Ej tillämpligt”.")
    score = None if not_applicable else _read_figure(criterion, typed)
    try:
        return Answer(
            score=score,
            not_applicable=not_applicable,
            rationale=rationale,
            grade=typed.get("grade") or None,
            evidence=stored.evidence,
        )
    except ValidationError:
        raise Unclear(_CHOOSE) from None


def _not_applicable(criterion: Criterion, score: Any) -> bool:
    if criterion.judged:
        return bool(score == NOT_APPLICABLE)
    return str(score or "").strip().casefold() == STATES["not-applicable"].casefold()


def _read_figure(criterion: Criterion, typed: Fields) -> Decimal | Span | None:
    """The figure that the field holds, None for none; Unclear where it is no answer."""
    if isinstance(criterion, NumberCriterion):
        return _read_number(criterion, str(typed.get("score") or ""))
    low, upper = typed.get("score"), typed.get("upper")
    if not criterion.judged or low in (NOT_ASSESSED, None):
        return None
    if not isinstance(low, int):
        raise Unclear(_CHOOSE)
    if isinstance(upper, int) and upper > low:
        return Span(low=Decimal(low), high=Decimal(upper))
    return Decimal(low)


def _read_number(criterion: NumberCriterion, text: str) -> Decimal | Span | None:
    if not text.strip():
        return None
    if asked := doubt(text):
        raise Unclear(asked)
    figures = parse_figures(text)
    if figures is None:
        raise Unclear("Skriv ett tal, till exempel 12,5, eller ett intervall, som 10–20.")
    low, high = figures
    if criterion.min is not None and low < criterion.min:
        raise Unclear(f"Talet ska vara minst {number(criterion.min)} {criterion.unit}.")
    if criterion.max is not None and high > criterion.max:
        raise Unclear(f"Talet ska vara högst {number(criterion.max)} {criterion.unit}.")
    return low if low == high else Span(low=low, high=high)
