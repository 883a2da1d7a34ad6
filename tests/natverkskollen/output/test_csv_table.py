"""A cell of a CSV file is never a formula, and ordinary text is left alone."""

from __future__ import annotations

import pytest

from natverkskollen.output.csv_table import safe


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "\r=1", "\u00a0=1", "\ufeff=1"]
)
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


def test_ordinary_cells_are_left_alone() -> None:
    for cell in ("", "Text = text", "3,5", "a-b"):
        assert safe(cell) == cell
