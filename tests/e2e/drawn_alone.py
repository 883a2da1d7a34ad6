"""One thing that the browser draws itself, on an empty page: nothing but the test draws it anew."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, Route

from tests.e2e.conftest import ServedApp

# What fetches Streamlit's own programs, most of what a page takes; ours stand in the page itself.
_STREAMLIT = re.compile(r"""<script[^>]*\bsrc=[^>]*></script>|<link rel="modulepreload"[^>]*>""")

_DRAW = """([draws, data]) => {
  window.sent ??= [];
  window.place ??= document.body.appendChild(document.createElement("div"));
  const send = (_, value) => sent.push(value);
  window[draws]({ data, parentElement: place, setStateValue: send, setTriggerValue: send });
}"""


def empty_page(page: Page, app: ServedApp) -> None:
    """A page of the program with nothing on it, and nothing of Streamlit's that could draw it."""

    def without_streamlit(route: Route) -> None:
        answer = route.fetch()
        body, found = _STREAMLIT.subn("", answer.text())
        assert found, "the page has Streamlit's programs"
        route.fulfill(response=answer, body=body)

    page.route(f"{app.url}/", without_streamlit)
    page.goto(f"{app.url}/")


def draw(page: Page, draws: str, data: dict[str, Any]) -> None:
    """Draw it with the function of this name, or draw it anew."""
    page.evaluate(_DRAW, [draws, data])


def sent(page: Page) -> list[Any]:
    """All it has sent to the server."""
    return page.evaluate("sent")
