"""What was changed in the files beside the program, for whoever opens the evaluation to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from natverkskollen.store import Change, Entry, KeyPath
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
    return Imported(found.when, len(found.changes), _went_back(found.changes, earlier))


def _went_back(changes: Sequence[Change], earlier: Sequence[Entry]) -> int:
    """How many values are again what they were before somebody saved another."""
    before: dict[KeyPath, list[Any]] = {change.path: [] for change in changes}
    for entry in earlier:
        for each in entry.changes if entry.kind != "import" else ():
            if each.path in before:
                before[each.path].append(each.old)
    return sum(any(same(old, each.new) for old in before[each.path]) for each in changes)
