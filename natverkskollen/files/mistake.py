"""A contradiction inside one file, placed by its path so that the reader can find the line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

Path = tuple[str | int | Decimal, ...]


class Mistake(NamedTuple):
    """What is wrong at a path in a file (keys and list positions), and what to do about it."""

    path: Path
    what: str
    remedy: str


def repeated(items: Sequence[Any], kind: str, *path: str | int) -> Iterator[Mistake]:
    """The items of a list whose id stands earlier in it; `kind` is the Swedish noun, definite."""
    seen: set[str] = set()
    for position, item in enumerate(items):
        if item.id in seen:
            yield Mistake(
                (*path, position, "id"), f"{kind} '{item.id}' finns två gånger", "Byt id på det ena"
            )
        seen.add(item.id)
