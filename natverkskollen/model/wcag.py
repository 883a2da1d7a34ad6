"""Each criterion of WCAG 2.2 on levels A and AA: how the program meets it, and what shows that."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("wcag.csv")


@dataclass(frozen=True)
class Met:
    """One criterion; `kind` is `test`, `hand` (tried by hand) or `finns inte` (nothing like it).

    `where` is the test that shows it, as pytest names it, or the ISO day of the check.
    """

    criterion: str
    level: str
    name: str
    kind: str
    how: str
    where: str


@lru_cache(maxsize=1)
def wcag() -> tuple[Met, ...]:
    """Every row of wcag.csv in the order of the standard."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Met(**row) for row in csv.DictReader(file))
