"""The chart of one theme's weight says what happens to that theme, and to no other."""

from __future__ import annotations

import re

import pytest

from tests.components.conftest import Opener, shown

# Counted by hand in test_huddinge.py: where each theme's weight gives another result.
TOLD = {
    "fokus": [("fokusområden", "68")],
    "kostnad": [("kostnad", "99")],
    "strategisk-nytta": [("miljöstrategiskt arbete", "90"), ("miljöstrategiskt arbete", "12")],
    "symbolvarde": [("andra värden", "76"), ("andra värden", "50")],
}


@pytest.mark.parametrize("theme", TOLD)
def test_the_title_tells_of_the_theme_that_is_shown(open_page: Opener, theme: str) -> None:
    app = open_page("outcome", utvardering="huddinge-2025", avsnitt="sakerhet", tema=theme)
    words = shown(app).replace("\xa0", " ")
    title = words[words.index("När resultatet ändras") :]
    title = title[: title.index("Ett nätverk i taget")]
    assert re.findall(r"om ”([^”]+)” väger (?:mer|mindre) än (\d+) procent", title) == TOLD[theme]
