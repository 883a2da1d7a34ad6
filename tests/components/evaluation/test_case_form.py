"""The case is put right on Översikt, with every mistake told and no colleague overwritten."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change, Saved, read_library, store_at
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

ID = "exempel-vastra-gotaland"


@pytest.fixture
def app(data: Path, open_page: Opener) -> AppTest:
    return open_page("overview", utvardering=ID)


def on_file(data: Path) -> Evaluation:
    library = read_library(data)
    assert library.problems == ()
    return library.dossier(ID).evaluation


def field(app: AppTest, name: str):
    return app.text_input(key=f"arende/{ID}/falt/{name}")


def save(app: AppTest, **typed: str) -> AppTest:
    for name, text in typed.items():
        field(app, name).set_value(text)
    return button(app, "Spara uppgifterna").click().run()


def colleague_saves(data: Path, body: str) -> None:
    store, was = store_at(data), on_file(data).case.body
    change = Change(("evaluation", "case", "body"), was, body)
    told = store.save(ID, store.get(ID).version, (change,), "kollegan", f"k-{body}")
    assert isinstance(told, Saved)


def test_the_case_is_put_right_and_the_rest_is_left_alone(data: Path, app: AppTest) -> None:
    before = on_file(data)
    save(app, diarienummer="KS-2026/77", inhabitants="12 345", department="Miljökontoret")
    assert not app.exception and not app.error
    now = on_file(data)
    assert now.case.diarienummer == "KS-2026/77" and now.case.department == "Miljökontoret"
    assert now.municipality.inhabitants == 12345
    kept = {"case": before.case, "municipality": before.municipality}
    assert now.model_copy(update=kept) == before
    changed = store_at(data).history(ID)[-1].changes
    # The first save also keeps the criteria it is judged by.
    fields = {change.path[-1] for change in changed if change.path != ("criteria",)}
    assert fields == {"diarienummer", "inhabitants", "department"}


def test_mistakes_stand_below_their_fields_and_nothing_is_saved(data: Path, app: AppTest) -> None:
    before = on_file(data)
    save(app, body="", inhabitants="många", diarienummer="KS-2026/77")
    page = shown(app)
    assert "Skriv vem som beslutar." in page and "ska vara ett heltal" in page
    assert "Inte sparat. Två\u00a0fält behöver rättas." in page
    assert field(app, "inhabitants").value == "många"
    assert on_file(data) == before
    save(app, body="Kommunstyrelsen", inhabitants="12 345")
    assert on_file(data).case.diarienummer == "KS-2026/77"
    assert "behöver rättas" not in shown(app)


def test_a_colleagues_change_is_told_before_mine_replaces_it(data: Path, app: AppTest) -> None:
    field(app, "body").set_value("Min nämnd").run()
    colleague_saves(data, "Kollegans nämnd")
    save(app)
    assert "Någon annan har ändrat till Kollegans nämnd" in shown(app)
    assert on_file(data).case.body == "Kollegans nämnd"
    assert field(app, "body").value == "Min nämnd"
    save(app)
    assert on_file(data).case.body == "Min nämnd"


def test_a_field_the_colleague_changed_and_i_did_not_keeps_the_colleagues(
    data: Path, app: AppTest
) -> None:
    colleague_saves(data, "Kollegans nämnd")
    save(app, diarienummer="KS-2026/77")
    now = on_file(data).case
    assert (now.body, now.diarienummer) == ("Kollegans nämnd", "KS-2026/77")
