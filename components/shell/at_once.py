"""What the server sends goes at once, in the pieces that it is written in.

Python's event loop switches Nagle's algorithm off for a line only where the socket says that it is
TCP by number; the one that Streamlit listens at does not say. A small piece then waits until the
piece before it has been received and said to be: up to 40 ms for each answer with a head and a
body, and for what a run sends after its first message.
"""

from __future__ import annotations

import socket
from asyncio import base_events
from contextlib import suppress


def answer_at_once() -> None:
    """Have every line that comes in send without waiting."""

    def no_delay(line: socket.socket) -> None:
        with suppress(OSError):  # a line that is no TCP, or that has been cut already
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    setattr(base_events, "_set_nodelay", no_delay)  # noqa: B010
