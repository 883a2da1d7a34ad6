"""Streamlit's own parts wear the same colours as ours, and fonts come from this machine."""

import tomllib
from typing import get_args

import pytest

from natverkskollen.output.drawings.palette import Theme, colour
from tests import ROOT

SAME = {
    "primaryColor": "accent",
    "linkColor": "accent",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "panel",
    "textColor": "ink",
    "borderColor": "rule",
    "yellowBackgroundColor": "warn-paper",
    "yellowTextColor": "ink",
    "blueBackgroundColor": "panel",
    "blueTextColor": "ink",
    "redTextColor": "bad",
    "greenTextColor": "good",
}
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


@pytest.mark.parametrize("theme", get_args(Theme))
def test_streamlit_wears_the_colours_of_the_palette(theme: Theme) -> None:
    chosen = THEME[theme]
    assert {name: chosen[name] for name in SAME} == {
        name: colour(ours, theme) for name, ours in SAME.items()
    }
    side = chosen["sidebar"]
    assert side["backgroundColor"] == colour("panel", theme)
    assert side["secondaryBackgroundColor"] == colour("paper", theme)
    assert side["textColor"] == colour("ink", theme)


def test_the_font_is_the_one_that_comes_with_streamlit() -> None:
    """An address after the name of a font would be fetched from the net."""
    assert THEME["font"] == "sans-serif"
    assert "fontFaces" not in THEME
