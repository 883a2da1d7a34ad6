"""The form that creates an evaluation: five short parts, each field explained in one line.

Nothing is refused while it is being filled in. After the first try every mistake stands below its
field until it is put right.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import streamlit as st

from components import clock, html, state
from components.markdown import plain
from natverkskollen.data_folder import data_folder
from natverkskollen.evaluation_entry import KINDS, Entry, NewFields, entry_from, weight_words
from natverkskollen.library import Library
from natverkskollen.lifecycle import create, taken_ids
from natverkskollen.store import Conflict, Failed, store_at
from natverkskollen.swedish import capital, counted

_ACTOR = "handläggaren"
_WIDTH = 680
_TRIED, _KEY = "provad", "nyckel"
_KEPT: dict[str, Any] = {"persist_state": "session"}  # what is typed survives a visit elsewhere
_NAMES = {
    "name": "Namn",
    "inhabitants": "Antal invånare",
    "inhabitants_day": "Folkmängden gäller",
    "title": "Utvärderingens namn",
    "date": "Ärendets dag",
    "body": "Vem som beslutar",
    "diarienummer": "Diarienummer",
    "assignment_body": "Vem som gav uppdraget",
    "assignment_day": "Uppdragets dag",
    "assignment_text": "Uppdraget",
    "next_evaluation": "Nästa utvärdering",
    "networks": "Nätverk",
    "criteria": "Kriteriesamling",
    "profile": "Vikter",
    "assessors": "Bedömare",
}


def show_form(library: Library) -> None:
    """The whole form and its button; opens Bedöm when the evaluation has been created."""
    with st.container(width=_WIDTH):
        form = _Form(library)
        form.show_municipality()
        form.show_case()
        form.show_networks()
        form.show_criteria()
        form.show_assessors()
        folder = data_folder()
        entry = entry_from(NewFields(**form.typed), library, taken_ids(folder))
        clicked = st.button("Skapa utvärderingen", type="primary", on_click=_try)
        if _tried():
            form.show_mistakes(entry)
    if clicked and entry.data:
        _create(entry.data)


class _Form:
    """The fields as they are drawn, and where below each of them a mistake is told."""

    def __init__(self, library: Library):
        self.library = library
        self.typed: dict[str, Any] = {}
        self.below: dict[str, Any] = {}

    def show_municipality(self) -> None:
        st.header("1. Kommunen", anchor=False)
        self._text("name", "Som det ska stå i tjänsteskrivelsen, till exempel Tierps kommun.")
        self._choice("kind", "Slag", KINDS, [capital(kind) for kind in KINDS])
        self._text(
            "inhabitants",
            "Medlemsavgifterna räknas på folkmängden. Skriv till exempel 21 000.",
        )
        last = clock.now().year - 1
        self._text(
            "inhabitants_day",
            "Ett år, eller en dag som ÅÅÅÅ-MM-DD. Ett år betyder den 31 december det året.",
            str(last),
        )

    def show_case(self) -> None:
        st.header("2. Ärendet", anchor=False)
        self._text(
            "title",
            "Rubriken i programmet. Är fältet tomt blir det kommunens namn och ärendets år.",
            optional=True,
        )
        today = clock.now().date().isoformat()
        self._text("date", "ÅÅÅÅ-MM-DD. Året avgör vilket års avgifter som räknas.", today)
        self._text("body", "Organet som ska besluta, till exempel Kommunstyrelsen.")
        self._text("diarienummer", "Till exempel KS-2026/12.", optional=True)
        self._text(
            "next_evaluation",
            "ÅÅÅÅ-MM-DD. Dagen visas på Översikt och ändras på Livscykel.",
            optional=True,
        )
        with st.expander("Uppdraget, om ärendet svarar på ett"):
            self._text("assignment_body", "Till exempel Klimatnämnden.")
            self._text("assignment_day", "ÅÅÅÅ-MM-DD.")
            self._text("assignment_text", "Börja med ”att”: att se över medlemskapen.")

    def show_networks(self) -> None:
        st.header("3. Nätverken", anchor=False)
        networks = self.library.networks
        names = {
            id_: each.name if each.short in each.name else f"{each.name} ({each.short})"
            for id_, each in sorted(networks.items(), key=lambda pair: pair[1].name.casefold())
        }
        with self._place("networks"):
            self.typed["networks"] = tuple(
                st.multiselect(
                    _NAMES["networks"],
                    list(names),
                    format_func=lambda id_: plain(names[id_]),
                    key=state.new_key("networks"),
                    placeholder="Välj ett eller flera",
                    select_all=False,
                    **_KEPT,
                )
            )
            html.paragraphs(
                "De som ska bedömas, som ni är med i eller överväger. Saknas ett nätverk läggs det "
                "till som en fil: networks/README.md visar hur.",
                "nk-quiet",
            )

    def show_criteria(self) -> None:
        st.header("4. Kriterier och vikter", anchor=False)
        sets = dict(sorted(self.library.criteria.items(), key=lambda pair: pair[1].title))
        chosen = self._choice(
            "criteria", _NAMES["criteria"], list(sets), [each.title for each in sets.values()]
        )
        html.paragraphs(
            "Alla frågor som ställs om varje nätverk, med nivåer och vikter.", "nk-quiet"
        )
        criteria = sets.get(chosen)
        profiles = criteria.profiles if criteria else ()
        profile = self._choice(
            "profile",
            _NAMES["profile"],
            ["", *(each.id for each in profiles)],
            ["Kriteriesamlingens egna", *(each.title for each in profiles)],
        )
        if criteria:
            words = weight_words(criteria, profile)
            html.paragraphs(f"{words} Andra vikter går att pröva på sidan Jämför.", "nk-quiet")

    def show_assessors(self) -> None:
        st.header("5. Bedömare", anchor=False)
        with self._place("assessors"):
            self.typed["assessors"] = st.text_area(
                _NAMES["assessors"],
                "Miljöstrateg",
                key=state.new_key("assessors"),
                height=110,
                **_KEPT,
            )
            html.paragraphs(
                "En roll per rad, inte namn. En räcker. Är ni flera svarar var och en för sig "
                "först.",
                "nk-quiet",
            )

    def show_mistakes(self, entry: Entry) -> None:
        """Each mistake below its field, and all of them named at the button."""
        for name, words in entry.wrong.items():
            with self.below[name]:
                html.paragraphs(words, "nk-failed")
        if entry.wrong:
            many = counted(len(entry.wrong), "fält", "fält")
            listed = ", ".join(_NAMES[name].lower() for name in _NAMES if name in entry.wrong)
            st.error(f"Inte skapad ännu. {capital(many)} behöver rättas: {listed}.")

    def _text(self, name: str, hint: str, start: str = "", optional: bool = False) -> None:
        label = f"{_NAMES[name]} (valfritt)" if optional else _NAMES[name]
        with self._place(name):
            self.typed[name] = st.text_input(label, start, key=state.new_key(name), **_KEPT)
            html.paragraphs(hint, "nk-quiet")

    def _choice(self, name: str, label: str, ids: Sequence[str], titles: Sequence[str]) -> str:
        words = dict(zip(ids, titles, strict=True))
        with self._place(name):
            self.typed[name] = (
                st.radio(
                    label,
                    list(ids),
                    format_func=lambda id_: plain(words[id_]),
                    key=state.new_key(name),
                    **_KEPT,
                )
                or ""
            )
        return self.typed[name]

    def _place(self, name: str) -> Any:
        """A field's own place on the page, with room below for what is wrong with it."""
        self.below[name] = st.container(gap="xsmall")
        return self.below[name]


def _try() -> None:
    st.session_state[state.new_key(_TRIED)] = True


def _tried() -> bool:
    return state.new_key(_TRIED) in st.session_state


def _create(data: dict[str, Any]) -> None:
    # A second click on the same form is the same try, and gives the same evaluation.
    key = st.session_state.setdefault(state.new_key(_KEY), secrets.token_hex(8))
    outcome = create(store_at(data_folder()), data, _ACTOR, key)
    if isinstance(outcome, Conflict):
        st.error("Inte skapad. Någon annan skapade den samtidigt. Ladda om sidan.")
    elif isinstance(outcome, Failed):
        st.error(plain(f"Inte skapad. {capital(outcome.what)}. {outcome.remedy}."))
    else:
        state.empty_form()
        state.choose(state.EVALUATION, data["id"])
        st.switch_page("scoring.py", query_params={state.EVALUATION: data["id"]})


assert set(_NAMES) | {"kind"} == {each.name for each in fields(NewFields)}
