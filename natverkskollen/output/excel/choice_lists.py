"""The lists of choices of a workbook: a hidden sheet of words that its cells choose among."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from natverkskollen.editing.score_form_reading import LISTS
from natverkskollen.output.excel.book import Book


@dataclass
class ChoiceLists:
    """The choices of a book so far, each list of words with the column it will stand in."""

    book: Book
    lists: dict[tuple[str, ...], int] = field(default_factory=dict)

    def choices(self, words: Sequence[str]) -> str:
        """Where a list of choices stands; the same list is written once."""
        at = self.lists.setdefault(tuple(words), len(self.lists))
        return f"={LISTS}!${letters(at)}$1:${letters(at)}${len(words)}"

    def write(self) -> None:
        """The hidden sheet that the choices stand in."""
        sheet = self.book.workbook.add_worksheet(LISTS)
        for words, at in self.lists.items():
            for row, choice in enumerate(words):
                self.book.write(sheet, row, at, choice)
        sheet.hide()
        sheet.protect()


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: `A` to `Z`, then `AA`."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
