"""An evaluation is created in the app, every mistake is told and no text is lost."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.store import Failed, YamlStore, read_library, store_at
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown
from tests.pages import FILES

CREATE = "Skapa utvärderingen"
MARKUP = "<script>alert(1)</script> **fet** [x](http://evil.example)"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with nothing in it."""
    folder = tmp_path / "tom"
    folder.mkdir()
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def text(app: AppTest, name: str):
    return app.text_input(key=f"ny/0/{name}")


def fill(app: AppTest, **changes: str) -> AppTest:
    """Fill in the least there is to fill in."""
    app.selectbox(key="ny/0/place").set_value("annan").run()
    typed = {"name": "Årsta kommun", "inhabitants": "21 100", "body": "Kommunstyrelsen"}
    for name, value in (typed | changes).items():
        text(app, name).set_value(value)
    app.multiselect(key="ny/0/networks").set_value(["sekom", "klimatkommunerna"])
    return app


def evaluations(folder: Path) -> set[str]:
    return {path.parent.name for path in folder.glob("evaluations/*/evaluation.yaml")}


def test_the_form_creates_an_evaluation_and_opens_it_on_scoring(
    data: Path, open_page: Opener
) -> None:
    app = fill(open_page("new_evaluation"), title="Årsta 2026", next_evaluation="2031-05-01")
    app.radio(key="ny/0/profile").set_value("klimatmal").run()
    app.multiselect(key="ny/0/considered").set_value(["sekom"])
    app.text_area(key="ny/0/assessors").set_value("Miljöstrateg\nEkonom")
    button(app, CREATE).click().run()
    assert not app.exception
    assert app.title[0].value == "Bedömning" and "Årsta 2026" in shown(app)
    assert app.query_params["utvardering"] == "arsta-2026"
    library = read_library(data)
    assert library.problems == ()
    made = library.dossier("arsta-2026").evaluation
    assert [(each.network, each.member) for each in made.memberships] == [
        ("sekom", False),
        ("klimatkommunerna", True),
    ]
    assert made.weighting.profile == "klimatmal" and made.criteria == "natverksmedlemskap"
    assert [each.role for each in made.assessors] == ["Miljöstrateg", "Ekonom"]
    assert [entry.kind for entry in store_at(data).history("arsta-2026")] == ["save"]
    assert "2031-05-01" in shown(open_page("overview", utvardering="arsta-2026"))
    again = app.switch_page("new_evaluation.py").run()
    assert again.text_area(key="ny/1/assessors").value == "Miljöstrateg", "it starts out afresh"
    assert again.selectbox(key="ny/1/place").value is None


def test_every_mistake_stands_below_its_field_and_what_is_typed_stays(
    data: Path, open_page: Opener
) -> None:
    before = evaluations(data)
    app = open_page("new_evaluation")
    assert "Skriv kommunens" not in shown(app), "nobody is corrected before the first try"
    button(app, CREATE).click().run()
    assert "Välj er kommun eller region i listan." in shown(app)
    app.selectbox(key="ny/0/place").set_value("annan").run()
    text(app, "inhabitants").set_value("tjugotusen")
    text(app, "inhabitants_day").set_value("2025-02-30")
    button(app, CREATE).click().run()
    page = shown(app)
    for words in (
        "Skriv kommunens eller regionens namn.",
        "Antalet invånare ska vara ett heltal. Skriv till exempel 21 000.",
        "Datumet 2025-02-30 finns inte i kalendern.",
        "Skriv vem som beslutar.",
        "Välj minst ett nätverk.",
        "Inte skapad ännu. Fem\u00a0fält behöver rättas: kommunens eller regionens namn, antal "
        "invånare, folkmängden gäller, vem som beslutar, nätverk.",
    ):
        assert words in page
    hint = page.index("Medlemsavgifterna räknas på folkmängden.")
    assert hint < page.index("Antalet invånare ska") < page.index("Ett år, eller en dag som")
    assert text(app, "inhabitants").value == "tjugotusen"
    assert evaluations(data) == before
    text(app, "inhabitants").set_value("20 000").run()
    assert "ska vara ett heltal" not in shown(app), "what is put right is not told any longer"
    fill(app, inhabitants_day="2025")
    button(app, CREATE).click().run()
    assert len(evaluations(data)) == len(before) + 1


