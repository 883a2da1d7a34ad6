"""Resultat with more networks than fit abreast: it tells of the one that is chosen."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.outcome.line_names import name_lines, spread
from components.shell.picker import FEW
from tests.building.many import many_networks_folder
from tests.components.choosing import Choice
from tests.components.conftest import Opener, shown


@pytest.fixture
def evaluation(data: Path) -> str:
    return many_networks_folder(data, 12)


def test_only_what_concerns_the_chosen_network_is_told(evaluation: str, open_page: Opener) -> None:
    app = open_page("outcome", utvardering=evaluation, avsnitt="sakerhet", tema="fokus")
    assert not app.exception
    told = shown(app)
    pairs = re.findall(r"(Nätverk \w) går om (Nätverk \w)", told)
    assert pairs and len({name for pair in pairs for name in pair}) > 2
    common = set.intersection(*({*pair} for pair in pairs))
    assert len(common) == 1, "every sentence is of the chosen one"
    assert told.count("Värdet när vikten för Fokusområden ändras") == 1, "and the heading is short"


def cards(app: AppTest) -> list[str]:
    return [each.value for each in app.get("html") if '<section class="nk-verdict">' in each.value]


def test_every_answer_is_shown_in_some_group_of_networks(
    evaluation: str, open_page: Opener
) -> None:
    app = open_page("outcome", utvardering=evaluation)
    groups, seen = Choice(app, "rader").options, set()
    assert list(groups.values()) == ["Nätverk A till Nätverk F", "Nätverk G till Nätverk L"]
    for group in ("1", "2"):
        Choice(app, "rader").make(group)
        (matrix,) = (
            each.value
            for each in app.get("html")
            if "<caption>Nätverken kriterium för kriterium" in each.value
        )
        table = matrix[matrix.index("<caption>Nätverken kriterium") :].partition("</table>")[0]
        named = set(re.findall(r'<th scope="col"[^>]*>(Nätverk \w)<', table))
        assert len(named) == 6 and not named & seen
        told = [re.findall(r"<h3[^>]*>Nätverk(?:et)? (\w)", html) for html in cards(app)]
        letters = sorted(name[-1] for name in named)
        assert [*map(sorted, told)] == [letters, letters], "the result, and what changes it"
        seen |= named
    assert len(seen) == 12


def test_the_names_of_many_lines_are_apart(evaluation: str, open_page: Opener) -> None:
    app = open_page("outcome", utvardering=evaluation, avsnitt="sakerhet", tema="fokus")
    drawn = json.loads(app.get("plotly_chart")[0].proto.spec)["layout"]
    named = [each for each in drawn["annotations"] if each["text"].startswith("Nätverk")]
    assert len(named) > FEW
    height = drawn["height"] - 80
    for low, high in pairwise(sorted(each["ay"] for each in named)):
        assert (high - low) / 104 * height >= 14, "a name is 14 pixels high"


@given(st.lists(st.floats(0, 100), min_size=1, max_size=25).map(sorted))
def test_names_are_spread_within_the_axis_in_their_order(values: list[float]) -> None:
    gap = 100 / max(len(values), 20)
    places = spread(values, gap)
    assert len(places) == len(values)
    assert all(high - low >= gap - 1e-6 for low, high in pairwise(places))
    assert places[0] >= -1e-6 and places[-1] <= 100 + 1e-6


def test_a_name_with_room_stands_at_its_line() -> None:
    """Hand: two alike part by half the gap each; one alone stays."""
    assert spread([30, 30, 70], 5) == [27.5, 32.5, 70]


def test_the_ways_of_leaving_are_told_of_one_network_at_a_time(
    evaluation: str, open_page: Opener
) -> None:
    app = open_page("outcome", utvardering=evaluation, avsnitt="tillsammans")
    assert not app.exception
    told = shown(app)
    assert told.count("Lämnar ni ") == 2, "one network, and all of them"
    pairs = re.findall(r"(Nätverk \w) och (Nätverk \w) tillgodoser båda", told)
    assert len(pairs) == 11 and all("Nätverk A" in pair for pair in pairs)
    assert [each for each in app.get("html") if each.value.startswith('<h2 class="nk-h2">Alla')]
    told = shown(Choice(app, "natverk").make("natverk-c"))
    pairs = re.findall(r"(Nätverk \w) och (Nätverk \w) tillgodoser båda", told)
    assert len(pairs) == 11 and all("Nätverk C" in pair for pair in pairs)


def test_the_name_of_a_line_alone_stands_clear_of_the_axis() -> None:
    figure = go.Figure()
    shares = list(range(0, 101))
    name_lines(figure, shares, {"Alfa": [60.0 - each / 2 for each in shares]})
    (name,) = figure.layout.annotations
    assert 10 <= name.x <= 40 and name.y == 60 - name.x / 2
