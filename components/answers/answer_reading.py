"""From what a person put in the fields to an answer, or to why it is not one yet."""

from __future__ import annotations

import unicodedata
from typing import Any

from pydantic import ValidationError

from components.answers.figure_field import NOT_APPLICABLE, Unreadable, read_figure, shown_figure
from natverkskollen.editing.typed import Unclear, typed_text
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion


def fields_of(criterion: Criterion, stored: Answer) -> dict[str, Any]:
    """What each widget shows for a stored answer."""
    texts = {"rationale": stored.rationale or "", "grade": stored.grade or ""}
    return {**texts, **shown_figure(criterion, stored)}


def read_fields(
    typed: dict[str, Any], criteria: CriteriaSet, criterion: Criterion, stored: Answer
) -> Answer:
    """The answer the fields make; what the form does not show (evidence) is kept as stored."""
    rationale = _rationale(typed.get("rationale"))
    not_applicable = typed.get("score") == NOT_APPLICABLE
    if not_applicable and rationale is None:
        raise Unreadable("Skriv skälet i motiveringen, så sparas ”Ej tillämpligt”.")
    score = read_figure(criterion, typed)
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
    try:
        return unicodedata.normalize("NFC", typed_text(text)) or None
    except Unclear as unclear:
        raise Unreadable(str(unclear)) from None
