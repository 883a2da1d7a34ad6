"""Evidence is picked or written on Bedöm, saved with the answer, and taken away again."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.components.conftest import Opener, shown
from tests.components.test_saving import JUDGED, button, colleague_saves, on_file, rationale


@pytest.fixture
def app(data: Path, open_page: Opener) -> AppTest:
    return open_page("scoring", utvardering=JUDGED.evaluation, tema="fokus")


def pick(app: AppTest, data: Path) -> None:
    count = len(on_file(data, JUDGED).evidence)
    field = app.selectbox(key=JUDGED.key(f"uppgift{count}"))
    field.select_index(0).run()
    button(app, "Lägg till uppgiften").click().run()


def test_a_fact_of_the_network_is_picked_and_saved_with_the_answer(
    data: Path, app: AppTest
) -> None:
    before = on_file(data, JUDGED)
    pick(app, data)
    after = on_file(data, JUDGED)
    assert len(after.evidence) == len(before.evidence) + 1 and after.evidence[-1].fact
    assert after.model_copy(update={"evidence": before.evidence}) == before
    assert "Belägg (2)" in [each.label for each in app.expander] and "Sparat " in shown(app)


def test_evidence_of_ones_own_has_its_figure_day_document_place_and_quote(
    data: Path, app: AppTest
) -> None:
    app.checkbox(key=JUDGED.key("eget1")).check().run()

    def field(name: str):
        return app.text_input(key=JUDGED.key(f"eget-{name}1"))

    button(app, "Lägg till belägget").click().run()
    assert "Skriv påståendet" in shown(app)
    field("pastaende").set_value("Åtta av tio använder <b>verktyget</b>.")
    field("tal").set_value("8,5")
    field("enhet").set_value("av tio")
    field("per").set_value("2026-03-31")
    document = app.selectbox(key=JUDGED.key("eget-dokument1"))
    document.set_value("utvardering-2025")
    button(app, "Lägg till belägget").click().run()
    assert "Skriv var i dokumentet det står" in shown(app)
    field("plats").set_value("sidan 3")
    field("citat").set_value("8,5 av 10")
    button(app, "Lägg till belägget").click().run()
    own = on_file(data, JUDGED).evidence[-1]
    assert (own.figure, own.unit, own.as_of) == (Decimal("8.5"), "av tio", date(2026, 3, 31))
    assert own.source and own.source.place == "sidan 3" and own.source.quote == "8,5 av 10"
    assert all("<b>verktyget" not in each.value for each in app.get("html"))


def test_evidence_is_taken_away(data: Path, app: AppTest) -> None:
    app.button(key=JUDGED.key("bort0")).click().run()
    assert on_file(data, JUDGED).evidence == ()


def test_evidence_added_while_a_colleague_writes_keeps_the_colleagues_words(
    data: Path, app: AppTest
) -> None:
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    pick(app, data)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."
    assert len(on_file(data, JUDGED).evidence) == 2
    assert rationale(app, JUDGED).value == "Kollegans skäl."
