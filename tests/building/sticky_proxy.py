"""A proxy that leads each client to the same server for as long as that one answers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

_CLIENT = re.compile(rb"klient=(\w+)")


@asynccontextmanager
async def sticky_proxy(ports: Sequence[int]) -> AsyncIterator[int]:
    """A port that leads to one of `ports`, by the cookie `klient`; to another where it is down."""
    led: dict[bytes, int] = {}

    async def lead(near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await near.readuntil(b"\r\n\r\n")
            found = _CLIENT.search(head)
            client = found[1] if found else b""
            first = led.setdefault(client, ports[len(led) % len(ports)])
            for port in (first, *(each for each in ports if each != first)):
                with suppress(OSError):
                    far, on = await asyncio.open_connection("127.0.0.1", port)
                    led[client] = port
                    on.write(head)
                    await _both(_carried(near, on), _carried(far, back))
                    on.close()
                    break
        back.close()

    server = await asyncio.start_server(lead, "127.0.0.1", 0, limit=1 << 20)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def _both(*ways: object) -> None:
    """Carry in both directions until either has come to its end."""
    tasks = [asyncio.ensure_future(way) for way in ways]  # type: ignore[call-overload]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _carried(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await one.read(65536):
            other.write(data)
            await other.drain()
