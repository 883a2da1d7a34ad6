"""The form that creates an evaluation: three short steps, each field explained in one line.

Nothing is refused while it is being filled in. After the first try every mistake stands below its
field until it is put right.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.evaluation.entry_words import WORDS
from components.evaluation.municipality_fields import remember_place, show_municipality
from components.seen.form_fields import KEPT, FormFields
from components.shell import clock, html, run, state
from components.shell.markdown import plain
from components.shell.person import actor
from components.shell.picker import distinct
from components.shell.text_fields import text_box
from natverkskollen.analysis.population import rule_amount
from natverkskollen.decisions.naming import full_name
from natverkskollen.dossier.library import Library
from natverkskollen.editing.evaluation_entry import (
    NewFields,
    entry_from,
    weight_words,
)
from natverkskollen.editing.network_entry import NEW
from natverkskollen.editing.new_evaluation import create
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.network import Network
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.words import capital

_WIDTH = 680
_NEW_NETWORK = {state.NETWORK_FILE: NEW}
_TRIED, _KEY = "provad", "nyckel"


def show_form(library: Library) -> None:
    """The whole form and its button; opens Bedömning when the evaluation has been created."""
    with st.container(width=_WIDTH):
        form = _Form(library)
        with st.container():  # what comes and goes in it does not move the fields below
            form.municipality = show_municipality(form, library.reference)
        form.show_case()
        form.show_networks()
        form.show_criteria()
        form.show_assessors()
        entry = entry_from(NewFields(**form.typed), library, library.evaluations.taken())
        clicked = st.button("Skapa utvärderingen", type="primary", on_click=_try)
        if _tried():
            form.show_mistakes(entry.wrong, "Inte skapad ännu.")
    if clicked and entry.data:
        _create(entry.data)


class _Form(FormFields):
    """The fields of a new evaluation, part by part."""

    def __init__(self, library: Library):
        super().__init__(WORDS, state.new_key)
        self.library = library
        self.municipality: Municipality | None = None

    def show_case(self) -> None:
        self.text("title", "Är fältet tomt blir det kommunens namn och ärendets år.", more=True)
        self.day("date", start=clock.today().isoformat())
        self.text("body")
        self.text("diarienummer", more=True)
        self.day("next_evaluation", more=True)
        with st.expander("Uppdraget, om ärendet svarar på ett"):
            self.text("assignment_body")
            self.day("assignment_day")
            self.area("assignment_text")

    def show_networks(self) -> None:
        st.header("2. Nätverken", anchor=False)
        networks = self.library.networks
        ordered = sorted(networks.values(), key=lambda each: each.name.casefold())
        names = distinct({each.id: full_name(each) for each in ordered})
        label, hint = WORDS["networks"]
        with self.place("networks"):
            self.typed["networks"] = tuple(
                st.multiselect(
                    label,
                    list(names),
                    format_func=lambda id_: plain(names[id_]),
                    key=state.new_key("networks"),
                    placeholder="Välj ett eller flera",
                    select_all=False,
                    **KEPT,
                )
            )
            html.paragraphs(hint, "nk-quiet")
            st.page_link("networks.py", label="Lägg till ett nätverk", query_params=_NEW_NETWORK)
        chosen = [networks[id_] for id_ in self.typed["networks"] if id_ in networks]
        with st.container():
            self._fees(chosen)
            self._considered(names)
            self.typed["categories"] = {each.id: self._category(each) for each in chosen}

    def _fees(self, chosen: Sequence[Network]) -> None:
        """What each chosen network would cost this municipality, once it is known who it is."""
        who, day = self.municipality, clock.today()
        if not (who and chosen):
            return
        rows = [(each.short, rule_amount(each, who, day.year) or "okänd avgift") for each in chosen]
        html.table(f"Avgift {day.year} för {who.name}", ("Nätverk", "Per år"), rows)

    def _considered(self, names: dict[str, str]) -> None:
        """Which of the chosen networks the municipality is no member of."""
        label, hint = WORDS["considered"]
        chosen = [id_ for id_ in self.typed["networks"] if id_ in names]
        self.typed["considered"] = ()
        if not chosen:
            return
        with self.place("considered"):
            self.typed["considered"] = tuple(
                st.multiselect(
                    label,
                    chosen,
                    format_func=lambda id_: plain(names[id_]),
                    key=state.new_key("considered"),
                    placeholder="Inget: ni är med i alla",
                    select_all=False,
                    **KEPT,
                )
            )
            html.paragraphs(hint, "nk-quiet")

    def _category(self, network: Network) -> str:
        """The kind of membership, where the fee depends on it; empty where it does not."""
        kinds = network.categories(self.typed["kind"])
        if not kinds:
            return ""
        label = plain(f"Avgiften i {network.short} beror på")
        words = {"": "Vet inte ännu"} | kinds
        return self.radio(f"slag-{network.id}", label, words)

    def show_criteria(self) -> None:
        st.header("3. Kriterier och bedömare", anchor=False)
        sets = self.library.criteria
        titles = sorted(((id_, each.title) for id_, each in sets.items()), key=lambda t: t[1])
        label, hint = WORDS["criteria"]
        criteria = sets.get(self.choice("criteria", label, dict(titles)))
        html.paragraphs(hint, "nk-quiet")
        profiles = {each.id: each.title for each in criteria.profiles} if criteria else {}
        label, hint = WORDS["profile"]
        profile = self.choice("profile", label, {"": "Kriteriesamlingens egna", **profiles})
        if criteria:
            html.paragraphs(f"{weight_words(criteria, profile)} {hint}", "nk-quiet")

    def show_assessors(self) -> None:
        label, hint = WORDS["assessors"]
        key = state.new_key("assessors")
        with self.place("assessors"):
            self.typed["assessors"] = text_box(label, "Miljöstrateg", key=key, height=110, **KEPT)
            html.paragraphs(hint, "nk-quiet")


def _try() -> None:
    st.session_state[state.new_key(_TRIED)] = True


def _tried() -> bool:
    return state.new_key(_TRIED) in st.session_state


def _create(data: dict[str, Any]) -> None:
    # A second click on the same form is the same try, and gives the same evaluation.
    key = st.session_state.setdefault(state.new_key(_KEY), secrets.token_hex(8))
    outcome = create(run.store(), data, actor(), key)
    if isinstance(outcome, Conflict):
        st.error("Inte skapad. Någon annan skapade den samtidigt. Ladda om sidan.")
    elif isinstance(outcome, Failed):
        st.error(plain(f"Inte skapad. {capital(outcome.what)}. {outcome.remedy}."))
    else:
        remember_place(Municipality.model_validate(data["municipality"], strict=False))
        state.empty_form()
        state.choose(state.EVALUATION, data["id"])
        st.switch_page("scoring.py", query_params={state.EVALUATION: data["id"]})
