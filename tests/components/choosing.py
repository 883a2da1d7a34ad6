"""A row of choices on a page without a browser: what it offers, what is made, and making one."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.components.drawn_by_browser import drawn, tell


class Choice:
    """The row of choices that sets a parameter of the address."""

    def __init__(self, app: AppTest, parameter: str):
        self.app = app
        there = drawn(app)
        assert f"val:{parameter}" in there, f"the page offers no choice of {parameter}"
        self._element, given = there[f"val:{parameter}"]
        self.options: dict[str, str] = dict(given["choices"])
        self.made: str = given["made"]

    def make(self, id_: Any) -> AppTest:
        """Choose, and wait for the page."""
        tell(self.app, self._element, "made", id_)
        return self.app.run()
