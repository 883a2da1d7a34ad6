"""Which colours the house uses, in light and in dark: one source for pages, figures and drawings.

A colour has a name and two values. On a page the name is a CSS variable (`--nk-ink`); a figure
that needs the value itself asks `colour`. docs/design.md says what each is for, and
tests/natverkskollen/output/drawings/test_palette.py measures contrast and how far apart the
colours lie for a colour-blind reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Theme = Literal["light", "dark"]

COLOURS: dict[str, tuple[str, str]] = {
    "ink": ("#1A1A1A", "#E8EDED"),  # text
    "quiet": ("#4A4A4A", "#BCC6C8"),  # text that explains or qualifies
    "paper": ("#FFFFFF", "#12191B"),  # the page
    "panel": ("#F3F6F6", "#1C2527"),  # the side bar and the fields
    "line": ("#C9CDD2", "#3B474A"),  # between rows
    "rule": ("#767676", "#839093"),  # around fields
    "accent": ("#1F5F6B", "#7CC4D0"),  # links, focus, what is chosen
    "good": ("#1B5E20", "#8FD095"),  # saved
    "bad": ("#8A1C1C", "#F5A79F"),  # not saved
    "warn-line": ("#8A5A00", "#DDA63F"),  # the edge of a remark
    "warn-paper": ("#FFF8E8", "#2A2314"),  # the ground of a remark
    "tint-low": ("#FFFFFF", "#12191B"),  # a cell worth 0
    "tint-high": ("#9CCED6", "#1F505A"),  # a cell worth 100
    "mark": ("#8FC1C9", "#2F6873"),  # a bar that stands for nothing but its length
    "grid": ("#D5D9DD", "#2E393C"),  # lines behind a figure
    "net-1": ("#1F5F6B", "#6FC3D0"),
    "net-2": ("#D9481A", "#F0986E"),
    "net-3": ("#2A1A78", "#8F8BF2"),
    "net-4": ("#8A7D4E", "#D5EB78"),
    "net-5": ("#7E252E", "#C4557A"),
    "net-6": ("#4A7CEA", "#F6EAF2"),
    "zone-keep": ("#D6E7EA", "#1D3D44"),  # where the value says fortsätt, and that result anywhere
    "zone-come-back": ("#FBEFD6", "#40330F"),  # avvakta
    "zone-leave": ("#F9E3E3", "#47262A"),  # begär utträde
    "part-1": ("#1F5F6B", "#6FC3D0"),
    "part-2": ("#E8C37A", "#6B4E12"),
    "part-3": ("#8FC1C9", "#24545D"),
    "part-4": ("#F3EBDD", "#3B3527"),
    "part-5": ("#B7A6D0", "#4A3B6B"),
    "part-6": ("#DDE3E5", "#39444A"),
}


def colour(name: str, theme: Theme) -> str:
    """The value of a named colour where a CSS variable cannot be used."""
    return COLOURS[name][theme == "dark"]


def css() -> str:
    """The colours as CSS variables that follow the theme of the page they stand on.

    Streamlit marks its page with `color-scheme`, which `light-dark()` reads where the colour is
    used. A browser from before 2024 follows the system's choice instead.
    """
    both = _rule(f"light-dark({light}, {dark})" for light, dark in COLOURS.values())
    light, dark = (_rule(pair[at] for pair in COLOURS.values()) for at in (0, 1))
    old = f"{light}@media (prefers-color-scheme: dark){{{dark}}}"
    return f"{both}@supports not (color:light-dark(#000,#fff)){{{old}}}"


def _rule(values: Iterable[str]) -> str:
    pairs = zip(COLOURS, values, strict=True)
    return ":root{" + "".join(f"--nk-{name}:{value};" for name, value in pairs) + "}"
