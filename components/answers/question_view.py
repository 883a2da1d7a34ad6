"""One question on Bedömning: what it asks, what each level means, and a row for each network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.answers.answer_form import show_answer
from components.answers.history_view import Steps
from components.answers.place import Place
from components.seen.base_version import Drawing
from components.shell import data, html
from natverkskollen.analysis.wording import cell_words, value_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.criteria import Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership
from natverkskollen.output.webpage import markup

_WORDS = (
    "Intervall",
    "Ej bedömt",
    "Ej tillämpligt",
    "Motivering",
    "Belägg",
    "Vad uppgiften bygger på",
)


def show_theme(evaluation: Evaluation, theme: Theme) -> None:
    """What a theme is about, what the words of the page mean, and where the reasons are printed."""
    printed = "Motiveringarna skrivs ut i bilaga 1, och de tyngsta i tjänsteskrivelsen."
    if "reasons" in evaluation.appendix_without:
        printed = "De tyngsta motiveringarna skrivs ut i tjänsteskrivelsen."
    printed += " Skrivelsens text ändrar handläggaren på sidan Papper."
    html.show(
        '<div class="nk-theme">',
        markup.heading(theme.title),
        markup.paragraphs(theme.description or ""),
        markup.explained(*_WORDS),
        markup.paragraphs(printed, "nk-quiet"),
        "</div>",
    )


def show_question(
    dossier: Dossier,
    assessor: str,
    criterion: Criterion,
    number: int,
    rows: Sequence[Membership],
    drawing: Drawing,
    writable: bool,
    steps: Steps,
) -> None:
    """The question with a row for each of the networks that stand on the page.

    `number` is the question's place on the page, from 0.
    """
    # The same container whichever question it is: in another, the old rows would be drawn first.
    with st.container(key=f"rader-{number}"):
        _show_head(dossier, criterion)
        if not criterion.asked:
            html.show(*(_computed(dossier, each.network, criterion) for each in rows))
            return
        for at, each in enumerate(rows):
            place = Place(dossier.evaluation.id, assessor, each.network, criterion.id)
            with st.container(key=f"rad-{number}-{at}"):
                show_answer(dossier, place, criterion, drawing, writable, steps)


def _show_head(dossier: Dossier, criterion: Criterion) -> None:
    members = {dossier.evaluation.is_member(network) for network in dossier.networks}
    asked = dict.fromkeys(criterion.asks(member) for member in sorted(members, reverse=True))
    parts = [markup.heading(criterion.title, 3), *map(markup.paragraphs, asked)]
    if criterion.guidance:
        parts.append(markup.paragraphs(criterion.guidance, "nk-quiet"))
    if criterion.asked and criterion.evidence == "required":
        words = "Belägg krävs: ange vilken uppgift svaret bygger på."
        parts.append(markup.paragraphs(words, "nk-quiet"))
    html.show(f'<div data-nk-question="{escape(criterion.id)}" tabindex="-1">', *parts, "</div>")
    _show_levels(criterion)


def _show_levels(criterion: Criterion) -> None:
    """What each step on the scale means, once for all networks; nothing where there is no scale."""
    if criterion.judged:
        levels = "".join(
            f"<li><b>{step}</b> {escape(text)}</li>" for step, text in criterion.level_texts.items()
        )
        html.show(f'<ul class="nk-levels" aria-label="Vad nivåerna betyder">{levels}</ul>')


def _computed(dossier: Dossier, network: str, criterion: Criterion) -> str:
    cell = data.result().network(network).criterion(criterion.id)
    name = markup.heading(dossier.networks[network].short, 4)
    value = "" if cell.value is None else f" Värde {value_words(cell.value)} av 100."
    words = markup.paragraphs(f"{cell_words(cell)}.{value}")
    where = markup.paragraphs("Räknas fram ur uppgifterna på sidan Nätverken.", "nk-quiet")
    return f'<div class="nk-row">{name}<div>{words}{where}</div></div>'
