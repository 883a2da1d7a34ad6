"""The colours can be read, and told apart, in light and in dark, by every kind of eye."""

import re
from itertools import combinations
from typing import get_args

import pytest

from natverkskollen.output.drawings.palette import COLOURS, Theme, colour
from natverkskollen.output.webpage.style import style
from tests import ROOT
from tests.contrast import BLIND, channels, contrast, distance

THEMES: tuple[Theme, ...] = get_args(Theme)
NETWORKS = [f"net-{number}" for number in range(1, 7)]
PARTS = [f"part-{number}" for number in range(1, 7)]
# Each text with every ground it stands on.
TEXTS = {
    "ink": ("paper", "panel", "warn-paper", "tint-low", "tint-high", "mark"),
    "quiet": ("paper", "panel", "warn-paper", "tint-low", "tint-high"),
    "accent": ("paper", "panel"),
    "good": ("paper",),
    "bad": ("paper",),
}


def test_contrast_is_counted_as_wcag_says() -> None:
    """Black on white is 21:1, and #767676 the lightest grey that reaches 4.5:1 on white."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") >= 4.5 > contrast("#777777", "#FFFFFF")
    assert channels("rgb(255, 0, 51)") == pytest.approx(channels("#FF0033"))
    assert channels("color(srgb 1 0 0.2)") == pytest.approx(channels("#FF0033"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground_it_stands_on(text: str, theme: Theme) -> None:
    for ground in TEXTS[text]:
        assert contrast(colour(text, theme), colour(ground, theme)) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES)
def test_lines_marks_and_fields_stand_out_from_the_page(theme: Theme) -> None:
    paper = colour("paper", theme)
    for name in (*NETWORKS, "rule", "accent", "warn-line"):
        assert contrast(colour(name, theme), paper) >= 3, name
    assert contrast(colour("rule", theme), colour("panel", theme)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_part_of_a_bar_has_an_edge(theme: Theme) -> None:
    """A part is told from what is beside it by its own colour or by the line around it."""
    for part in PARTS:
        fill = colour(part, theme)
        edge = contrast(colour("ink", theme), fill)
        beside = [contrast(fill, colour(other, theme)) for other in PARTS if other != part]
        assert edge >= 3 or min(beside) >= 3, part
    assert contrast(colour("ink", theme), colour("mark", theme)) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("blind", BLIND)
def test_every_eye_tells_the_networks_apart(blind: str, theme: Theme) -> None:
    """Ten is about four times the difference that is just noticeable."""
    for one, other in combinations(NETWORKS, 2):
        apart = distance(colour(one, theme), colour(other, theme), blind)
        assert apart >= 10, f"{one} and {other}"


def test_every_variable_that_is_used_exists() -> None:
    known = set(re.findall(r"(--nk-[a-z0-9-]+):", style()))
    rooms = [*(ROOT / "components").rglob("*.*"), *(ROOT / "natverkskollen").rglob("*.*")]
    texts = [path.read_text("utf-8") for path in rooms if path.suffix in (".py", ".css", ".js")]
    used = {name for text in texts for name in re.findall(r"var\((--nk-[a-z0-9-]+)[,)]", text)}
    assert used - known == set()
    assert {f"--nk-{name}" for name in COLOURS} <= known


def test_no_page_or_style_has_a_colour_of_its_own() -> None:
    """A colour outside the palette would not follow the theme."""
    shown = (*(ROOT / "components").rglob("*"), *(ROOT / "natverkskollen/webpage").rglob("*"))
    for path in shown:
        if path.suffix in (".py", ".css", ".js"):
            assert re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8")) == [], path.name
