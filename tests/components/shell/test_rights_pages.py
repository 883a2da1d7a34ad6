"""Every address of docs/rattigheter.csv, for each person: the page is drawn, or it is refused.

What a page draws is tried elsewhere; here it only says that it was let to, and with what open.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.navigation.page import StreamlitPage
from streamlit.testing.v1 import AppTest

from components.papers import committee_view
from components.shell import data, sessions
from components.shell.addresses import PAGES
from components.shell.sessions import Session
from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.model.principal import LOCAL
from natverkskollen.store import clock
from tests.building.rights import OTHERS, OWN, PEOPLE, guarded_folder, people, rows
from tests.pages import MENU

COMMITTEE = "sammanfattning för nämnden"
FILES = {f"/{path}": file for file, _, path in PAGES} | {"/": PAGES[0][0], COMMITTEE: "overview"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return guarded_folder(tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(("way", "what", "where"), rows("adress"))
def test_an_address_is_drawn_or_refused_as_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, way: str, what: str, where: str
) -> None:
    drawn: list[str] = []

    def run(*_: object) -> None:
        drawn.append(data.dossier().evaluation.id if where in (OWN, OTHERS) else where)

    monkeypatch.setattr(StreamlitPage, "run", run)
    monkeypatch.setattr(committee_view, "show_committee", run)
    monkeypatch.setenv(VARIABLE, str(folder))
    asked = {"utvardering": where} if where in (OWN, OTHERS) else {}
    asked |= {"vy": "namnd"} if what == COMMITTEE else {}
    wrong = []
    for who, allowed in people(way, what, where):
        session = Session(who, PEOPLE[who], clock.now()) if PEOPLE[who] != LOCAL else None
        monkeypatch.setattr(sessions, "here", lambda session=session: session)
        app = AppTest.from_file(MENU, default_timeout=60).run()
        drawn.clear()
        for name, value in asked.items():
            app.query_params[name] = value
        app = app.switch_page(f"{FILES[what]}.py").run()
        assert not app.exception
        if drawn != ([where] if allowed else []) or not (allowed or app.title or app.error):
            wrong.append((who, drawn[:]))
    assert wrong == []
