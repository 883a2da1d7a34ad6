"""The HTML of the pages: what stays together, and what is said only to who cannot see."""

from __future__ import annotations

from natverkskollen.output.webpage.markup import Cell, heading, paragraphs, table


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


def test_a_table_under_its_heading_keeps_its_caption_for_who_cannot_see() -> None:
    assert "<caption>Dagar</caption>" in table("Dagar", ("Dag",), [])
    assert '<caption class="nk-unseen">Dagar</caption>' in table("Dagar", ("Dag",), [], True)
