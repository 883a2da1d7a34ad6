"""The HTML of the pages: what stays together."""

from __future__ import annotations

from natverkskollen.output.webpage.html_cell import Cell
from natverkskollen.output.webpage.html_table import table
from natverkskollen.output.webpage.markup import heading, paragraphs


def test_no_line_breaks_within_a_date() -> None:
    for made in (
        heading("Medlemmar per 2025-04-01"),
        paragraphs("Läst 2025-04-01."),
        table("Dagar", ("Dag",), [("2025-04-01",)]),
        table("Dagar", ("Dag",), [(Cell("Antal", small="Tidigare: 3 (2025-04-01)"),)]),
    ):
        assert '<span class="nk-whole">2025-04-01</span>' in made
    assert '<span class="nk-whole">2027-01</span>' in paragraphs("Kriterier, version 2027-01")


def test_a_number_that_only_looks_like_a_date_is_left_alone() -> None:
    assert paragraphs("<b>KS-2025-04-011") == '<p class="nk-text">&lt;b&gt;KS-2025-04-011</p>'
