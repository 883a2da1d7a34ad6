"""The gate that every request passes before anything else looks at it.

It lets in those who ask for this server by its name and from its own pages, keeps closed what no
page of ours uses, and holds back whoever asks faster than a person can.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter

import streamlit as st
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.shell import hosts, uploads
from components.shell.addresses import below_base
from components.shell.pace import Pace
from components.shell.turns import TURNS

FULL = "Nätverkskollen är full just nu. Vänta några minuter och ladda om sidan."
_UPLOAD = "_stcore/upload_file/"
# What Streamlit tells of itself, and the ways in that only its own tools use.
_CLOSED = ("_stcore/metrics", "_stcore/agent", "_stcore/script-health-check")
_REFUSED = 1008  # the WebSocket codes of RFC 6455 and IANA: against the policy, and try later
_LATER = 1013


class Gate:
    """Middleware, outermost; `most` is how many pages can be open at a time."""

    def __init__(self, app: ASGIApp, most: int):
        self.app = app
        self._most = most
        self._open = 0
        self._files_coming = Counter[str]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            refusal = _refusal(scope) or self._full(scope)
            if refusal:
                await refusal(scope, receive, send)
            elif scope["method"] == "PUT" and below_base(scope["path"]).startswith(_UPLOAD):
                await self._file(scope, receive, send)
            else:
                await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry the messages of one open page, no faster than a person works."""
        if self._open >= self._most or _stranger(scope):
            code = _REFUSED if _stranger(scope) else _LATER
            await send({"type": "websocket.close", "code": code})
            return
        pace = Pace(time.monotonic())

        async def paced() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                await asyncio.sleep(pace.wait(time.monotonic()))
            return message

        self._open += 1
        try:
            await self.app(scope, paced, send)
        finally:
            self._open -= 1

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a file for a page that has a field for it, while there is room."""
        session = below_base(scope["path"]).removeprefix(_UPLOAD).partition("/")[0]
        refusal = None
        if not uploads.takes_files(session):
            refusal = _no(403, "Sidan tar inte emot någon fil.")
        elif not uploads.make_room_for_file(session, self._files_coming[session]):
            refusal = _no(503, "Servern tar inte emot fler filer just nu.")
        if refusal:
            await refusal(scope, receive, send)
            return
        self._files_coming[session] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._files_coming[session] -= 1
            self._files_coming += Counter[str]()  # forgets those at nought

    def _full(self, scope: Scope) -> Response | None:
        """The answer where no more pages can be opened: to those who ask for one, not its parts."""
        wants_page = b"text/html" in _header(scope, b"accept")
        if not wants_page or not (self._open >= self._most or TURNS.crowded):
            return None
        return _no(503, FULL, {"Retry-After": "120"})


def _refusal(scope: Scope) -> Response | None:
    """Why a request is not let in; None where it is."""
    if _stranger(scope):
        return _no(403, "Den här adressen svarar servern inte på. Se docs/drift.md.")
    if below_base(scope["path"]).startswith(_CLOSED):
        return _no(404, "Finns inte.")
    return None


def _stranger(scope: Scope) -> bool:
    """Whether it is another name than ours that is asked for, or another's page that asks."""
    host, origin = (_header(scope, name).decode("latin-1") for name in (b"host", b"origin"))
    if not hosts.answers_to(host, hosts.names()):
        return True
    if _header(scope, b"sec-fetch-site") == b"cross-site" and not _link(scope):
        return not hosts.asks_from_us(origin, host, _others())
    return bool(origin) and not hosts.asks_from_us(origin, host, _others())


def _link(scope: Scope) -> bool:
    """Whether a person followed a link, from a letter or another site, to a page of ours."""
    return _header(scope, b"sec-fetch-mode") == b"navigate" and scope.get("method") == "GET"


def _others() -> tuple[str, ...]:
    return tuple(str(each) for each in st.get_option("server.corsAllowedOrigins") or ())


def _header(scope: Scope, name: bytes) -> bytes:
    """A header as it was sent; empty where it was not. Sent twice it is no one thing we know."""
    found = [bytes(value) for told, value in scope["headers"] if told.lower() == name]
    return found[0] if len(found) == 1 else b", ".join(found)


def _no(status: int, words: str, more: dict[str, str] | None = None) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", **(more or {})}
    return PlainTextResponse(words, status, headers=headers)
