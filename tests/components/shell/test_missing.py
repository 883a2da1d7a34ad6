"""An evaluation that is gone, broken or never was stops the page; it never becomes another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.store import Saved, read_library, store_at
from tests.components.answers.given import answer_texts
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown
from tests.pages import FILES

ID, OTHER = "huddinge-2025", "exempel-vastra-gotaland"
# These are about no evaluation, or about none in particular.
NEED_NONE = {"new_evaluation", "networks", "memberships", "glossary", "accessibility"}
SHOW_ONE = [file for file in FILES if file not in NEED_NONE]


def deleted(data: Path) -> None:
    store = store_at(data)
    version = store.get(ID).version
    assert isinstance(store.delete(ID, version, "Anna"), Saved)


def headings(app: AppTest) -> list[str]:
    assert not app.exception
    return [each.value for each in app.title]


def links(app: AppTest) -> list[str]:
    return [each.proto.label for each in app.main.get("page_link")]


@pytest.mark.parametrize("file", SHOW_ONE)
def test_a_link_to_one_that_was_deleted_says_so_and_shows_no_other(
    file: str, data: Path, open_page: Opener
) -> None:
    deleted(data)
    app = open_page(file, utvardering=ID)
    assert headings(app) == ["Utvärderingen finns inte"]
    page = shown(app)
    assert "huddinge-2025 togs bort den\u00a0" in page and "av Anna" in page
    assert "Exempelby" not in page.replace(links(app)[0], "")
    assert app.query_params["utvardering"] in (ID, [ID])
    assert app.sidebar.selectbox[0].value is None
    assert not app.text_area and not answer_texts(app) and not app.number_input


def test_it_is_put_back_with_its_history_and_opens_where_it_was_asked_for(
    data: Path, open_page: Opener
) -> None:
    deleted(data)
    app = button(open_page("overview", utvardering=ID), "Lägg tillbaka utvärderingen").click().run()
    assert headings(app) == ["Översikt"]
    assert "Huddinge kommun 2025" in shown(app)
    assert "är tillbaka" in shown(app)
    kinds = [entry.kind for entry in store_at(data).history(ID)]
    assert kinds[-2:] == ["delete", "restore"]


def test_one_that_a_colleague_deletes_while_it_is_open_stops_the_page(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", utvardering=ID)
    assert answer_texts(app)
    deleted(data)
    app.run()
    assert headings(app) == ["Utvärderingen finns inte"]
    store_at(data).bring_back(ID, "Anna")
    assert headings(app.run()) == ["Bedömning"]


def test_another_is_opened_only_when_somebody_chooses_it(data: Path, open_page: Opener) -> None:
    deleted(data)
    app = open_page("overview", utvardering=ID)
    app.sidebar.selectbox[0].select(OTHER).run()
    assert headings(app) == ["Översikt"]
    assert "Exempelby" in shown(app)


def test_a_name_that_never_was_is_told_and_nothing_is_offered_back(
    data: Path, open_page: Opener
) -> None:
    app = open_page("papers", utvardering="finns-inte")
    assert headings(app) == ["Utvärderingen finns inte"]
    assert "Länken kan vara gammal eller fel" in shown(app)
    assert "Lägg tillbaka utvärderingen" not in [each.label for each in app.button]
    assert len(links(app)) == 2


@pytest.mark.parametrize("name", ["../etc", "<b>fet</b>", "%00", "a" * 300, "CON"])
def test_a_name_that_could_never_be_is_no_way_anywhere(
    name: str, data: Path, open_page: Opener
) -> None:
    app = open_page("overview", utvardering=name)
    assert headings(app) == ["Utvärderingen finns inte"]


def test_a_broken_one_says_which_file_and_line(data: Path, open_page: Opener) -> None:
    (data / "evaluations" / ID / "evaluation.yaml").write_text("schema: 1\n")
    app = open_page("overview", utvardering=ID)
    assert headings(app) == ["Utvärderingen går inte att öppna"]
    assert f"evaluations/{ID}/evaluation.yaml" in shown(app)
    assert "Exempelby" not in shown(app)


def test_a_bare_address_opens_the_next_that_can_be_opened(data: Path, open_page: Opener) -> None:
    (data / "evaluations" / ID / "evaluation.yaml").write_text("schema: 1\n")
    assert headings(open_page("overview")) == ["Översikt"]


def test_the_committee_is_told_and_is_offered_nothing(data: Path, open_page: Opener) -> None:
    deleted(data)
    app = open_page("overview", utvardering=ID, vy="namnd")
    assert headings(app) == ["Utvärderingen finns inte"]
    assert not links(app) and not app.button


def test_pages_about_no_evaluation_open_all_the_same(data: Path, open_page: Opener) -> None:
    deleted(data)
    assert headings(open_page("new_evaluation", utvardering=ID)) == ["Ny utvärdering"]
    assert headings(open_page("accessibility", utvardering=ID)) == ["Tillgänglighet"]


def test_everything_is_read_as_before_when_it_is_back(data: Path) -> None:
    before = read_library(data).dossier(ID)
    deleted(data)
    assert ID not in read_library(data).ids
    store_at(data).bring_back(ID, "Anna")
    assert read_library(data).dossier(ID) == before
