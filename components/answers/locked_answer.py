"""An answer that nobody can change now, as text to read instead of fields that are shut."""

from __future__ import annotations

from components.answers.place import Place
from components.shell import html
from natverkskollen.analysis.wording import GRADES, answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.webpage import markup


def show_locked(place: Place, dossier: Dossier, criterion: Criterion, stored: Answer) -> None:
    """The answer in words; and what was written in it and is not saved, if anything is."""
    figure = [markup.paragraphs(answer_words(dossier.criteria, criterion, stored))]
    if stored.grade:
        figure.append(markup.paragraphs(f"Bygger på: {GRADES[stored.grade]}", "nk-quiet"))
    words = [
        markup.paragraphs(
            stored.rationale or "Ingen motivering", "" if stored.rationale else "nk-quiet"
        )
    ]
    unsaved = str(place.memory.typed.get("rationale") or "").strip()
    if unsaved and unsaved != stored.rationale:
        told = "Det här har du skrivit, men det är inte sparat:"
        words += [markup.paragraphs(told, "nk-label"), markup.paragraphs(unsaved)]
    html.show(
        '<div class="nk-given">',
        markup.heading(dossier.networks[place.network].short, 4),
        '<div class="nk-given-figure">',
        *figure,
        '</div><div class="nk-given-words">',
        *words,
        "</div></div>",
    )
