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
    words = {}
    for verdict, count in of_hundred(shares).items():
        almost_all, hardly = count == 100 and shares[verdict] < 1, count == 0 < shares[verdict]
        words[verdict] = "fler än 99" if almost_all else "färre än 1" if hardly else f"{count}"
    return words


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
    limit = "fler än 99" if count == 100 else "färre än 1" if count == 0 else f"{count}"
    return f"i {limit} av 100 {among}".replace(" av ", f"{HARD}av{HARD}")
