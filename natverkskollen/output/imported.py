"""What was changed in the files beside the program, for whoever opens the evaluation to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from natverkskollen.store import Change, Entry
from natverkskollen.store.plain_data import same
from natverkskollen.swedish.words import capital, counted

TOLD_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Imported:
    """The latest change made by hand: when, how many values, and how many went back in time.

    What goes back is what somebody had saved in the program when an older file took its place.
    """

    when: datetime
    count: int
    back: int

    @property
    def words(self) -> str:
        """What has happened, without when."""
        told = f"{capital(counted(self.count, 'en uppgift', 'uppgifter'))} ändrades"
        if not self.back:
            return f"{told}."
        back = counted(self.back, "en uppgift", "uppgifter")
        return f"{told}, och {back} gick tillbaka till vad som stod innan någon sparade."


def latest_import(entries: Sequence[Entry], now: datetime) -> Imported | None:
    """The latest change made beside the program; None where there is none of late."""
    places = [n for n, entry in enumerate(entries) if entry.kind == "import" and entry.changes]
    if not places or now - entries[places[-1]].when > TOLD_FOR:
        return None
    found, earlier = entries[places[-1]], entries[: places[-1]]
    back = sum(_went_back(change, earlier) for change in found.changes)
    return Imported(found.when, len(found.changes), back)


def _went_back(change: Change, earlier: Sequence[Entry]) -> bool:
    """Whether a value is again what it was before somebody saved another."""
    return any(
        each.path == change.path and same(each.old, change.new)
        for entry in earlier
        if entry.kind != "import"
        for each in entry.changes
    )
