"""The drawings: the numbers of the result, the same every time, not dependent on colour."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import get_args
from xml.etree import ElementTree

import pytest

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness, robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.drawings.benefit_cost import benefit_cost, missing_words
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.on_paper import on_paper
from natverkskollen.output.drawings.on_screen import on_screen
from natverkskollen.output.drawings.palette import Theme
from natverkskollen.output.drawings.scale import kronor_steps
from natverkskollen.output.drawings.theme_bars import theme_bars
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.drawings.zones import zones
from natverkskollen.output.papers.picture import svg_png
from tests.building.dossiers import SOURCE, criteria_set, judged, network, shipped, theme
from tests.building.dossiers import dossier as made_dossier
from tests.building.papers import huddinge, result
from tests.pages import EVALUATIONS

SVG = "{http://www.w3.org/2000/svg}"


def drawn(evaluation: str) -> tuple[Robustness, list[Drawing]]:
    found = robustness(shipped(evaluation))
    shown = found.result
    charts = [theme_bars(shown), cost_bars(shown), benefit_cost(shown)]
    return found, [zones(found), verdict_bars(found), *charts]


def bars(drawing: Drawing) -> list[float]:
    """The lengths of the filled parts, in percent of the whole width."""
    root = ElementTree.fromstring(on_paper(drawing))
    rects = [r for r in root.iter(f"{SVG}rect") if "part" in r.get("class", "").split()]
    return [float(r.get("width")[:-1]) for r in rects if r.get("width", "").endswith("%")]


@pytest.mark.parametrize("evaluation", EVALUATIONS)
def test_every_drawing_is_well_formed_the_same_each_time_and_told_in_words(evaluation: str):
    for first, again in zip(drawn(evaluation)[1], drawn(evaluation)[1], strict=True):
        assert on_paper(first) == on_paper(again)
        root = ElementTree.fromstring(on_paper(first))
        assert root.find(f"{SVG}title").text == first.finding
        assert root.find(f"{SVG}desc").text == first.alt
        assert f'alt="{first.alt}"' in on_screen(first)
        assert first.legend == tuple(words for _, words in first.named)[: len(first.legend)]
        for tone in get_args(Theme):
            for image in images(on_screen(first, tone)):
                ElementTree.fromstring(image)


def images(page: str) -> list[str]:
    return [b64decode(data).decode() for data in re.findall(r'base64,([^"]+)"', page)]


@pytest.mark.parametrize("evaluation", EVALUATIONS)
def test_every_fill_that_is_used_is_defined_in_the_same_image(evaluation: str):
    for drawing in drawn(evaluation)[1]:
        for image in (on_paper(drawing), *images(on_screen(drawing))):
            used = set(re.findall(r"url\(#([^)]+)\)", image))
            assert used <= set(re.findall(r'id="([^"]+)"', image))


def test_every_part_has_a_look_of_its_own_and_a_name():
    drawing = theme_bars(huddinge())
    paper = on_paper(drawing)
    samples = re.findall(r'fill="([^"]+)"', "".join(sample for sample, _ in drawing.named[:-1]))
    tiles = dict(re.findall(r'<pattern id="([^"]+)"(.*?)</pattern>', paper))
    looks = [tiles[each[5:-1]] if each.startswith("url") else each for each in samples]
    assert len(set(looks)) == len(looks) == len(drawing.legend)
    assert drawing.legend == tuple(theme.title for theme in huddinge().criteria.themes)


def test_the_parts_of_a_bar_add_up_to_the_total():
    found = huddinge()
    assert sum(bars(theme_bars(found))) == pytest.approx(
        float(sum(each.total for each in found.networks)), abs=0.1
    )


def test_the_verdicts_of_all_networks_fill_their_bars():
    found, drawings = drawn("huddinge-2025")
    assert sum(bars(drawings[1])) == pytest.approx(100 * len(found.networks), abs=0.1)


def test_costs_are_drawn_to_one_scale():
    """Hand: 45 860, 26 620 and 16 220 kronor on a scale that ends at 50 000."""
    _, drawings = drawn("exempel-vastra-gotaland")
    assert sum(bars(drawings[3])) == pytest.approx((45_860 + 26_620 + 16_220) / 500, abs=0.1)


@pytest.mark.parametrize(
    ("most", "last", "count"),
    [("38291.20", "40000", 5), ("45860", "50000", 6), ("800", "800", 5), ("0", "1000", 2)],
)
def test_a_scale_of_kronor_ends_on_a_round_amount_at_or_above_the_most(most, last, count):
    steps = kronor_steps(Decimal(most))
    assert (steps[0], steps[-1], len(steps)) == (0, Decimal(last), count)


def test_what_is_not_assessed_or_not_known_is_said_and_not_drawn():
    found = result(
        municipality={
            "name": "Provland",
            "kind": "region",
            "inhabitants": 10000,
            "as_of": "2024-12-31",
        },
        answers={},
    )
    assert theme_bars(found).finding == "För lite är bedömt för att säga något"
    assert "Om Ett räcker underlaget inte." in theme_bars(found).alt
    assert "Ett: kostnaden är okänd" in on_paper(cost_bars(found))
    assert bars(theme_bars(found)) == bars(cost_bars(found)) == []
    assert "Ett" not in benefit_cost(found).strokes
    assert missing_words(found).startswith("Två\u00a0nätverk saknas i diagrammet")


def test_a_name_is_never_markup():
    found = huddinge()
    network = found.networks[0].network.model_copy(update={"short": '<script>"&'})
    odd = replace(found, networks=(replace(found.networks[0], network=network),))
    for drawing in (theme_bars(odd), cost_bars(odd), benefit_cost(odd)):
        page = on_screen(drawing)
        assert "<script" not in "".join((on_paper(drawing), page, *images(page)))
        assert '<script>"&' in unescape(re.search(r'alt="([^"]*)"', page)[1])


def test_networks_at_the_same_cost_keep_their_names_apart():
    drawing = benefit_cost(huddinge())
    tops = re.findall(r'<svg x="[^"]+" y="(\d+)"[^>]*><g transform="translate', drawing.strokes)
    heights = sorted(map(int, tops))
    assert len(heights) == 2
    assert heights[1] - heights[0] >= 20


def test_it_becomes_a_png_with_the_programs_own_fonts():
    png = svg_png(on_paper(theme_bars(huddinge())))
    assert png.startswith(b"\x89PNG")
    assert len(png) > 5000


@pytest.mark.parametrize("evaluation", EVALUATIONS)
def test_letters_keep_their_shape_on_paper(evaluation: str):
    """The replay pdf-chart-letters-eaten: a PDF edges letter by letter, each over the one before.

    So the edge of a whole text is drawn first, and nothing with an edge after its letters.
    """
    edged = 0
    for drawing in drawn(evaluation)[1]:
        for group in ElementTree.fromstring(on_paper(drawing)).iter():
            texts = [each for each in group if each.tag == f"{SVG}text"]
            for edge, letters in zip(texts, texts[1:], strict=False):
                if edge.get("stroke", "none") != "none":
                    edged += 1
                    assert edge.get("aria-hidden") and edge.get("paint-order") is None
                    assert (letters.text, letters.get("x")) == (edge.text, edge.get("x"))
                    assert letters.get("stroke", "none") == "none"
    assert edged


def costs(*fees: tuple[int, str]) -> Result:
    """An evaluation of as many networks as there are fees, each of an amount in a currency."""
    networks = {
        f"n{at}": network(
            f"n{at}",
            fees=({"year": 2025, "fixed": amount, "currency": currency, "source": SOURCE},),
        )
        for at, (amount, currency) in enumerate(fees)
    }
    asked = criteria_set(theme("nytta", 1, judged("ett")))
    return evaluate(made_dossier(asked, {id_: {} for id_ in networks}, networks=networks))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_a_cost_in_another_currency_is_told_in_it_and_left_out_of_what_is_compared():
    drawing = cost_bars(costs((9000, "SEK"), (1310, "EUR"), (2000, "SEK")))
    assert "N1: minst 1 310 euro per år" in plain(drawing.alt)
    assert plain(drawing.finding) == (
        "Av de två nätverk vars kostnad är känd i kronor kostar N0 mest, minst 9 000 kronor per "
        "år, och N2 minst, 2 000 kronor"
    )
    every = cost_bars(costs((9000, "SEK"), (2000, "SEK")))
    assert plain(every.finding).startswith("N0 kostar mest, minst 9 000 kronor per år")


def test_a_network_without_a_fee_costs_no_sum_of_kronor():
    drawing = cost_bars(costs((9000, "SEK"), (0, "SEK")))
    assert "N1: ingen avgift." in drawing.alt
    assert drawing.finding.endswith("och N1 minst, ingen avgift")
    assert cost_bars(costs((0, "SEK"), (0, "SEK"))).finding == "N0 och N1 tar ingen avgift"
