"""How a save went, as a command tells it."""

from __future__ import annotations

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store import Conflict, Failed, SaveOutcome

AGAIN = Failed("någon annan har ändrat detsamma", "Kör kommandot en gång till")


def must(outcome: SaveOutcome, place: str, clash: Failed = AGAIN) -> None:
    """DataError about a place where nothing was saved; `clash` is what a conflict is told as."""
    if isinstance(outcome, Conflict):
        outcome = clash
    if isinstance(outcome, Failed):
        raise DataError([Problem(place, 0, outcome.what, outcome.remedy)])
