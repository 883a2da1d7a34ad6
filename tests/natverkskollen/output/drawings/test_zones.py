"""Where each network stands: sorted, told as what it is, and silent where too little is known."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.drawings.zones import zones
from natverkskollen.output.webpage.contribution_table import contribution_table
from natverkskollen.output.webpage.summary_table import summary_table
from natverkskollen.output.webpage.verdicts import verdict_cards
from tests.building.dossiers import shipped

EXAMPLE = "exempel-vastra-gotaland"


@pytest.fixture(scope="module")
def found():
    return robustness(shipped(EXAMPLE))


def with_network(found, at: int, **changes: object):
    """The same with one network's result changed by hand."""
    networks = list(found.result.networks)
    networks[at] = replace(networks[at], **changes)
    return replace(found, result=replace(found.result, networks=tuple(networks)))


def names(drawing) -> list[str]:
    return re.findall(r'font-weight="bold">([^:<]+):', drawing.strokes)


def test_the_best_is_first_and_every_row_says_its_own_number(found) -> None:
    drawing = zones(found)
    assert names(drawing) == ["Kommunnätverket", "Klimatkommunerna", "SEKOM"]
    assert "Kommunnätverket: 73, ganska säker" in drawing.strokes
    assert drawing.finding == "Fortsätt: Kommunnätverket och Klimatkommunerna. Avvakta: SEKOM"
    for verdict in ("keep", "come-back", "leave"):
        assert f"fill-zone-{verdict}" in drawing.strokes


def test_a_value_just_below_a_limit_is_not_told_as_the_limit(found) -> None:
    """59,96 is avvakta: as 60 it would stand at the limit for fortsätt."""
    near = with_network(found, 0, total=Fraction(5996, 100), verdict="come-back")
    told = zones(near)
    assert "59,96" in told.alt and "59,96" in told.strokes
    for page in (summary_table(near.result), verdict_cards(near)):
        assert "59,96" in page


def test_a_network_without_a_result_has_no_number_anywhere(found) -> None:
    """In 0.1.0 one that nobody had answered got `91 av 100` from its computed cost alone."""
    without = with_network(found, 0, total=Fraction(91), verdict=None)
    short = without.result.networks[0].network.short
    drawing = zones(without)
    assert names(drawing)[-1] == short
    assert drawing.strokes.count("<circle") == len(without.result.networks) - 1
    pages = (
        verdict_cards(without),
        summary_table(without.result),
        contribution_table(without.result, [each.network.id for each in without.result.networks]),
    )
    for page in (drawing.strokes, drawing.alt, *pages):
        assert not re.search(r"\b91\b", page)
