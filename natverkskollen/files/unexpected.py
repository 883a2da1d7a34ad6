"""An error nobody foresaw, as a number that stays the same and a trace without anybody's text."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """Where the program failed: a number to report, and the kinds of error with their places."""

    number: str
    trace: str


def fault(error: BaseException) -> Fault:
    """The fault behind an exception.

    An exception's own message may hold what somebody typed, so only its kind and its places are
    told: those are ours.
    """
    trace = " ← ".join(_steps(error))
    return Fault(sha256(trace.encode()).hexdigest()[:6].upper(), trace)


def _steps(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield type(found).__name__
        for frame in reversed(traceback.extract_tb(found.__traceback__)):
            place = Path(frame.filename)
            yield f"{place.parent.name}/{place.name} rad {frame.lineno}"
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
