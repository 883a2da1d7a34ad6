"""A door asked without a server: an app behind it that tells what reached it; a moving clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from components.login.door import Door
from components.shell.sessions import Sessions
from natverkskollen.files.environment import PREFIX
from natverkskollen.files.server_settings import server_settings
from natverkskollen.store import clock

SECRET = "0123456789abcdef0123456789abcdef"
HOST = "natverkskollen.kommunen.se"
ADDRESS = f"https://{HOST}"
HEADER_MODE = {
    "LOGIN": "header",
    "ADDRESS": ADDRESS,
    "PROXIES": "10.0.0.7, 10.1.0.0/24",
    "PROXY_SECRET": SECRET,
    "HEADER_NAME": "X-Natverkskollen-Name",
    "HEADER_EMAIL": "X-Natverkskollen-Email",
    "HEADER_GROUPS": "X-Natverkskollen-Groups",
}
Headers = list[tuple[bytes, bytes]]


@dataclass
class Clock:
    """The program's clock, which stands still until it is moved."""

    time: datetime = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)

    def on(self, **more: float) -> None:
        self.time += timedelta(**more)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(clock, "now", lambda: found.time)
    return found


def settings(**told: str):
    return server_settings({PREFIX + name: value for name, value in told.items()})


@dataclass
class Asked:
    """A door with an app behind it, and what came of the requests made of it."""

    door: Door
    sessions: Sessions
    reached: list[dict[str, Any]] = field(default_factory=list)

    def ask(
        self,
        path: str = "/",
        told: Headers | None = None,
        kind: str = "http",
        peer: str = "10.0.0.7",
        method: str = "GET",
        server: str = "10.0.0.1",
    ) -> tuple[int | str, dict[bytes, bytes], str]:
        """The status (or how a line was answered), the headers and the text of the answer."""
        said: list[Any] = []

        async def send(message: Any) -> None:
            said.append(message)

        async def receive() -> Any:
            return {"type": f"{kind}.connect"}

        scope = {"type": kind, "path": path, "headers": told or [], "query_string": b""}
        scope |= {"client": (peer, 4711), "server": (server, 8501)}
        if kind == "http":
            scope["method"] = method
        asyncio.run(self.door(scope, receive, send))
        status = said[0].get("status") or said[0]["type"].removeprefix("websocket.")
        body = b"".join(each.get("body", b"") for each in said[1:])
        return status, dict(said[0].get("headers", [])), body.decode("utf-8")


@pytest.fixture
def hang() -> Callable[..., Asked]:
    """Hangs a door with these settings before an app that answers 200 and accepts every line."""

    def hung(**told: str) -> Asked:
        made = settings(**told)
        sessions = Sessions(made.idle, made.longest)

        async def inner(scope: Any, receive: Any, send: Any) -> None:
            asked.reached.append(scope)
            if scope["type"] == "websocket":
                await send({"type": "websocket.accept"})
                return
            cookie = (b"set-cookie", b"a=b; HttpOnly")
            await send({"type": "http.response.start", "status": 200, "headers": [cookie]})
            await send({"type": "http.response.body", "body": b"inside"})

        asked = Asked(Door(inner, made, sessions), sessions)
        return asked

    return hung
