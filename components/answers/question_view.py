"""One question on Bedömning: what it asks, what each level means, and a row for each network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.answers.answer_form import show_answer
from components.answers.answer_saving import Place
from components.answers.history_view import Steps
from components.seen.base_version import Drawing
from components.shell import data, html
from natverkskollen.analysis.wording import cell_words, value_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership
from natverkskollen.output.webpage import markup

# A name and an answer, as they share a row where there is room for both.
_SHARES = (2, 12)


def show_what_is_printed(evaluation: Evaluation) -> None:
    """Where the reasons that are written here are printed, said where they are written."""
    printed = "Motiveringarna skrivs ut i bilaga 1, och de tyngsta i tjänsteskrivelsen."
    if "reasons" in evaluation.appendix_without:
        printed = "De tyngsta motiveringarna skrivs ut i tjänsteskrivelsen."
    html.paragraphs(f"{printed} Skrivelsens text ändrar handläggaren på sidan Papper.", "nk-quiet")


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
        for membership in rows:
            network = dossier.networks[membership.network]
            title, answer = st.columns(_SHARES, gap="medium")
            with title:
                html.heading(network.short, 4)
            with answer:
                if criterion.asked:
                    place = Place(dossier.evaluation.id, assessor, network.id, criterion.id)
                    show_answer(dossier, place, criterion, drawing, writable, steps)
                else:
                    _show_computed(network.id, criterion)


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


def _show_computed(network: str, criterion: Criterion) -> None:
    cell = data.result().network(network).criterion(criterion.id)
    html.show(
        markup.paragraphs(f"{cell_words(cell)}. Värde {value_words(cell.value)} av 100."),
        markup.paragraphs("Räknas fram ur uppgifterna på sidan Nätverken.", "nk-quiet"),
    )
