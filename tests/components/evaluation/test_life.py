"""An evaluation made final, opened again, exported, repeated and deleted, by clicks."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.store import read_library, store_at
from tests.building.folders import ready_for_final
from tests.components.answers.test_saving import JUDGED, button, colleague_saves
from tests.components.conftest import Opener, shown

ID = "huddinge-2025"


@pytest.fixture(autouse=True)
def ready(data: Path) -> None:
    """A case in which nothing is left to settle."""
    ready_for_final(data)


def opened(open_page: Opener) -> AppTest:
    app = open_page("closing", utvardering=ID)
    assert not app.exception
    return app


def field(app: AppTest, name: str):
    return app.text_input(key=f"arende/{ID}/liv/{name}")


def made_final(open_page: Opener) -> AppTest:
    app = opened(open_page)
    field(app, "vem").set_value("Förvaltningschefen").run()
    return button(app, "Färdigställ").click().run()


def test_final_needs_to_know_who_and_locks_with_a_seal(data: Path, open_page: Opener) -> None:
    app = opened(open_page)
    button(app, "Färdigställ").click().run()
    assert "Skriv vilken roll" in shown(app)
    app = made_final(open_page)
    assert "av Förvaltningschefen. Alla svar är låsta." in shown(app)
    evaluation = read_library(data).dossier(ID).evaluation
    assert evaluation.status == "final" and evaluation.final
    memo = shown(open_page("papers", utvardering=ID))
    assert "UTKAST" not in memo


def test_what_is_left_is_listed_and_final_is_not_offered(data: Path, open_page: Opener) -> None:
    path = data / "evaluations" / ID / "evaluation.yaml"
    path.write_text(path.read_text("utf-8").replace("    paragraph: 14\n", ""), "utf-8")
    app = opened(open_page)
    assert "Uppdraget: paragrafen i beslutet saknas." in shown(app)
    assert "Färdigställ" not in [each.label for each in app.button]


def test_final_is_refused_where_somebody_saved_after_the_page_was_drawn(
    data: Path, open_page: Opener
) -> None:
    app = opened(open_page)
    field(app, "vem").set_value("Förvaltningschefen").run()
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    button(app, "Färdigställ").click().run()
    assert "har ändrats sedan du öppnade den" in shown(app)
    assert read_library(data).dossier(ID).evaluation.status == "draft"


def test_a_final_evaluation_is_opened_again_as_a_new_version(data: Path, open_page: Opener) -> None:
    app = made_final(open_page)
    button(app, "Öppna igen").click().run()
    assert "Utvärderingen är ett utkast" in shown(app)
    assert [entry.kind for entry in store_at(data).history(ID)] == ["start", "save", "save"]


def test_a_change_behind_the_programs_back_breaks_the_seal(data: Path, open_page: Opener) -> None:
    made_final(open_page)
    path = data / "evaluations" / ID / "evaluation.yaml"
    text = path.read_text(encoding="utf-8").replace("Huddinge kommun 2025", "Huddinge 2025", 1)
    path.write_text(text, encoding="utf-8")
    assert "Filerna har ändrats sedan utvärderingen färdigställdes" in shown(opened(open_page))


def test_the_export_is_made_and_offered(data: Path, open_page: Opener) -> None:
    app = opened(open_page)
    button(app, "Förbered exporten").click().run()
    assert not app.exception
    labels = [each.label for each in app.get("download_button")]
    assert labels == ["Allt som Excel", "Ladda ner exporten"]


def test_a_new_round_has_no_answers_and_shows_what_waits(data: Path, open_page: Opener) -> None:
    app = opened(open_page)
    field(app, "ny-titel").set_value("Huddinge kommun 2026").run()
    field(app, "ny-dag").set_value("våren 2028").run()
    button(app, "Skapa en ny omgång").click().run()
    assert "Dagen ska vara ett datum" in shown(app)
    assert "huddinge-kommun-2026" not in read_library(data).evaluations.taken()
    field(app, "ny-dag").set_value("2028-03-01").run()
    button(app, "Skapa en ny omgång").click().run()
    assert not app.exception
    found = read_library(data)
    assert found.problems == ()
    fresh = found.dossier("huddinge-kommun-2026")
    assert fresh.evaluation.previous == ID and not fresh.sheets
    assert fresh.evaluation.case.date == date(2028, 3, 1)
    app = open_page("closing", utvardering="huddinge-kommun-2026")
    assert "Inte svarat ännu" in shown(app) and "från förra omgången" in shown(app)


def delete(app: AppTest, name: str) -> AppTest:
    app.text_input(key=f"arende/{ID}/liv/bort-namn").set_value(name).run()
    return button(app, "Ta bort utvärderingen").click().run()


def test_deleting_takes_the_name_and_says_what_is_gone_with_the_way_back(
    data: Path, open_page: Opener
) -> None:
    title = read_library(data).dossier(ID).evaluation.title
    app = delete(opened(open_page), "Huddinge")
    assert f"Skriv namnet som det står: {title}" in app.error[0].value.replace("\\", "")
    assert (data / "evaluations" / ID).is_dir()
    app = delete(app, f"  {title.upper()} ")
    assert not app.exception
    assert not (data / "evaluations" / ID).exists()
    assert f"Utvärderingen {ID} togs bort" in shown(app)
    button(app, "Lägg tillbaka utvärderingen").click().run()
    assert (data / "evaluations" / ID).is_dir()


def test_a_final_evaluation_is_not_deleted(data: Path, open_page: Opener) -> None:
    made_final(open_page)
    app = opened(open_page)
    assert "Öppna den igen om den ska tas bort" in shown(app)
    assert "Ta bort utvärderingen" not in [each.label for each in app.button]
