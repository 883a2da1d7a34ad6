"""A criteria file on Kriterier before it is used: its mistakes line by line, else its form."""

from __future__ import annotations

import streamlit as st

from components.answers.answer_fields import show_fields
from components.evaluation import criteria_tables
from components.shell import html
from components.shell.markdown import plain
from natverkskollen.dossier.library import Library
from natverkskollen.editing.answer_entry import fields_of
from natverkskollen.editing.criteria_preview import (
    Preview,
    files_there,
    preview,
    preview_of_file,
)
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, counted

_FILE, _KEY = "fil", "kriteriefil"
_MOST_MEGABYTES = 1


def show_preview(library: Library) -> None:
    """The file chosen in criteria/ or sent from the computer, as it would be; nothing is saved."""
    html.paragraphs(
        "Välj en fil och se formuläret den ger, eller vad som är fel och på vilken rad. Inget "
        "sparas och inget byts: kriterierna ändras genom att filen läggs i mappen criteria.",
        "nk-quiet",
    )
    names = files_there(library)
    chosen = st.selectbox("Fil i mappen criteria", names, key=_key(_FILE), width=480)
    given = st.file_uploader(
        "Eller en fil från datorn",
        ["yaml", "yml", "txt"],
        key=_key("egen"),
        max_upload_size=_MOST_MEGABYTES,
        width=480,
    )
    if given is not None:
        _show(preview(library, given.name, given.getvalue()))
    elif chosen:
        _show(preview_of_file(library, chosen))


def _key(*names: str) -> str:
    return "/".join((_KEY, *names))


def _show(found: Preview) -> None:
    html.heading(found.name)
    if found.criteria is None:
        _show_faults(found)
        return
    st.success(plain(f"Filen har inga fel. {_use(found)}"))
    html.bullets(found.changes)
    _show_set(found.criteria)


def _use(found: Preview) -> str:
    if found.used:
        return "Den används redan, som den är här."
    return f"Så börjar den användas: lägg den i mappen criteria med namnet {found.place[9:]}."


def _show_faults(found: Preview) -> None:
    many = capital(counted(len(found.faults), "ett fel", "fel"))
    st.error(plain(f"{many}. Filen används inte förrän de är rättade."))
    rows = [
        (
            html.Cell(f"Rad{HARD}{each.problem.line}" if each.problem.line else "Hela filen"),
            html.Cell(each.line or "–", wide=True),
            html.Cell(f"{capital(each.problem.what)}.", wide=True),
            html.Cell(f"{each.problem.remedy}." if each.problem.remedy else "–", wide=True),
        )
        for each in found.faults
    ]
    html.table("Fel i filen", ("Var", "Så står det", "Vad som är fel", "Gör så här"), rows)


def _show_set(criteria: CriteriaSet) -> None:
    """The set as Bedömning and Kriterier would show it, one theme at a time."""
    html.heading(criteria.title)
    html.paragraphs(criteria.description or "")
    html.paragraphs(f"Version {criteria.revision}.", "nk-quiet")
    html.heading("Gränser", 3)
    criteria_tables.show_verdict_rules(criteria)
    html.heading("Formuläret", 3)
    html.paragraphs("Prova gärna. Det du fyller i här sparas inte.", "nk-quiet")
    names = {theme.id: theme.title for theme in criteria.themes}
    chosen = st.selectbox(
        "Tema", list(names), format_func=lambda id_: names[id_], key=_key("tema"), width=480
    )
    theme = next(each for each in criteria.themes if each.id == chosen)
    html.paragraphs(theme.description or "")
    for criterion in theme.criteria:
        criteria_tables.show_criterion(criteria, criterion)
        _show_form(criteria, criterion)


def _show_form(criteria: CriteriaSet, criterion: Criterion) -> None:
    if not criterion.asked:
        html.paragraphs("Räknas fram ur uppgifterna, och fylls inte i.", "nk-quiet")
        return
    if criterion.evidence == "required":
        html.paragraphs("Belägg krävs: ange vilken uppgift svaret bygger på.", "nk-quiet")

    def key(name: str) -> str:
        return _key("prov", criteria.id, criterion.id, name)

    show_fields(key, criteria, criterion, criterion.title, fields_of(criterion, Answer()))
