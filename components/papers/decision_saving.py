"""A point that somebody has filled in is saved, or they are told why it is not.

It is saved in what the click calls, before the page is drawn: else the page would be drawn twice,
once up to the button and once with what was saved. Whatever is not plain there (a field that is
missing, somebody else who has saved) is left to the drawing, which has read the files afresh.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components.seen.form_part import OPEN
from components.seen.memory import Shown
from components.seen.telling import tell_rows
from components.shell.case_saving import note_saved, save_changes, show_failure, show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from components.shell.text_fields import typed_now
from natverkskollen.editing.decision_entry import decision_from
from natverkskollen.editing.decision_fields import asked_fields
from natverkskollen.editing.decision_places import with_decision
from natverkskollen.editing.member_change import member_change
from natverkskollen.editing.outcome_choices import choice_name, known_outcome
from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change, Conflict, Failed, SaveOutcome

_DONE = "utfort"
_OTHERS = (
    "Inte sparat. När medlemskapet ändrades blev det andra förslag att välja mellan. Se över "
    "förslaget och spara igen."
)


@dataclass(frozen=True)
class Point:
    """A point as it was drawn: what is on file and what the fields held, by their names.

    `settles` is the network whose membership it settles and `about` the one it is about; `position`
    is its place among the decisions, None for a new one. `areas` are the fields of several lines.
    """

    evaluation: Evaluation
    position: int | None
    settles: str | None
    about: str | None
    saved: dict[str, Any]
    shown: Shown
    entered: dict[str, Any]
    areas: frozenset[str]

    def decision(self) -> Decision | str | None:
        """The point to be, what is missing in it in whole sentences, or None where none is."""
        outcome = known_outcome(str(self.entered["outcome"]))
        if outcome is None:
            return None
        return decision_from(outcome, {**self.saved, **self.entered}, self.evaluation, self.about)


def show_save(point: Point, label: str) -> None:
    """The button that saves a point, and how that went."""
    key = point.shown.key
    if not st.button(label, key=key("spara"), on_click=_save_at_once, args=(point,)):
        return
    done = st.session_state.pop(key(_DONE), None)
    if isinstance(done, Failed):
        show_failure(done)
    elif done == _OTHERS:
        st.warning(done)
    elif done is None:
        _save(point)


def _save_at_once(point: Point) -> None:
    """Save what the fields hold now, unless there is anything to say about it first."""
    key = point.shown.key
    st.session_state.pop(key(_DONE), None)
    now = {
        name: typed_now(key(name), drawn, "\n" if name in point.areas else " ")
        for name, drawn in point.entered.items()
    }
    if now.get("medlem") != point.entered.get("medlem"):
        st.session_state[key(_DONE)] = _OTHERS
        return
    new = replace(point, entered=now)
    decision = new.decision()
    if point.shown.changed or isinstance(decision, str):
        return
    outcome = _outcome(new, decision)
    if isinstance(outcome, Conflict):
        return
    if not isinstance(outcome, Failed):
        _remember(new)
        note_saved()
    st.session_state[key(_DONE)] = outcome


def _save(point: Point) -> None:
    decision = point.decision()
    if isinstance(decision, str):
        st.warning(plain(decision))
        return
    if point.shown.changed:
        _tell(point)
        return
    outcome = _outcome(point, decision)
    if not isinstance(outcome, (Conflict, Failed)):
        _remember(point)
    show_outcome(outcome)


def _outcome(point: Point, decision: Decision | None) -> SaveOutcome:
    old = point.evaluation.decisions
    decisions = with_decision(point.evaluation, point.position, decision)
    changes = [Change(("evaluation", "decisions"), old or None, decisions or None)]
    member = point.entered.get("medlem")
    if point.settles and member is not None:
        changes += member_change(point.evaluation, point.settles, member)
    return save_changes(point.evaluation, changes, actor())


def _tell(point: Point) -> None:
    """Show what somebody else has saved; having seen it, the person decides."""
    saved = point.saved
    point.shown.told()
    rows = [("Förslag", choice_name(str(saved["outcome"])))]
    outcome = known_outcome(str(saved["outcome"]))
    fields = asked_fields(outcome, point.evaluation, saved, True) if outcome else ()
    rows += [(f.label, str(saved[f.name])) for f in fields if f.kind != "tick"]
    tell_rows([(name, text) for name, text in rows if text])


def _remember(point: Point) -> None:
    """What is saved is what the fields show next; the form for a new point is empty again."""
    if point.settles or point.position is not None:
        point.shown.follow()
        return
    for key in [k for k in st.session_state if str(k).startswith(point.shown.key(""))]:
        if key != point.shown.key(OPEN):
            del st.session_state[key]
