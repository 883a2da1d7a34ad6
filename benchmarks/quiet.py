"""How fast the machine works just now: what it lends to others makes it slower without a word.

A virtual machine that shares its processors can take twice as long from one minute to the next, and
its counters say nothing of it. The same calculation, timed beside each measure, does.
"""

from __future__ import annotations

import time

SLACK = 1.5  # a machine that takes half as long again as at its best is not quiet
_WORK = 300_000


def pace() -> float:
    """Seconds that the same short calculation takes now; the best of three."""
    return min(_once() for _ in range(3))


def quiet(pace: float, best: float) -> bool:
    """Whether a machine that works at this pace is as quiet as at its best."""
    return pace <= SLACK * best


def _once() -> float:
    began = time.perf_counter()
    total = 0
    for number in range(_WORK):
        total += number * number
    return time.perf_counter() - began
