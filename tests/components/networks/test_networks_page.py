"""A network is added, changed and taken back in the program, and its fee is shown at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.networks.network_words import PARTS
from natverkskollen.model.network import Network
from natverkskollen.store import Change, Saved, networks_at, read_library
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

ADD, SAVE = "Lägg till nätverket", "Spara nätverket"


def text(app: AppTest, name: str, network: str = "nytt"):
    return app.text_input(key=f"natverk/{network}/{name}")


def fill(app: AppTest, **changes: str) -> AppTest:
    typed = {
        "name": "Skogskommunerna",
        "fixed": "30 000",
        "document": "Faktura 2026",
        "found": "KS-2026/12",
        "quote": "Medlemsavgift 30 000 kr",
    }
    for name, value in (typed | changes).items():
        text(app, name).set_value(value)
    return app


def test_the_history_has_a_word_for_every_part_of_a_network() -> None:
    assert set(PARTS) == set(Network.model_fields) - {"schema_version", "id"}


def test_a_network_that_is_not_shipped_is_added_in_five_fields_and_can_be_chosen(
    data: Path, open_page: Opener
) -> None:
    app = fill(open_page("networks", natverksfil="nytt"))
    button(app, ADD).click().run()
    assert not app.exception
    network = read_library(data).networks["skogskommunerna"]
    assert network.fees[0].fixed == 30000 and network.short == "Skogskommunerna"
    assert network.document(network.fees[0].source.document).title == "Faktura 2026"
    assert read_library(data).problems == ()
    page = shown(app)
    assert "Skogskommunerna" in page and "30\xa0000\xa0kr" in page
    assert "nätverket lades till" in page
    new = open_page("new_evaluation")
    assert "Skogskommunerna" in new.multiselect(key="ny/0/networks").options


def test_the_amount_for_us_is_shown_while_the_fee_is_typed(data: Path, open_page: Opener) -> None:
    """Huddinge's 114 304 inhabitants: 1 000 + 0,50 × 100 000 (the cap) = 51 000."""
    app = open_page("networks", natverksfil="nytt", utvardering="huddinge-2025")
    app.radio(key="natverk/nytt/kind").set_value("per-invanare").run()
    text(app, "per_inhabitant").set_value("0,50")
    text(app, "fixed").set_value("1 000")
    text(app, "max_inhabitants").set_value("100 000").run()
    assert "Huddinge kommun betalar 51\xa0000,00\xa0kr om året" in shown(app)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("name", "", "Skriv nätverkets namn."),
        ("name", "SEKOM", "Det finns redan ett nätverk med det namnet"),
        ("fixed", "trettio", "Talet går inte att läsa."),
        ("fixed", "", "Skriv beloppet, till exempel 30 000."),
        ("fixed", "-3", "Talet kan inte vara mindre än noll."),
        ("document", "", "Skriv vad dokumentet heter."),
        ("quote", "", "Skriv av det som står om avgiften."),
    ],
)
def test_what_is_wrong_stands_below_its_field_and_nothing_is_saved(
    data: Path, open_page: Opener, name: str, value: str, told: str
) -> None:
    before = set((data / "networks").iterdir())
    app = fill(open_page("networks", natverksfil="nytt"), **{name: value})
    button(app, ADD).click().run()
    assert told in shown(app) and "Inte sparat ännu." in shown(app)
    assert set((data / "networks").iterdir()) == before
    assert text(app, "found").value == "KS-2026/12"


def test_a_changed_network_is_saved_and_the_change_can_be_taken_back(
    data: Path, open_page: Opener
) -> None:
    facts = read_library(data).networks["sambruk"].facts
    app = open_page("networks", natverksfil="sambruk", **{"del": "andra"})
    text(app, "name", "sambruk").set_value("Föreningen Sambruk 2")
    button(app, SAVE).click().run()
    after = read_library(data).networks["sambruk"]
    assert (after.name, after.facts) == ("Föreningen Sambruk 2", facts)
    assert "Sparat: namnet" in shown(app)
    button(app, "Ångra den senaste ändringen").click().run()
    assert read_library(data).networks["sambruk"].name == "Föreningen Sambruk"
    assert text(app, "name", "sambruk").value == "Föreningen Sambruk", "the form follows the file"


