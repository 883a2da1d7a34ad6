"""The style sheets keep from what the browser must look up anew whenever anything changes."""

import re

import pytest

from tests.building.folders import ROOT

SHEETS = ("components/shell/style.css", "natverkskollen/output/webpage/style.css")


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_element_is_chosen_by_part_of_a_class_of_what_it_holds(sheet: str) -> None:
    """Every change of a class anywhere is a change of it: 100 ms a click (docs/beslut/0039)."""
    text = (ROOT / sheet).read_text(encoding="utf-8")
    assert ":has(" in text
    assert not re.findall(r":has\([^)]*\[class[*^$~|]?=[^{]*", text)
