"""A column of a table in a workbook: its heading, its width, and how each value in it looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from natverkskollen.output.drawings.palette import colour

Value = str | int | Decimal | Fraction | bool | date | None
AS_IT_IS: Final = "tal"


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its width in signs and how its numbers are shown."""

    heading: str
    width: int = 14
    shape: str = "General"
    align: str = ""

    def looks(self, value: Value) -> dict[str, Any]:
        """How one value in it looks; a number that is AS_IT_IS has only the decimals it needs."""
        looks: dict[str, Any] = {"text_wrap": isinstance(value, str), "bottom": 1}
        looks["bottom_color"] = colour("line", "light")
        shape = self.shape
        if shape == AS_IT_IS:
            whole = isinstance(value, (int, Decimal, Fraction)) and value == int(value)
            shape = "#,##0" if whole else "#,##0.0###"
        if shape != "General" and not isinstance(value, (str, date)):
            looks["num_format"] = shape
        return looks | ({"align": self.align} if self.align else {})


# The rows of a table, and what columns of several tables have in common.
Rows = Iterator[Sequence[Value]]
NAME = Column("Nätverk", 30)
MONEY = "#,##0.00"
