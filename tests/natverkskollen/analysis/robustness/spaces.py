"""Small spaces to draw from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from natverkskollen.analysis.robustness.reading import Space


def box(
    low: Sequence[Sequence[float]],
    high: Sequence[Sequence[float]] | None = None,
    keep_from: float = 60,
    leave_below: float = 40,
    least: Sequence[float] | None = None,
    keys: Sequence[int] | None = None,
) -> Space:
    """Networks × criteria, every criterion weighted by itself; without high, every score fixed."""
    lows = np.array(low, dtype=float)
    highs = lows if high is None else np.array(high, dtype=float)
    networks, criteria = lows.shape
    return Space(
        low=lows[None],
        high=highs[None],
        parts=np.ones((networks, criteria)),
        unit_of=np.arange(criteria),
        units=criteria,
        least=np.full(criteria, -np.inf) if least is None else np.array(least, dtype=float),
        keep_from=keep_from,
        leave_below=leave_below,
        keys=tuple(range(networks)) if keys is None else tuple(keys),
    )
