"""Where the main picture puts its marks: at the figures counted by hand for Huddinge."""

from __future__ import annotations

import re

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.output.drawings.zones import zones
from tests.building.dossiers import shipped

STROKES = zones(robustness(shipped("huddinge-2025"))).strokes


def test_each_zone_reaches_from_limit_to_limit() -> None:
    """The criteria's limits are 40 and 60."""
    found = re.findall(r'zone-([a-z-]+) [^>]*? x="([\d.]+)%" [^>]*? width="([\d.]+)%"', STROKES)
    assert [(name, float(x), float(width)) for name, x, width in found] == [
        ("leave", 0, 40),
        ("come-back", 40, 20),
        ("keep", 60, 40),
    ]


def test_the_dots_lie_at_the_values_and_the_lines_reach_to_the_bounds() -> None:
    """test_huddinge.py counts the totals 72.753 and 56.633; the bounds are the oracle's."""
    dots = [float(x) for x in re.findall(r'<svg x="([\d.]+)%"[^>]*><circle', STROKES)]
    assert dots == [72.75, 56.63]
    lines = re.findall(r'<line class="line-ink"[^>]*? x1="([\d.]+)%" x2="([\d.]+)%"', STROKES)
    reach = [(float(a), float(b)) for a, b in lines if a != b]
    assert reach == [(58.77, 79.67), (44.17, 69.99)]
