"""The field in which a person rewrites a section of the memo, and the way back to ours.

A touched field is saved only if the file still holds what the person saw, and else both texts are
shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components.seen.form_part import form_part
from components.seen.memory import Memory, Shown, Sight
from components.shell import clock, html, state, storage
from components.shell.case_saving import save_value, show_failure, show_outcome
from components.shell.person import actor
from components.shell.text_fields import text_box, typed_now
from natverkskollen.editing.typed import unfit
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.memo_text import MemoText, text_hash
from natverkskollen.output.papers.blocks import Section
from natverkskollen.output.papers.measure import measure, running_texts
from natverkskollen.output.papers.section_text import (
    EDITABLE,
    differences,
    ground_changed,
    section_text,
    text_blocks,
)
from natverkskollen.store import UNSEEN, Conflict, Failed

_TEXT = "text"


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
    theirs: MemoText | None
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
    with form_part(f"Ändra texten i ”{generated.heading or generated.id}”", editor.memory) as part:
        if part.open:
            editor.show()


class _Editor:
    """One section's field, its buttons, and what the session remembers of it."""

    def __init__(self, evaluation: Evaluation, generated: Section):
        self.evaluation, self.section = evaluation, generated
        self.networks = len(evaluation.memberships)
        edit = evaluation.memo_texts.get(generated.id)
        self.now = _Ground(edit, section_text(generated.blocks))
        self.memory = Memory(self.key)

    def key(self, field: str) -> str:
        return state.case_key(self.evaluation.id, "avsnitt", self.section.id, field)

    def show(self) -> None:
        """The field with its buttons, or both texts where somebody else has saved another."""
        clash = self.memory.clash
        if clash is not None:
            self._show_clash(clash)
            return
        shown = Shown(self.key, Sight({_TEXT: self.now.text}, self.now))
        typed = text_box(
            "Avsnittets text (## rubrik, ### mindre rubrik, - punkt; tabellerna följer med)",
            shown.first(_TEXT),
            height=320,
            key=self.key(_TEXT),
            on_change=shown.noting(_TEXT),
        )
        if shown.new and typed == self.now.ours != self.now.text:  # nobody wrote that
            shown.follow()
            st.rerun()
        shown.drawn({_TEXT: typed})
        size = measure(running_texts(text_blocks(typed)), self.section.id, self.networks)
        html.paragraphs(size.sentence, "nk-quiet")
        if shown.touched:
            html.paragraphs("Det du har skrivit är inte sparat än.", "nk-quiet")
        if st.button("Spara texten", key=self.key("spara")):
            self._save(shown.of, typed.strip())
        if self.now.edit:
            self._show_differences(self.now.edit.text, self.now.ours, "den nya texten")
            if st.button("Byt till ny text", key=self.key("hamta")):
                self._save(shown.of, "")

    def _save(self, seen: Any, text: str) -> None:
        """Save an own text, or with none our own again; nothing is overwritten unseen."""
        if unfit(text):  # why not is told at the field
            return
        ground = self.now if seen is UNSEEN else seen
        own = (
            MemoText(text=text, of=text_hash(ground.ours))
            if text not in ("", ground.ours)
            else None
        )
        self._settle(UNSEEN if seen is UNSEEN else seen.edit, own)

    def _settle(self, shown: object, new: MemoText | None) -> None:
        path = ("memo_texts", self.section.id)
        outcome = save_value(self.evaluation, path, shown, new, actor())
        if isinstance(outcome, Failed):
            show_failure(outcome)
            return
        if isinstance(outcome, Conflict):
            when = next((clock.moment(each.when) for each in outcome.clashes if each.when), "")
            mine = new.text if new else self.now.ours
            self.memory.meet(_Clash(mine, self.now.edit, when))
        else:
            self.memory.follow()
            show_outcome(outcome)
        st.rerun()

    def _show_clash(self, clash: _Clash) -> None:
        saved = f" Den är sparad {clash.when}." if clash.when else ""
        other = "den sparade texten" if self.now.edit else "programmets text"
        st.warning(
            f"Din text och {other} skiljer sig åt: någon annan har ändrat avsnittet, eller så "
            f"har sidan varit frånkopplad.{saved} Inget är borta. Välj vilken som ska gälla."
        )
        # In its field, where the browser keeps it also if the server is restarted.
        if st.session_state.get(self.key(_TEXT)) != clash.mine:
            st.session_state[self.key(_TEXT)] = clash.mine
        text_box(
            "Din text (du kan ändra den innan du väljer)",
            "",
            height=320,
            key=self.key(_TEXT),
            on_change=self._rewrite,
        )
        self._show_differences(clash.mine, self.now.text, other)
        if st.button("Spara min text", key=self.key("mitt")) and not unfit(clash.mine):
            own, mine = None, clash.mine.strip()
            if mine not in ("", self.now.ours):
                own = MemoText(text=mine, of=text_hash(self.now.ours))
            self._settle(clash.theirs, own)  # a third text is another clash
        if st.button(f"Behåll {other}", key=self.key("deras")):
            self.memory.follow()
            st.rerun()
        if clash.theirs != self.now.edit:  # it has been shown now, and may be replaced by a choice
            self.memory.meet(replace(clash, theirs=self.now.edit, when=""))

    def _rewrite(self) -> None:
        """What is written while the person chooses is the text they choose."""
        clash = self.memory.clash
        if clash is not None:  # the choice may have been made before the page was drawn anew
            self.memory.meet(replace(clash, mine=typed_now(self.key(_TEXT), clash.mine, "\n")))

    def _show_differences(self, mine: str, other: str, name: str) -> None:
        rows = differences(mine, other, name)
        if rows:
            cells = [(kind, html.Cell(text, wide=True)) for kind, text in rows]
            html.table(f"Så skiljer sig {name} från din", ("Var", "Text"), cells)
