"""Shares of the draws as natural frequencies: whole numbers of a hundred, and the same in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.swedish.signs import HARD


def of_hundred(shares: Mapping[VerdictWord, float]) -> dict[VerdictWord, int]:
    """Shares as whole numbers that sum to 100: each is rounded so that the error is least."""
    return dict(zip(shares, whole_hundred(list(shares.values())), strict=True))


def hundred_words(shares: Mapping[VerdictWord, float]) -> dict[VerdictWord, str]:
    """The same whole numbers in words, never all or none where it is not: `fler än 99`."""
    counts = of_hundred(shares)
    return {verdict: hundredths(share, counts[verdict]) for verdict, share in shares.items()}


def hundredths(share: float, count: int | None = None) -> str:
    """A share (0–1) as so many of a hundred, never all or none where it is not: `fler än 99`.

    `count` is what it is rounded to where it is one of several that sum to 100; else the nearest.
    """
    if count is None:
        count = int(round(share * 100, 9) + 0.5)
    if count == 100 and share < 1:
        return "fler än 99"
    return "färre än 1" if count == 0 < share else f"{count}"


def whole_hundred(shares: Sequence[float | Fraction]) -> list[int]:
    """Shares that sum to 1 as whole numbers that sum to 100 (largest remainder, then share)."""
    exact = [round(float(share) * 100, 9) for share in shares]
    whole = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda k: (round(whole[k] - exact[k], 9), -exact[k]))
    for at in order[: 100 - sum(whole)]:
        whole[at] += 1
    return whole


def frequency(share: float, count: int, among: str) -> str:
    """A natural frequency: `i 74 av 100 beräkningar`, `i alla beräkningar`."""
    if share == 1:
        return f"i alla {among}"
    if share == 0:
        return f"inte i någon av 100 {among}"
    return f"i {hundredths(share, count)} av 100 {among}".replace(" av ", f"{HARD}av{HARD}")
