"""The verdicts in words: a line for each in short, and many of them at a click."""

from __future__ import annotations

import re

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.webpage.verdicts import verdict_cards
from tests.building.dossiers import criteria_set, dossier, judged, score, theme


def test_a_network_without_a_result_is_told_so_once_in_short() -> None:
    asked = criteria_set(theme("nytta", 1, judged("ett")))
    short = verdict_cards(robustness(dossier(asked, {"a": {"ett": score(5)}, "b": {}})))
    rows = re.findall(r"<li>(.*?)</li>", short)
    assert rows[0].startswith("<strong>A: fortsätt</strong>, säker. 100")
    assert rows[1] == "<strong>B: underlaget räcker inte</strong>."


@pytest.mark.parametrize(("count", "folded"), [(4, False), (5, True)])
def test_of_many_networks_the_cards_are_read_at_a_click(count: int, folded: bool) -> None:
    criteria = criteria_set(theme("nytta", 1, judged("ett")))
    told = verdict_cards(
        robustness(dossier(criteria, {c: {"ett": score(4)} for c in "abcde"[:count]}))
    )
    assert ("<summary>Läs om varje nätverk</summary>" in told) is folded
    assert told.index('class="nk-in-short"') < told.index("nk-verdicts"), (
        "in short it is said first"
    )
