"""Medians over repeated runs, with the contenders taking turns in one process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def medians(contenders: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Seconds per contender: the median of `repeats` rounds, after one round to warm up.

    They take turns, so that whatever else the machine does hits all of them alike.
    """
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for round_ in range(repeats + 1):
        for name, run in contenders.items():
            start = time.perf_counter()
            run()
            if round_:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in seconds.items()}


def ms(seconds: float) -> str:
    """The time in Swedish: milliseconds below a second, else seconds."""
    milliseconds = seconds * 1000
    shown = f"{milliseconds:.1f} ms" if milliseconds < 1000 else f"{seconds:.1f} s"
    return shown.replace(".", ",")


def count(number: int) -> str:
    """A whole number in Swedish, with spaces that do not break."""
    return f"{number:,}".replace(",", "\u00a0")
