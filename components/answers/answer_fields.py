"""The fields in which one answer is given, by the criterion's kind, drawn by the browser itself.

A step on the scale is chosen, with an upper end where a person is unsure. A figure is typed. Beside
it is why, and what it rests on. docs/beslut/0040 tells why they are not Streamlit's.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from components.seen.memory import Shown
from natverkskollen.analysis.wording import GRADES, STATES
from natverkskollen.editing.answer_entry import NOT_APPLICABLE, NOT_ASSESSED, Fields
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion

Key = Callable[[str], str]
_DRAWN, _HELD, _TYPED, _MARK = "falt", "i-falten", "typed", "mark"
# What draws them stands in the page's head (answer_fields.js), and is sent once.
_FIELDS = st.components.v2.component(
    "nk_answer",
    js="export default (each) =>\n  window.nkAnswerFields(each);",
    isolate_styles=False,  # one house's looks, and one keyboard for all of the page
)


@dataclass(frozen=True)
class Held:
    """What the fields hold; `turn` is which filling of them by the session this is or follows on.

    `received` says whether the browser had that filling when it said what they hold.
    """

    fields: Fields = field(default_factory=dict)
    turn: str = ""
    received: bool = True


@dataclass(frozen=True)
class Kept:
    """What the browser has kept in the fields; `undecided` while it showed two answers to choose
    between, and the person had not."""

    fields: Fields
    undecided: bool


class AnswerShown(Shown):
    """An answer as it is drawn: its fields are one element, and what they hold is one entry.

    `turn` is another each time that the session, and not the person, gives the fields something.
    """

    @property
    def turn(self) -> str:
        """Which filling the fields were given last; empty where the browser keeps what it has."""
        return in_fields(self.key).turn

    @property
    def fields(self) -> Fields:
        """What the fields are to hold when they are drawn."""
        return {**self.now.fields, **in_fields(self.key).fields}

    def hold(self, fields: Mapping[str, Any], anew: bool = False) -> None:
        """Say what the fields hold on screen; `anew` where the session is to put it there, since
        the browser may still show what another session gave it."""
        turn = secrets.token_hex(4) if anew else self.turn
        st.session_state[self.key(_HELD)] = Held(dict(fields), turn)

    def _in(self, name: str) -> Any:
        return in_fields(self.key).fields.get(name)

    def _fill(self, values: Mapping[str, Any], locked: bool) -> None:
        before = in_fields(self.key).fields
        after = {**before, **values}
        # Also where the browser is known to be behind, and would take it for what it has had.
        if after != before or not in_fields(self.key).received:
            self.hold(after, anew=True)


def show_fields(
    key: Key,
    criteria: CriteriaSet,
    criterion: Criterion,
    network: str,
    fields: Fields,
    turn: str = "",
    save: Callable[[], None] = lambda: None,
    hidden: bool = False,
) -> Kept | None:
    """Draw a network's name and the fields of its answer; `key` names what belongs to the answer.

    `save` is called when they have changed, and asks `in_fields`. Where they are `hidden`, what is
    being written in them comes at once, and nothing more. What comes back is what the
    browser has kept in them, where somebody has changed them since they were drawn; else None.
    """

    def changed() -> None:
        typed, held = st.session_state[key(_DRAWN)].get(_TYPED), in_fields(key)
        given = _given(typed, fields)
        if given is None or given == held.fields:  # it says what it has been filled with
            return
        received = held.turn in ("", typed.get("turn"))  # or the session has put nothing there
        st.session_state[key(_HELD)] = Held(given, held.turn, received)
        save()

    kept = _FIELDS(
        key=key(_DRAWN),
        data={
            "id": key(_DRAWN),
            "network": network,
            "name": f"{criterion.title}, {network}",
            "fields": fields,
            "turn": turn,
            "heard": _heard(key),
            "hidden": hidden,
            **_figure(criteria, criterion),
            "grades": [["", "Ej angiven, räknas som C"], *GRADES.items()],
            "words": _words(criterion),
        },
        on_typed_change=changed,
    )
    typed = kept.get(_TYPED) or {}
    given = _given(typed, fields)
    return None if given is None else Kept(given, typed.get("undecided") is True)


def _heard(key: Key) -> str:
    """The mark of what the browser said last; empty where this session has heard nothing."""
    typed = (st.session_state.get(key(_DRAWN)) or {}).get(_TYPED)
    return str(typed.get(_MARK, "")) if isinstance(typed, dict) else ""


def _given(typed: Any, drawn: Fields) -> Fields | None:
    """What the browser says that the fields hold; None where it says nothing of them all, as no
    page of ours does."""
    given = typed.get("fields") if isinstance(typed, dict) else None
    if not isinstance(given, dict) or given.keys() != drawn.keys():
        return None
    plain = all(type(value) in (str, int) for value in given.values())
    texts = all(isinstance(given[name], str) for name in ("rationale", "grade"))
    return given if plain and texts else None


def _figure(criteria: CriteriaSet, criterion: Criterion) -> dict[str, Any]:
    """The choices on the scale, with what each means for who cannot see it stand above the rows."""
    if not criterion.judged:
        return {}
    steps = [[step, str(step), criterion.level_texts[step]] for step in criteria.scale.steps]
    told = ((NOT_ASSESSED, "not-assessed"), (NOT_APPLICABLE, "not-applicable"))
    others = [[value, STATES[state], ""] for value, state in told]
    return {"levels": [*steps, *others], "steps": list(criteria.scale.steps)}


def _words(criterion: Criterion) -> dict[str, str]:
    figure = "" if criterion.judged else f"Svar i {criterion.measured_in} (tal eller intervall)"
    return {
        "score": figure,
        "upper": "Osäker? Intervall till och med nivå",
        "one": "Inget intervall",
        "grade": "Vad uppgiften bygger på",
        "rationale": "Motivering",
    }


def in_fields(key: Key) -> Held:
    """What the fields of an answer hold, as the browser last said or was given to put there."""
    held: Held = st.session_state.get(key(_HELD)) or Held()
    return held
