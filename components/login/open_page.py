"""A page that stays open: each of its messages is let through while the session stands.

When it stands no longer, what comes is exchanged for a plain redraw, which nothing is saved in, and
the script's first line then shows why. Nobody has to touch the page for that: it is also redrawn by
itself, so that what stood there does not stay on a screen that was left.
"""

from __future__ import annotations

import asyncio
from typing import Any

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.shell.sessions import Session, Sessions

LOOK_EACH = 2.0  # seconds between looks at whether the session of a still page stands


class OpenPage:
    """The messages of one open page, of the session under `key`."""

    def __init__(self, key: str, sessions: Sessions, receive: Receive):
        self._key = key
        self._sessions = sessions
        self._receive = receive
        self._coming: asyncio.Task[Message] | None = None
        self._accepted = False
        self._told = False
        self._address = BackMsg()  # where the page is, without anything filled in
        self._address.rerun_script.query_string = ""

    async def receive(self) -> Message:
        """The next message for the app."""
        while True:
            if self._coming is None:
                self._coming = asyncio.create_task(_of(self._receive()))
            done, _ = await asyncio.wait({self._coming}, timeout=LOOK_EACH)
            if done:
                message, self._coming = self._coming.result(), None
                return self._judged(message)
            if self._accepted and not self._told and not self._stands():
                return self._redraw()

    def close(self) -> None:
        """Listen no more."""
        if self._coming:
            self._coming.cancel()

    def _stands(self) -> bool:
        return isinstance(self._sessions.standing(self._key), Session)

    def _judged(self, message: Message) -> Message:
        if message["type"] != "websocket.receive":
            self._accepted = message["type"] == "websocket.connect"
            return message
        said = BackMsg()
        try:
            said.ParseFromString(message.get("bytes") or b"")
        except DecodeError:
            return message  # the app hangs up on it
        if said.HasField("rerun_script"):
            self._address = BackMsg()
            self._address.rerun_script.query_string = said.rerun_script.query_string
            self._address.rerun_script.page_script_hash = said.rerun_script.page_script_hash
            self._address.rerun_script.context_info.CopyFrom(said.rerun_script.context_info)
        if not self._stands():
            return self._redraw()
        if said.HasField("rerun_script") and not said.rerun_script.is_auto_rerun:
            self._sessions.used(self._key)
        return message

    def _redraw(self) -> Message:
        self._told = True
        return {"type": "websocket.receive", "bytes": self._address.SerializeToString()}


async def _of(waiting: Any) -> Message:
    found: Message = await waiting
    return found
