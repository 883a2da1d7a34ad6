"""How fast one browser may ask the server to work, so that one cannot keep the others waiting."""

from __future__ import annotations

# Nobody answers, types or clicks faster for long: what is typed is sent once a second.
AT_ONCE = 60
EACH_SECOND = 5.0


class Pace:
    """So many messages at once, and then so many a second; those that come faster wait in line.

    Nothing is thrown away: what waits is not read from the network, and who sends is held back.
    """

    def __init__(self, now: float, at_once: int = AT_ONCE, each_second: float = EACH_SECOND):
        self._left = float(at_once)
        self._most = at_once
        self._speed = each_second
        self._then = now

    def wait(self, now: float) -> float:
        """For how many seconds the next message is to wait, `now` being seconds on a clock."""
        self._left = min(self._most, self._left + (now - self._then) * self._speed) - 1
        self._then = now
        return max(0.0, -self._left / self._speed)
