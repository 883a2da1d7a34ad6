"""The fields of an answer on a page without a browser: what they show, and writing in them.

They are a component of our own, which Streamlit's AppTest draws and does not know how to fill in.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ElementTree

_ELEMENT, _GIVEN = "bidi_component", "_given_answers"


class AnswerField:
    """One field, by the key it would have: the answer's own, and the field's name."""

    def __init__(self, app: AppTest, key: str):
        self.app = app
        self.key = key
        self._answer, _, self._name = key.rpartition("/")

    @property
    def value(self) -> Any:
        return self.drawn["fields"][self._name]

    @property
    def drawn(self) -> dict[str, Any]:
        """What the answer's element was given when it was drawn."""
        return _shown(self.app, self._answer)[1]

    def set_value(self, value: Any, turn: str | None = None) -> AnswerField:
        """Write in the field; `turn` is the filling that the browser had, where not the latest."""
        element, drawn = _shown(self.app, self._answer)
        given = self.app._tree.__dict__.setdefault(_GIVEN, {})
        now = given.get(element) or {"fields": drawn["fields"], "turn": drawn["turn"]}
        given[element] = {**now, "fields": {**now["fields"], self._name: value}}
        if turn is not None:
            given[element]["turn"] = turn
        return self

    input = set_value

    def run(self) -> AppTest:
        return self.app.run()


def answer_texts(app: AppTest) -> list[AnswerField]:
    """Every field of every answer on the page in which one writes."""
    found = []
    for each in app.get(_ELEMENT):
        fields = json.loads(each.proto.json)["fields"]
        names = ["rationale"] if "upper" in fields else ["score", "rationale"]
        found += [AnswerField(app, f"{each.key.rpartition('/')[0]}/{name}") for name in names]
    return found


@pytest.fixture(autouse=True, scope="session")
def what_is_given_is_sent() -> Iterator[None]:
    """What was written in the fields goes with what Streamlit's own hold, as from a browser."""
    ask = ElementTree.get_widget_states

    def asked(tree: ElementTree) -> WidgetStates:
        states = ask(tree)
        for element, given in tree.__dict__.pop(_GIVEN, {}).items():
            typed = {**given, "mark": secrets.token_hex(4)}
            states.widgets.append(WidgetState(id=element, json_value=json.dumps({"typed": typed})))
        return states

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ElementTree, "get_widget_states", asked)
        yield


def _shown(app: AppTest, answer: str) -> tuple[str, dict[str, Any]]:
    """The id of an answer's element, and what it was given when it was drawn."""
    there = {each.key: each.proto for each in app.get(_ELEMENT)}
    assert f"{answer}/falt" in there, f"the page has no fields for {answer}"
    proto = there[f"{answer}/falt"]
    return proto.id, json.loads(proto.json)
