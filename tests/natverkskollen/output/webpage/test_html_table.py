"""A table of HTML: what is said only to who cannot see."""

from __future__ import annotations

from natverkskollen.output.webpage.html_table import table


def test_a_table_under_its_heading_keeps_its_caption_for_who_cannot_see() -> None:
    assert "<caption>Dagar</caption>" in table("Dagar", ("Dag",), [])
    assert '<caption class="nk-unseen">Dagar</caption>' in table("Dagar", ("Dag",), [], True)
