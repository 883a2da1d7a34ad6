"""One thing that the browser draws itself, on an empty page: nothing but the test draws it anew."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.e2e.conftest import ServedApp
from tests.e2e.walking import HUDDINGE, visit

_DRAW = """([draws, data]) => {
  window.sent ??= [];
  window.place ??= document.body.appendChild(document.createElement("div"));
  const send = (_, value) => sent.push(value);
  window[draws]({ data, parentElement: place, setStateValue: send, setTriggerValue: send });
}"""


def empty_page(page: Page, app: ServedApp) -> None:
    """A page of the program with nothing on it."""
    visit(page, app, "Ordlista", utvardering=HUDDINGE)
    page.evaluate("document.getElementById('root').remove()")


def draw(page: Page, draws: str, data: dict[str, Any]) -> None:
    """Draw it with the function of this name, or draw it anew."""
    page.evaluate(_DRAW, [draws, data])


def sent(page: Page) -> list[Any]:
    """All it has sent to the server."""
    return page.evaluate("sent")
