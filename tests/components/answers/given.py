"""The fields of an answer on a page without a browser: what they show, and writing in them."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.components.drawn_by_browser import drawn, to_send

_FIELDS, _TYPED = "/falt", "typed"


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
        return self._shown()[1]

    def set_value(
        self, value: Any, turn: str | None = None, undecided: bool = False
    ) -> AnswerField:
        """Write in the field; `turn` is the filling that the browser had, where not the latest, and
        `undecided` says that it shows two answers to choose between."""
        element, shown = self._shown()
        said = to_send(self.app).get(element, {}).get(_TYPED)
        now = said or {"fields": shown["fields"], "turn": shown["turn"]}
        now = {**now, "fields": {**now["fields"], self._name: value}, "undecided": undecided}
        to_send(self.app)[element] = {_TYPED: now if turn is None else {**now, "turn": turn}}
        return self

    input = set_value

    def run(self) -> AppTest:
        return self.app.run()

    def _shown(self) -> tuple[str, dict[str, Any]]:
        there = drawn(self.app)
        assert f"{self._answer}{_FIELDS}" in there, f"the page has no fields for {self._answer}"
        return there[f"{self._answer}{_FIELDS}"]


def answer_texts(app: AppTest) -> list[AnswerField]:
    """Every field of every answer on the page in which one writes."""
    found = []
    for key, (_, given) in drawn(app).items():
        if not key.endswith(_FIELDS):
            continue
        names = ["rationale"] if "upper" in given["fields"] else ["score", "rationale"]
        found += [AnswerField(app, f"{key.removesuffix(_FIELDS)}/{name}") for name in names]
    return found
