"""What a sheet of a workbook is called: as near the wish as a spreadsheet allows."""

from __future__ import annotations

from collections.abc import Collection

_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME = 31


def sheet_name(wish: str, taken: Collection[str]) -> str:
    """A name near the wish that no other sheet has; `taken` are theirs, case-folded."""
    wanted = " ".join(wish.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].strip() or "Blad"
    found, number = wanted, 1
    while found.casefold() in taken or found.casefold() == "history":
        number += 1
        found = f"{wanted[: _LONGEST_NAME - len(str(number)) - 1].strip()} {number}"
    return found
