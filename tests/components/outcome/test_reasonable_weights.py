"""Intervals of the reader's own decide what is drawn, stay in the address, and are never saved."""

import re
from pathlib import Path

from tests.components.choosing import Choice
from tests.components.conftest import Opener, shown


def test_own_intervals_start_around_the_saved_weights_and_decide_the_answer(
    data: Path, open_page: Opener
) -> None:
    """Nearly all the weight on what SEKOM does worst: 38, near the cut-off 40."""
    before = (data / "evaluations/huddinge-2025/evaluation.yaml").read_bytes()
    app = open_page("outcome", avsnitt="sakerhet", utvardering="huddinge-2025")
    Choice(app, "modell").make("egna")
    sliders = {each.label: each for each in app.slider}
    assert {each.value for each in sliders.values()} == {(10, 50)}, "25 percent halved and doubled"
    assert "I 79 av" in shown(app).replace("\u00a0", " ")
    for label, slider in sliders.items():
        ends = (90, 100) if label == "Miljöstrategiskt arbete" else (0, 5)
        slider.set_value(ends)
    app.run()
    assert not app.exception
    assert app.query_params["intervall"] == "0-5.0-5.90-100.0-5"
    page = shown(app).replace("\u00a0", " ")
    assert "varje tema får vikter inom de angivna gränserna" in page
    assert re.search(r"SEKOM osäker 0 \d+ \d+ \d+ \d+ 0 ", page), "kept in none, first in none"
    assert re.search(r"Klimatkommunerna säker 100 0 0 100 100 100", page)
    assert (data / "evaluations/huddinge-2025/evaluation.yaml").read_bytes() == before


def test_a_link_opens_the_same_intervals_and_a_broken_one_the_usual(
    data: Path, open_page: Opener
) -> None:
    asked = {"utvardering": "huddinge-2025", "modell": "egna"}
    app = open_page("outcome", avsnitt="sakerhet", **asked, intervall="0-100.5-10.20-20.0-0")
    assert {each.label: each.value for each in app.slider} == {
        "Fokusområden": (0, 100),
        "Kostnad": (5, 10),
        "Miljöstrategiskt arbete": (20, 20),
        "Andra värden": (0, 0),
    }
    for broken in ("", "0-100", "50-10.5-10.20-20.0-0", "a-b.5-10.20-20.0-0", "0-500.1-2.1-2.1-2"):
        app = open_page("outcome", avsnitt="sakerhet", **asked, intervall=broken)
        assert not app.exception
        assert [each.value for each in app.slider] == [(10, 50)] * 4


def test_weights_that_are_all_zero_are_refused_in_words(data: Path, open_page: Opener) -> None:
    app = open_page(
        "outcome",
        avsnitt="sakerhet",
        utvardering="huddinge-2025",
        modell="egna",
        intervall="0-0.0-0.0-0.0-0",
    )
    assert not app.exception
    assert "Alla vikter är 0" in app.warning[0].value
    assert "blir resultatet för Klimatkommunerna ”fortsätt”" in shown(app)
