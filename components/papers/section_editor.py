"""The field in which a person rewrites a section of the memo, and the way back to ours.

The session remembers what the field was drawn from. An untouched field follows the file; a touched
one is saved only if the file still holds what the person saw, and else both texts are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.shell import clock, html, state, storage
from components.shell.case_saving import save_value, show_failure, show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.records import MemoText, text_hash
from natverkskollen.output.papers.blocks import Section
from natverkskollen.output.papers.section_text import (
    EDITABLE,
    differences,
    ground_changed,
    section_text,
)
from natverkskollen.store import UNSEEN, Conflict, Failed

_TEXT, _SEEN, _UNSAVED, _CLASH, _ANEW = "text", "sedd", "osparat", "krock", "nytt"


@dataclass(frozen=True)
class _Ground:
    """What a field is drawn from: the saved edit if any, our text, and the one that is shown."""

    edit: MemoText | None
    ours: str

    @property
    def text(self) -> str:
        return self.edit.text if self.edit else self.ours


@dataclass(frozen=True)
class _Clash:
    """The person's text and what is on file instead; who saved that and when, where known."""

    mine: str
    when: str


def show_editor(evaluation: Evaluation, generated: Section) -> None:
    """The section's text to rewrite; where ours has changed since, what differs."""
    if storage.closed(evaluation) or generated.id not in EDITABLE:
        return
    editor = _Editor(evaluation, generated)
    if editor.now.edit and ground_changed(generated, editor.now.edit):
        st.warning(
            "Programmets text har ändrats sedan du skrev om avsnittet: underlaget är nytt eller "
            "mallen en annan. Din text står kvar. Jämför med den nya nedan, och ändra eller byt."
        )
    what = "texten" if editor.now.edit is None else "din text"
    with st.expander(
        plain(f"Ändra {what} i ”{generated.heading or generated.id}”"),
        expanded=editor.key(_CLASH) in st.session_state,
    ):
        editor.show()


class _Editor:
    """One section's field, its buttons, and what the session remembers of it."""

    def __init__(self, evaluation: Evaluation, generated: Section):
        self.evaluation, self.section = evaluation, generated
        edit = evaluation.memo_texts.get(generated.id)
        self.now = _Ground(edit, section_text(generated.blocks))

    def key(self, field: str) -> str:
        return state.case_key(self.evaluation.id, "avsnitt", self.section.id, field)

    def show(self) -> None:
        """The field with its buttons, or both texts where somebody else has saved another."""
        clash = st.session_state.get(self.key(_CLASH))
        if clash is not None:
            self._show_clash(clash)
            return
        typed = st.text_area(
            "Avsnittets text (## rubrik, ### mindre rubrik, - punkt; tabellerna följer med)",
            self._start(),
            height=320,
            key=self.key(_TEXT),
        )
        seen = self._seen(typed)
        if st.button("Spara texten", key=self.key("spara")):
            self._save(seen, typed.strip())
        if self.now.edit:
            self._show_differences(self.now.edit.text, self.now.ours, "den nya texten")
            if st.button("Hämta ny text", key=self.key("hamta")):
                self._save(seen, "")

    def _start(self) -> str:
        """Fill the field where the session knows what it shows; else what it is to start from.

        A new session leaves the field to the browser, which may have kept what was typed.
        """
        seen: _Ground | None = st.session_state.get(self.key(_SEEN))
        typed = st.session_state.get(self.key(_TEXT))
        anew = st.session_state.pop(self.key(_ANEW), False)
        if seen is None and not anew:
            return self.now.text
        unsaved = None if anew else st.session_state.get(self.key(_UNSAVED))
        shown = (None, seen.text if seen else None)
        if anew or (typed in shown and unsaved in shown):
            st.session_state[self.key(_SEEN)] = self.now
            if typed != self.now.text:
                st.session_state[self.key(_TEXT)] = self.now.text
        elif typed is None:  # back from another page: what was not saved is still there
            st.session_state[self.key(_TEXT)] = unsaved
        return ""

    def _seen(self, typed: str) -> _Ground | None:
        """What the field was drawn from; None where the browser kept a text we never showed."""
        seen = st.session_state.get(self.key(_SEEN))
        if seen is None and typed == self.now.text:
            seen = st.session_state[self.key(_SEEN)] = self.now
        elif seen is None and typed == self.now.ours:  # nobody wrote that: follow the file
            self._forget()
            st.rerun()
        if seen is None or typed != seen.text:
            st.session_state[self.key(_UNSAVED)] = typed
            html.paragraphs("Det du har skrivit är inte sparat än.", "nk-quiet")
        else:
            st.session_state.pop(self.key(_UNSAVED), None)
        return seen

    def _save(self, seen: _Ground | None, text: str) -> None:
        """Save an own text, or with none our own again; nothing is overwritten unseen."""
        ground = seen or self.now
        own = (
            MemoText(text=text, of=text_hash(ground.ours))
            if text not in ("", ground.ours)
            else None
        )
        self._settle(seen.edit if seen else UNSEEN, own)

    def _settle(self, shown: object, new: MemoText | None) -> None:
        path = ("memo_texts", self.section.id)
        outcome = save_value(self.evaluation, path, shown, new, actor())
        if isinstance(outcome, Failed):
            show_failure(outcome)
            return
        if isinstance(outcome, Conflict):
            when = next((clock.moment(each.when) for each in outcome.clashes if each.when), "")
            mine = new.text if new else self.now.ours
            st.session_state[self.key(_CLASH)] = _Clash(mine, when)
        else:
            self._forget()
            show_outcome(outcome)
        st.rerun()

    def _forget(self) -> None:
        for name in (_CLASH, _UNSAVED):
            st.session_state.pop(self.key(name), None)
        st.session_state[self.key(_ANEW)] = True

    def _show_clash(self, clash: _Clash) -> None:
        saved = f" Den är sparad {clash.when}." if clash.when else ""
        st.warning(
            "Din text och den i filen skiljer sig åt: någon annan har ändrat avsnittet, eller så "
            f"har sidan varit frånkopplad.{saved} Inget är borta. Välj vilken som ska gälla."
        )
        self._show_differences(clash.mine, self.now.text, "den sparade texten")
        if st.button("Spara min text", key=self.key("mitt")):
            own = None
            if clash.mine != self.now.ours:
                own = MemoText(text=clash.mine, of=text_hash(self.now.ours))
            self._settle(self.now.edit, own)
        if st.button("Behåll den sparade texten", key=self.key("deras")):
            self._forget()
            st.rerun()

    def _show_differences(self, mine: str, other: str, name: str) -> None:
        rows = differences(mine, other, name)
        if rows:
            cells = [(kind, html.Cell(text, wide=True)) for kind, text in rows]
            html.table(f"Så skiljer sig {name} från din", ("Var", "Text"), cells)
