"""No answer waits until what was sent before it has been received."""

import asyncio
import socket
from asyncio import base_events

import pytest

from components.shell.at_once import answer_at_once


def test_a_line_that_comes_in_at_a_socket_of_no_stated_kind_sends_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Streamlit listens at `socket.socket(family=family)`, whose protocol is 0 and not TCP's."""
    monkeypatch.setattr(base_events, "_set_nodelay", base_events._set_nodelay)
    answer_at_once()
    seen = []

    async def serve() -> None:
        listening = socket.socket(family=socket.AF_INET)
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def came(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            line = writer.get_extra_info("socket")
            seen.append(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        server = await asyncio.start_server(came, sock=listening)
        async with server:
            reader, writer = await asyncio.open_connection(*listening.getsockname())
            await reader.read()
            writer.close()

    asyncio.run(serve())
    assert seen and all(seen)
