"""Where evaluations are read from, as far as whoever reads them needs to know; the store is one."""

from __future__ import annotations

from typing import Protocol

from natverkskollen.files.file_cache import Stamp
from natverkskollen.files.problem import Problem


class Evaluations(Protocol):
    """Evaluations as files, wherever they are kept: a folder, a database, memory.

    A name is within the evaluation: evaluation.yaml, criteria.yaml, answers/<assessor>.yaml.
    """

    @property
    def place(self) -> str:
        """What tells this source from every other that the program reads."""

    def ids(self) -> tuple[str, ...]:
        """The evaluations there are, in order, also those that cannot be read."""

    def taken(self) -> frozenset[str]:
        """Every id that no new evaluation may get."""

    def unread(self, evaluation: str = "") -> tuple[Problem, ...]:
        """What lies in an evaluation's folder, or beside all of them, and is not read."""

    def names(self, evaluation: str) -> tuple[str, ...]:
        """The files an evaluation has: its own, its copy of the criteria, the answers in order."""

    def stamp(self, evaluation: str, name: str) -> Stamp:
        """Something that is another when the file is; empty where there is no file.

        The first two numbers are when it changed, in nanoseconds (see file_cache).
        """

    def read(self, evaluation: str, name: str) -> bytes:
        """The bytes of a file, as many as it takes to refuse it; raises OSError."""
