"""What is wrong in a file a person wrote, said so that the person can put it right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: which file and line, what is wrong there and what to do about it.

    `file` is relative to the data folder, `line` counts from 1 (0 when the file could not be
    read at all). `what` and `remedy` are Swedish sentences without the closing full stop.
    """

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, rad {self.line}" if self.line else self.file
        return f"{place}: {self.what}. {self.remedy}."


class DataError(Exception):
    """Raised where a file or an id that was asked for cannot be used; carries every problem."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


FieldPath = tuple[str | int | Decimal, ...]


class Mistake(NamedTuple):
    """What is wrong at a path in a file (keys and list positions), and what to do about it."""

    path: FieldPath
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
