"""The drawing: the same every time, well-formed, and not dependent on colour."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from natverkskollen.memo.bars import bars_svg
from natverkskollen.memo.picture import svg_png
from tests.natverkskollen.memo.example import huddinge, result

SVG = "{http://www.w3.org/2000/svg}"


def test_it_is_well_formed_and_deterministic():
    drawn = bars_svg(huddinge())
    assert drawn == bars_svg(huddinge())
    assert ElementTree.fromstring(drawn).find(f"{SVG}desc").text


def test_every_theme_has_its_own_pattern_and_name():
    found = huddinge()
    texts = [e.text for e in ElementTree.fromstring(bars_svg(found)).iter(f"{SVG}text")]
    for theme in found.criteria.themes:
        assert theme.title in texts
    patterns = re.findall(r'<pattern id="(p\d)".*?</pattern>', bars_svg(found))
    assert len(set(patterns)) == len(patterns) >= len(found.criteria.themes)


def test_the_parts_of_a_bar_add_up_to_the_total():
    found = huddinge()
    root = ElementTree.fromstring(bars_svg(found))
    parts = [
        r for r in root.iter(f"{SVG}rect") if r.get("height") == "28" and "url" in r.get("fill")
    ]
    drawn = sum(float(part.get("width")) for part in parts) / 5.9
    assert abs(drawn - float(sum(each.total for each in found.networks))) < 0.5


def test_a_network_without_answers_is_drawn_as_not_assessed():
    assert "Tva: " in bars_svg(result())
    assert "<script" not in bars_svg(result())


def test_it_becomes_a_png_with_the_programs_own_fonts():
    png = svg_png(bars_svg(huddinge()))
    assert png.startswith(b"\x89PNG") and len(png) > 5000