def test_what_somebody_else_has_saved_meanwhile_is_not_overwritten(
    data: Path, open_page: Opener
) -> None:
    app = open_page("networks", natverksfil="sambruk", **{"del": "andra"})
    name = read_library(data).networks["sambruk"].name
    change = [Change(("network", "name"), name, "Annas namn")]
    assert networks_at(data).save("sambruk", None, change, "anna", "k") == Saved(2)
    text(app, "name", "sambruk").set_value("Mitt namn")
    button(app, SAVE).click().run()
    assert "Inte sparat. Någon annan har ändrat detta" in shown(app) and "Annas namn" in shown(app)
    assert read_library(data).networks["sambruk"].name == "Annas namn"
    assert text(app, "name", "sambruk").value == "Mitt namn"
    button(app, SAVE).click().run()
    assert read_library(data).networks["sambruk"].name == "Mitt namn", "having seen it, one decides"


def test_where_a_note_is_in_the_way_the_file_is_left_to_the_hand_that_wrote_it(
    data: Path, open_page: Opener
) -> None:
    path = data / "networks" / "geoforum.yaml"
    path.write_text(
        re.sub(r"(?m)^(name: .*)$", r"\1  # hör efter", path.read_text("utf-8")), "utf-8"
    )
    kept = path.read_bytes()
    app = open_page("networks", natverksfil="geoforum", **{"del": "andra"})
    text(app, "name", "geoforum").set_value("Geoforum 2")
    button(app, SAVE).click().run()
    assert "networks/geoforum.yaml har en anteckning på rad" in shown(app)
    assert (data / "networks" / "geoforum.yaml").read_bytes() == kept


def test_a_file_that_cannot_be_read_is_not_taken_for_a_free_name(
    data: Path, open_page: Opener
) -> None:
    broken = data / "networks" / "skogskommunerna.yaml"
    broken.write_text("schema: 1\n", encoding="utf-8")
    app = fill(open_page("networks", natverksfil="nytt"))
    button(app, ADD).click().run()
    assert "Det finns redan ett nätverk med det namnet (networks/skogskommunerna.yaml)" in shown(
        app
    )
    assert broken.read_text(encoding="utf-8") == "schema: 1\n"


def test_the_municipality_is_chosen_once_and_the_fees_are_counted_for_it(
    data: Path, open_page: Opener
) -> None:
    app = open_page("networks", natverksfil="alla")
    app.selectbox(key="natverk/er/place").set_value("Haninge").run()
    button(app, "Spara kommunen").click().run()
    assert not app.exception
    own = read_library(data).municipality
    assert own is not None and (own.name, own.code) == ("Haninge kommun", "0136")
    page = shown(app)
    assert "Avgifterna är räknade för Haninge kommun" in page and "för Huddinge" not in page
    new = open_page("new_evaluation")
    assert new.selectbox(key="ny/0/place").value == "0136"


OWN = 'schema: 1\nname: Haninge\ncode: "0136"\npopulations: {2025: 99000}\nnote: Egen statistik\n'


def test_the_municipality_that_is_chosen_already_is_left_as_it_stands(
    data: Path, open_page: Opener
) -> None:
    (data / "municipality.yaml").write_text(OWN, "utf-8")
    app = open_page("networks", natverksfil="alla")
    assert button(app, "Spara kommunen").disabled
    app.selectbox(key="natverk/er/place").set_value("Tyresö").run()
    assert "De egna folkmängderna för Haninge tas då bort" in shown(app)


def test_a_municipality_that_somebody_else_has_chosen_meanwhile_is_not_overwritten(
    data: Path, open_page: Opener
) -> None:
    app = open_page("networks", natverksfil="alla")
    app.selectbox(key="natverk/er/place").set_value("Tyresö").run()
    (data / "municipality.yaml").write_text(OWN, "utf-8")
    button(app, "Spara kommunen").click().run()
    assert "någon annan har bytt kommun" in shown(app)
    assert (data / "municipality.yaml").read_text("utf-8") == OWN


def test_what_the_program_says_otherwise_is_taken_in_or_declined(
    data: Path, open_page: Opener
) -> None:
    path = data / "networks" / "sambruk.yaml"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    own = [re.sub("^(name|short): .*", r"\1: Vårt eget", row) for row in rows]
    path.write_text("".join(own), "utf-8")
    app = open_page("networks", natverksfil="alla")
    app.session_state["natverk/nytt-i-programmet/oppet"] = True
    app.run()
    assert "Hos er (ändrat av er)" in shown(app)
    next(each for each in app.button if each.label == "Behåll vårt").click().run()
    assert not app.exception and read_library(data).networks["sambruk"].name == "Vårt eget"
    button(app, "Ta in programmets").click().run()
    assert read_library(data).networks["sambruk"].short == "Sambruk"
    assert "Ta in programmets" not in [each.label for each in app.button]
