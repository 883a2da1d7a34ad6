"""Pages of a server that shares a database: what others have saved, and when it does not answer."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from streamlit.testing.v1 import AppTest

from components.shell import news
from natverkskollen.store import Change, Saved
from natverkskollen.store.area import EVERY_ROOM
from natverkskollen.store.database.address import STORE
from natverkskollen.store.shared import replica_at
from tests.building.folders import shipped_folder
from tests.building.replicas import replica_in, store_of
from tests.components.answers.test_saving import JUDGED, on_file, rationale
from tests.components.conftest import Opener, shown
from tests.database import database

NEWS = "Någon annan har sparat"
SILENT = "Databasen svarar inte"


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Another server, after this one's data folder has been made a copy of the same database."""
    monkeypatch.setenv(STORE, address := database().address())
    there = replica_in(tmp_path / "annan", address)
    assert there.write(EVERY_ROOM, lambda folder: shipped_folder(folder).name)
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(tmp_path / "data"))
    return there


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch):
    """Makes the database stop answering; undone, it answers again."""

    monkeypatch.setattr("natverkskollen.store.replica._REST", 0)

    def fall_silent(folder: Path) -> pytest.MonkeyPatch:
        def refuse(*_: object, **__: object) -> None:
            raise psycopg.OperationalError("away")

        patch = pytest.MonkeyPatch()
        patch.setattr(psycopg, "connect", refuse)
        if replica := replica_at(folder):
            replica._connections.close()
        return patch

    return fall_silent


def opened(open_page: Opener):
    return open_page("scoring", utvardering=JUDGED.evaluation, tema="fokus")


def test_what_another_server_saves_is_shown_and_told(
    other, tmp_path: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(open_page)
    assert NEWS not in shown(app) and rationale(app, JUDGED)
    store = store_of(other)
    version = store.get(JUDGED.evaluation).version
    path = ("evaluation", "title")
    title = store.get(JUDGED.evaluation).data["evaluation"]["title"]
    told = store.save(JUDGED.evaluation, None, [Change(path, title, "En ny titel")], "bo", "k")
    assert isinstance(told, Saved)
    said = []
    monkeypatch.setattr(news.st, "info", said.append)
    monkeypatch.setattr(news.run, "store", lambda: store)
    monkeypatch.setattr(news.run, "folder", lambda: tmp_path / "data")
    known: dict[str, int] = {}
    for _ in range(2):  # the second time nothing has been heard since: it is still said
        news._look(JUDGED.evaluation, version, known)
    news._look(JUDGED.evaluation, told.version, {})
    assert len(said) == 2 and said[0].startswith(NEWS)
    monkeypatch.undo()


def test_a_database_that_falls_silent_is_told_and_what_is_written_stays(
    other, tmp_path: Path, open_page: Opener, away
) -> None:
    data = tmp_path / "data"
    app = opened(open_page)
    assert SILENT not in shown(app)
    patch = away(data)
    rationale(app, JUDGED).set_value("Skrivet under tystnaden.").run()
    assert SILENT in shown(app) and "Inte sparat" in shown(app)
    assert rationale(app, JUDGED).value == "Skrivet under tystnaden."
    patch.undo()
    rationale(app, JUDGED).set_value("Skrivet efter tystnaden.").run()
    assert SILENT not in shown(app) and "Inte sparat" not in shown(app)
    assert other.catch_up() is None
    assert on_file(other.folder, JUDGED).rationale == "Skrivet efter tystnaden."


def test_what_is_wrong_with_the_data_is_told_as_it_is_where_no_page_can_be_shown() -> None:
    def broken() -> None:
        from components.shell.script_error import show_script_error
        from natverkskollen.files.problem import DataError, Problem

        place = "db/natverkskollen, schema huddinge"
        show_script_error(DataError([Problem(place, 0, "databasen svarar inte", "Vänta")]))

    told = shown(AppTest.from_function(broken, default_timeout=60).run())
    assert "db/natverkskollen, schema huddinge: databasen svarar inte. Vänta." in told
