"""An answer that nobody can change now, as text to read instead of fields that are shut."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator

from components.answers.answer_saving import Place
from components.shell import html
from natverkskollen.analysis.wording import GRADES, answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion


def show_locked(
    place: Place,
    dossier: Dossier,
    criterion: Criterion,
    stored: Answer,
    halves: tuple[DeltaGenerator, DeltaGenerator],
) -> None:
    """The answer in words; and what was written in it and is not saved, if anything is."""
    with halves[0]:
        html.paragraphs(answer_words(dossier.criteria, criterion, stored))
        if stored.grade:
            html.paragraphs(f"Bygger på: {GRADES[stored.grade]}", "nk-quiet")
    with halves[1]:
        html.paragraphs(
            stored.rationale or "Ingen motivering", "" if stored.rationale else "nk-quiet"
        )
        unsaved = str(place.memory.typed.get("rationale") or "").strip()
        if unsaved and unsaved != stored.rationale:
            html.paragraphs("Det här har du skrivit, men det är inte sparat:", "nk-label")
            html.paragraphs(unsaved)