def test_a_name_in_use_is_told_and_the_other_evaluation_is_left_alone(
    data: Path, open_page: Opener
) -> None:
    path = data / "evaluations/huddinge-2025/evaluation.yaml"
    before = path.read_bytes()
    app = fill(open_page("new_evaluation"), title="Huddinge 2025")
    button(app, CREATE).click().run()
    assert "finns redan en utvärdering i mappen evaluations/huddinge-2025" in shown(app)
    assert text(app, "title").value == "Huddinge 2025"
    assert path.read_bytes() == before


def test_an_evaluation_created_by_somebody_else_meanwhile_is_told(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of names was read a moment before the save."""
    monkeypatch.setattr(YamlStore, "taken", lambda self: frozenset())
    app = fill(open_page("new_evaluation"), title="Huddinge 2025")
    button(app, CREATE).click().run()
    assert "Inte skapad. Det finns redan en utvärdering" in shown(app)
    assert text(app, "name").value == "Årsta kommun"


def test_a_save_that_fails_keeps_the_form(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Failed("det gick inte att skriva (disken är full)", "Ge plats")
    app = fill(open_page("new_evaluation"))
    with monkeypatch.context() as broken:
        broken.setattr(YamlStore, "save", lambda *_: full)
        button(app, CREATE).click().run()
        assert "Inte skapad. Det gick inte att skriva (disken är full). Ge plats." in shown(app)
        assert text(app, "name").value == "Årsta kommun"
    button(app, CREATE).click().run()
    assert app.title[0].value == "Bedömning"


def test_what_is_typed_survives_a_visit_to_another_page(data: Path, open_page: Opener) -> None:
    app = fill(open_page("new_evaluation"))
    app.text_area(key="ny/0/assessors").set_value("Ekonom").run()
    app.switch_page("outcome.py").run()
    app.switch_page("new_evaluation.py").run()
    assert text(app, "name").value == "Årsta kommun"
    assert app.multiselect(key="ny/0/networks").value == ["sekom", "klimatkommunerna"]
    assert app.text_area(key="ny/0/assessors").value == "Ekonom"


def test_markup_in_a_field_is_shown_literally(data: Path, open_page: Opener) -> None:
    app = fill(open_page("new_evaluation"), title=MARKUP, body=MARKUP)
    button(app, CREATE).click().run()
    assert not app.exception
    made = "script-alert-1-script-fet-x-http-evil-example"
    assert read_library(data).dossier(made).evaluation.title == MARKUP
    app = open_page("overview", utvardering=made)
    assert MARKUP in shown(app)
    assert all("<script" not in each.value for each in app.get("html"))


def test_a_network_with_kinds_of_membership_asks_which_and_the_fee_follows(
    data: Path, open_page: Opener
) -> None:
    app = fill(open_page("new_evaluation"), title="Årsta 2026")
    app.multiselect(key="ny/0/networks").set_value(["sekom", "malarens-vattenvardsforbund"]).run()
    kinds = app.radio(key="ny/0/slag-malarens-vattenvardsforbund")
    assert kinds.label == "Avgiften i Mälaren beror på" and kinds.value == ""
    kinds.set_value("langre-bort")
    button(app, CREATE).click().run()
    made = read_library(data).dossier("arsta-2026").evaluation
    assert made.membership("malarens-vattenvardsforbund").category == "langre-bort"
    assert made.membership("sekom").category is None
    page = open_page(
        "networks",
        utvardering="arsta-2026",
        natverksfil="malarens-vattenvardsforbund",
        **{"del": "kostnad"},
    )
    assert "15\u00a0000,00\u00a0kr" in shown(page)


def test_every_page_links_to_the_form(data: Path, open_page: Opener) -> None:
    bar = [each.proto.label for each in open_page("overview").sidebar.get("page_link")]
    assert "Ny utvärdering" in bar


def test_an_empty_folder_is_two_clicks_from_its_first_evaluation(
    empty: Path, open_page: Opener
) -> None:
    app = open_page("new_evaluation")
    assert "Datamappen har inga kriterier eller nätverk ännu." in shown(app)
    assert "SEKOM" in shown(app) and "skrivs över" in shown(app)
    button(app, "Lägg in kriterier och nätverk").click().run()
    fill(app)
    button(app, CREATE).click().run()
    assert app.title[0].value == "Bedömning"
    assert len(evaluations(empty)) == 1
    for page in FILES:
        app = open_page(page)
        assert not app.exception and not app.error, page
    page = shown(open_page("overview"))
    assert "Årsta kommun" in page and "Inga dagar är kända ännu." in page


def test_a_folder_with_criteria_of_its_own_gets_only_the_networks(
    data: Path, open_page: Opener
) -> None:
    for path in (data / "networks").glob("*.yaml"):
        path.unlink()
    own = data / "criteria/natverksmedlemskap.yaml"
    own.write_text(own.read_text("utf-8").replace('revision: "', 'revision: "vår-'), "utf-8")
    app = open_page("new_evaluation")
    button(app, "Lägg in nätverk").click().run()
    assert "1. Kommunen och ärendet" in shown(app)
    assert 'revision: "vår-' in own.read_text("utf-8")


def test_a_folder_that_is_not_there_may_be_a_misspelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: Opener
) -> None:
    folder = tmp_path / "borta"
    monkeypatch.setenv(VARIABLE, str(folder))
    app = open_page("new_evaluation")
    words = app.warning[0].value.replace("\\", "")
    assert f"Datamappen {folder} finns inte." in words and VARIABLE in words
    assert not folder.exists()
    button(app, "Lägg in kriterier och nätverk").click().run()
    assert "1. Kommunen och ärendet" in shown(app) and folder.is_dir()


def test_a_folder_that_cannot_be_filled_is_told(
    empty: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("new_evaluation")
    told = Failed("det gick inte att skriva i datamappen (disken är full)", "Ge plats")
    monkeypatch.setattr("components.evaluation.start_view.start_folder", lambda *_, **__: told)
    button(app, "Lägg in kriterier och nätverk").click().run()
    assert "Inget är inlagt. Det gick inte att skriva i datamappen" in shown(app)
    assert not app.exception


def test_criteria_that_cannot_be_read_are_told_instead_of_a_form(
    data: Path, open_page: Opener
) -> None:
    for path in (data / "criteria").glob("*.yaml"):
        path.write_text("schema: 1\n", "utf-8")
    app = open_page("new_evaluation")
    assert not app.exception and not app.text_input
    assert "Rätta först felen i kriterierna" in shown(app)
    assert "criteria/natverksmedlemskap.yaml" in shown(app)


def test_a_municipality_chosen_in_the_list_brings_its_population_and_the_fees(
    data: Path, open_page: Opener
) -> None:
    """SEKOM asks 4 000 kronor and 30 öre per inhabitant: 4 000 + 0.30 × 101 408."""
    app = open_page("new_evaluation")
    app.selectbox(key="ny/0/place").set_value("0136").run()
    page = shown(app)
    assert "101\xa0408 invånare den\xa031\xa0december\xa02025, enligt SCB." in page
    assert "slumpmässig störning" in page
    assert app.text_input(key="ny/0/name-0136").value == "Haninge kommun"
    text(app, "body").set_value("Kommunstyrelsen")
    app.multiselect(key="ny/0/networks").set_value(["sekom"]).run()
    assert not app.exception
    assert "34\xa0422,40\xa0kr" in shown(app)
    button(app, CREATE).click().run()
    made = read_library(data).dossier("haninge-kommun-2026").evaluation
    who = made.municipality
    assert (who.code, who.inhabitants, who.populations) == (
        "0136",
        101408,
        {2023: 99751, 2024: 100895},
    )
    assert who.source and who.source.quote == "Haninge 101\xa0408"
    assert read_library(data).problems == ()
