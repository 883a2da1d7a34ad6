"""The files that every browser fetches at its first visit: packed once, and no larger than needed.

Packing them anew at every first visit costs a tenth of a second of a processor that the page itself
waits for; Streamlit leaves them unpacked for that reason, three times as many bytes.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue

import brotli
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.shell.addresses import below_base
from components.shell.typefaces import PARTS, WHOLE

PLACE = "static/"  # where Streamlit serves its files, each by a name that its contents decide
_MOST_BYTES = 16_000_000
QUIET_SECONDS = 20.0  # without a first visit, before a processor is taken for those to come
_NEVER = re.compile(rb";\s*q=0(\.0*)?\s*$")
_KEPT_A_YEAR = {
    "content-type": "font/woff2",
    "cache-control": "public, immutable, max-age=31536000",
}
# The shell's HTML is rewritten on its way out, and is not packed here.
_PACKABLE = (b"text/css", b"text/javascript", b"application/javascript", b"image/svg")

_Pack = Callable[[bytes], bytes]


@dataclass(frozen=True)
class _Way:
    """A way of packing: fast for the first who waits, and as hard as it goes when nobody does.

    Browsers take brotli over TLS and on one's own computer, and gzip everywhere.
    """

    name: bytes
    fast: _Pack
    hard: _Pack | None


_WAYS = (
    _Way(b"br", lambda raw: brotli.compress(raw, quality=5), brotli.compress),
    _Way(b"gzip", lambda raw: gzip.compress(raw, 9, mtime=0), None),
)
_File = tuple[list[tuple[bytes, bytes]], bytes]


class PackedFiles:
    """Middleware: answers for a file under static/ in what the browser takes."""

    def __init__(self, app: ASGIApp):
        self.app = app
        self._kept: dict[tuple[bytes, str], _File] = {}
        self._bytes = 0
        self._asked = time.monotonic()
        self._parts = {address: part.read_bytes() for address, part in PARTS.items()}
        self._harder: SimpleQueue[tuple[_Pack, tuple[bytes, str], bytes]] = SimpleQueue()
        self._packer: threading.Thread | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not below_base(scope["path"]).startswith(PLACE):
            await self.app(scope, receive, send)
            return
        part = self._parts.get(below_base(scope["path"]))
        if part and scope.get("query_string") != WHOLE:
            await Response(part, headers=_KEPT_A_YEAR)(scope, receive, send)
            return
        way = _way(scope)
        if way is None:
            await self.app(scope, receive, send)
            return
        self._asked = time.monotonic()
        asked = (way.name, scope["path"])
        kept = self._kept.get(asked) or await self._packed(way, scope, receive, send)
        if kept is None:
            return  # it was no file to pack, and has been sent as it came
        told, body = kept
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [*told, length]})
        await send({"type": "http.response.body", "body": body})

    async def _packed(self, way: _Way, scope: Scope, receive: Receive, send: Send) -> _File | None:
        hidden = (b"accept-encoding", b"if-none-match", b"if-modified-since")
        headers = [(name, value) for name, value in scope["headers"] if name not in hidden]
        answer = _Answer(send)
        await self.app({**scope, "headers": headers}, receive, answer)
        if answer.start is None:
            return None
        told = [
            (name, value)
            for name, value in answer.start["headers"]
            if name.lower() not in (b"content-length", b"etag", b"accept-ranges")
        ]
        told += [(b"content-encoding", way.name), (b"vary", b"Accept-Encoding")]
        packed = told, await asyncio.to_thread(way.fast, answer.body)
        asked = (way.name, scope["path"])
        if self._bytes + len(packed[1]) <= _MOST_BYTES and asked not in self._kept:
            self._kept[asked] = packed
            self._bytes += len(packed[1])
            if way.hard:
                self._pack_harder(way.hard, asked, answer.body)
        return packed

    def _pack_harder(self, hard: _Pack, asked: tuple[bytes, str], raw: bytes) -> None:
        self._harder.put((hard, asked, raw))
        if self._packer is None:
            self._packer = threading.Thread(target=self._pack, name="packar", daemon=True)
            self._packer.start()

    def _pack(self) -> None:
        if sys.platform == "linux":  # elsewhere the number is no thread's
            with suppress(OSError):  # all else there is to do comes first
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        while True:
            hard, asked, raw = self._harder.get()
            while (early := self._asked + QUIET_SECONDS - time.monotonic()) > 0:
                time.sleep(early)
            told, fast = self._kept[asked]
            packed = hard(raw)
            self._kept[asked] = told, packed
            self._bytes += len(packed) - len(fast)


def _way(scope: Scope) -> _Way | None:
    """How the file asked for is to be packed; None where it is not."""
    headers = dict(scope["headers"])
    if scope["method"] != "GET" or b"range" in headers:
        return None
    taken = headers.get(b"accept-encoding", b"")
    offered = {each.split(b";")[0].strip() for each in taken.split(b",") if not _NEVER.search(each)}
    return next((way for way in _WAYS if way.name in offered), None)


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
