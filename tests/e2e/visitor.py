"""A visitor without a browser: speaks to the server as Streamlit's page does, or as an attack."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from collections.abc import AsyncIterator, Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60
_SAVED = "Alla ändringar är sparade".encode()
T = TypeVar("T")
Sent = Mapping[str, str | bool | dict[str, Any]]


@dataclass(frozen=True)
class DrawnAnswer:
    """The fields of an answer as a page has drawn them, and the name that the page has for them."""

    id: str
    fields: dict[str, Any]
    turn: str

    def written(self, **given: Any) -> dict[str, str | bool | dict[str, Any]]:
        """What a page sends when some of the fields have been written in."""
        typed = {"fields": {**self.fields, **given}, "turn": self.turn}
        return {self.id: {"typed": {**typed, "mark": secrets.token_hex(4)}}}


def drawn_answers(heard: Iterable[ForwardMsg]) -> dict[str, DrawnAnswer]:
    """The answers that were drawn last, by their keys."""
    found = {}
    for message in heard:
        element = message.delta.new_element.bidi_component
        data = json.loads(element.json) if element.id else {}
        if "fields" in data:  # and not a row of choices, which the browser draws itself too
            key = data["id"].rpartition("/")[0]
            found[key] = DrawnAnswer(element.id, data["fields"], data["turn"])
    return found


def _ended(said: ForwardMsg) -> bool:
    """Whether it says that a run has come to its end, and not that it begins again."""
    if said.WhichOneof("type") != "script_finished":
        return False
    return bool(said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN)


def done(work: Coroutine[Any, Any, T]) -> T:
    """What some work comes to; in a thread of its own, for the browser's loop runs in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


class Visitor:
    """One open page."""

    def __init__(self, line: ClientConnection):
        self._line = line
        self.session = ""
        self.said = b""  # what the server has sent, as it came
        self.heard: list[ForwardMsg] = []  # the same, message by message
        self._latest = b""

    async def ask(self, page: str = "", query: str = "", sent: Sent | None = None) -> None:
        """Have a page drawn, by its address and its choices.

        `sent` are its texts and buttons, and what is written in its answers.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        for id_, value in (sent or {}).items():
            told = asked.rerun_script.widget_states.widgets.add(id=id_)
            if isinstance(value, dict):
                told.json_value = json.dumps(value)
            else:
                setattr(told, "trigger_value" if isinstance(value, bool) else "string_value", value)
        await self._line.send(asked.SerializeToString())

    async def drawn(self) -> None:
        """Wait until the page has been drawn, also where it is drawn once more by itself."""
        async with asyncio.timeout(PATIENCE):
            while not _ended(said := await self._hear()):
                if said.HasField("new_session"):
                    self.session = said.new_session.initialize.session_id or self.session

    async def begun(self) -> None:
        """Wait until a run has begun, as it says before it calls anything."""
        async with asyncio.timeout(PATIENCE):
            while not (await self._hear()).HasField("new_session"):
                pass

    async def received(self) -> None:
        """Wait until the server has taken in what was asked for last."""
        await (await self._line.ping())

    async def told(self, words: str) -> None:
        """Wait until the server says something."""
        async with asyncio.timeout(PATIENCE):
            while words.encode() not in self._latest:
                await self._hear()

    async def hang_up(self) -> None:
        """Lose the line."""
        await self._line.close()

    async def acknowledged_in(self, page: str, query: str, sent: Sent) -> tuple[float, float]:
        """How many seconds it takes until the page says that what is sent is saved, and is drawn.

        Raises TimeoutError where it says so neither at once nor when it has been drawn.
        """
        await self._quiet()
        began, told = time.monotonic(), 0.0
        await self.ask(page, query, sent)
        async with asyncio.timeout(PATIENCE):
            while True:
                ended = _ended(await self._hear())
                if not told and _SAVED in self._latest:
                    told = time.monotonic() - began
                if told and ended:
                    return told, time.monotonic() - began

    async def _hear(self) -> ForwardMsg:
        self._latest = bytes(await self._line.recv(decode=False))
        self.said += self._latest
        self.heard.append(ForwardMsg.FromString(self._latest))
        return self.heard[-1]

    async def _quiet(self) -> None:
        """Hear out what is left of the time before."""
        with suppress(TimeoutError):
            while True:
                await asyncio.wait_for(self._line.recv(), 0.05)

    async def redrawn_in(self, page: str = "", query: str = "", sent: Sent | None = None) -> float:
        """How many seconds it takes to have a page drawn; `sent` is as for `ask`."""
        await self._quiet()
        began = time.monotonic()
        await self.ask(page, query, sent)
        await self.drawn()
        return time.monotonic() - began


@asynccontextmanager
async def visiting(url: str, session: str = "", **more: str) -> AsyncIterator[Visitor]:
    """A page opened at a server, as from a page of its own; `more` are further headers.

    With a `session` it asks to go on in that one, as a page does that has lost its line.
    """
    at = urlsplit(url).netloc
    origin = more.pop("origin", f"http://{at}")
    spoken = ["streamlit", "ingen", session] if session else None
    async with connect(
        f"ws://{at}/_stcore/stream",
        origin=origin,
        additional_headers=more,
        subprotocols=spoken,
        max_size=None,
        close_timeout=1,
    ) as line:
        yield Visitor(line)


async def refused(url: str, origin: str, **more: str) -> bool:
    """Whether a page of another origin, or with these headers, is kept from opening the line."""
    try:
        async with visiting(url, origin=origin, **more):
            return False
    except websockets.InvalidStatus as told:
        return told.response.status_code == 403
