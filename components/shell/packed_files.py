"""The files that every browser fetches at its first visit: packed once, and no larger than needed.

Packing them anew at every first visit costs a tenth of a second of a processor that the page itself
waits for; Streamlit leaves them unpacked for that reason, three times as many bytes.
"""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.shell.addresses import below_base

PLACE = "static/"  # where Streamlit serves its files, each by a name that its contents decide
# Streamlit's icons, and those of them that its code names (made by tests/icons.py).
ICON_FONT = "static/media/MaterialSymbols-Rounded.nEdyypZU.woff2"
ICONS = Path(__file__).with_name("icons.woff2")
_MOST_BYTES = 16_000_000
_KEPT_A_YEAR = {
    "content-type": "font/woff2",
    "cache-control": "public, immutable, max-age=31536000",
}
# The shell's HTML is rewritten on its way out, and is not packed here.
_PACKABLE = (b"text/css", b"text/javascript", b"application/javascript", b"image/svg")


class PackedFiles:
    """Middleware: answers for a file under static/ in gzip, where the browser takes that."""

    def __init__(self, app: ASGIApp):
        self.app = app
        self._kept: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}
        self._bytes = 0
        self._icons = ICONS.read_bytes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and below_base(scope["path"]) == ICON_FONT:
            icons = Response(self._icons, headers=_KEPT_A_YEAR, media_type="font/woff2")
            await icons(scope, receive, send)
            return
        if not _asked_packed(scope):
            await self.app(scope, receive, send)
            return
        hidden = (b"accept-encoding", b"if-none-match", b"if-modified-since")
        headers = [(name, value) for name, value in scope["headers"] if name not in hidden]
        path = scope["path"]
        if path not in self._kept:
            answer = _Answer(send)
            await self.app({**scope, "headers": headers}, receive, answer)
            if answer.start is None:
                return  # it was no file to pack, and has been sent as it came
            told = [
                (name, value)
                for name, value in answer.start["headers"]
                if name.lower() not in (b"content-length", b"etag", b"accept-ranges")
            ]
            body = await asyncio.to_thread(gzip.compress, answer.body, 9, mtime=0)
            told += [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
            kept = (told, body)
            if self._bytes + len(body) <= _MOST_BYTES and path not in self._kept:
                self._kept[path] = kept
                self._bytes += len(body)
        else:
            kept = self._kept[path]
        told, body = kept
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [*told, length]})
        await send({"type": "http.response.body", "body": body})


def _asked_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = dict(scope["headers"])
    packed = b"gzip" in headers.get(b"accept-encoding", b"") and b"range" not in headers
    return packed and below_base(scope["path"]).startswith(PLACE)


class _Answer:
    """Collects a file that can be packed; passes every other answer straight on."""

    def __init__(self, send: Send):
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            told = {name.lower(): value for name, value in message["headers"]}
            kind = told.get(b"content-type", b"")
            if message["status"] == 200 and kind.startswith(_PACKABLE):
                self.start = message
                return
        elif self.start is not None:
            self.body += message.get("body", b"")
            return
        await self.send(message)
