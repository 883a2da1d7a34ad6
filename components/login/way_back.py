"""The page that somebody was on the way to when they had to sign in, found again afterwards.

Streamlit leads everybody back to the first page. What tells two sign-ins apart is the state that
the provider hands back; the page is remembered by it here, and in no browser.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs, quote, urlsplit

from starlette.types import Message, Scope, Send

from components.shell.addresses import below_base, leads_somewhere

TO = "till"
_MOST = 1_000
_LONGEST = 2_000


class WayBack:
    """The pages of those who are on their way to the provider, by state."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}

    def leaving(self, scope: Scope, send: Send) -> Send:
        """Remember where a browser that is now sent to the provider wants to come."""
        page = page_in(_question(scope, TO))

        async def noted(message: Message) -> None:
            state = parse_qs(urlsplit(_location(message)).query).get("state", [""])[0]
            if page and state:
                self._pages[state] = page
                for old in list(self._pages)[:-_MOST]:
                    del self._pages[old]
            await send(message)

        return noted

    def coming(self, scope: Scope, send: Send) -> Send:
        """Lead a browser that comes from the provider to the page it was on the way to."""
        page = self._pages.pop(_question(scope, "state"), "")

        async def led(message: Message) -> None:
            if page and _location(message):
                others = [pair for pair in message["headers"] if pair[0].lower() != b"location"]
                message = {**message, "headers": [*others, (b"location", page.encode())]}
            await send(message)

        return led


def page_in(asked: str) -> str:
    """The address of a page of ours with its choices; empty for any other address."""
    if not asked.startswith("/") or asked.startswith("//") or len(asked) > _LONGEST:
        return ""
    parts = urlsplit(asked)
    if parts.netloc or not leads_somewhere(below_base(parts.path)):
        return ""
    choices = quote(parts.query, safe="=&%+-._~")
    return quote(parts.path) + (f"?{choices}" if choices else "")


def asked_for(scope: Scope) -> str:
    """The address a request is for, with its question, as a browser writes it."""
    question = bytes(scope.get("query_string", b"")).decode("latin-1")
    return quote(scope["path"]) + (f"?{question}" if question else "")


def _question(scope: Scope, name: str) -> str:
    raw = bytes(scope.get("query_string", b"")).decode("latin-1")
    return parse_qs(raw).get(name, [""])[0]


def _location(message: Message) -> str:
    headers: Iterable[tuple[bytes, bytes]] = message.get("headers", ())
    if message["type"] != "http.response.start" or message["status"] not in (302, 303, 307):
        return ""
    return next((v.decode("latin-1") for n, v in headers if n.lower() == b"location"), "")
