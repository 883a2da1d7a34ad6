"""Many evaluations in the folder: one is opened, the others are checked beside the page."""

import threading
from pathlib import Path

import pytest

from components.shell.read_beside import READER
from natverkskollen.files.data_folder import VARIABLE
from tests.building.many import many_evaluations, many_networks_folder
from tests.components.answers.given import answer_texts
from tests.components.conftest import Opener, shown


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = many_evaluations(tmp_path / "data", 14)
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def all_read() -> None:
    for thread in threading.enumerate():
        if thread.name == READER:
            thread.join()


def broken(many: Path, id_: str) -> int:
    """An answer with a decimal comma; the line it stands on."""
    path = many / "evaluations" / id_ / "answers" / "strateg.yaml"
    text = path.read_text("utf-8").replace("score: 5", "score: 4,5", 1)
    path.write_text(text, "utf-8")
    return text[: text.index("score: 4,5")].count("\n") + 1


def test_the_page_waits_for_no_other_evaluation_and_tells_of_their_mistakes_when_read(
    many: Path, open_page: Opener
) -> None:
    line = broken(many, "kommun-007")
    app = open_page("overview", utvardering="kommun-003")
    assert not app.exception
    assert "Kommun 3 2026" in shown(app)
    assert "13 utvärderingar kontrolleras just nu" in shown(app).replace("\u00a0", " ")
    assert len(app.sidebar.selectbox[0].options) == 14
    all_read()
    page = shown(app.run())
    assert f"evaluations/kommun-007/answers/strateg.yaml rad {line}" in page
    assert "kontrolleras just nu" not in page
    assert len(app.sidebar.selectbox[0].options) == 13, "it can no longer be chosen"


def test_a_broken_one_chosen_before_it_was_checked_is_told(many: Path, open_page: Opener) -> None:
    broken(many, "kommun-007")
    app = open_page("overview", utvardering="kommun-007")
    assert not app.exception
    assert app.title[0].value == "Utvärderingen går inte att öppna"
    assert "evaluations/kommun-007/answers/strateg.yaml" in shown(app)


def test_a_file_edited_while_it_is_open_is_shown_as_it_now_is(many, open_page: Opener) -> None:
    app = open_page("overview", utvardering="kommun-003")
    path = many / "evaluations" / "kommun-003" / "evaluation.yaml"
    path.write_text(path.read_text("utf-8").replace("Kommun 3 2026", "Kommun Tre 26"), "utf-8")
    app.run()
    assert "Kommun Tre 26" in shown(app)
    assert "Kommun Tre 26" in app.sidebar.selectbox[0].options


def test_two_evaluations_of_the_same_name_are_told_apart(data: Path, open_page: Opener) -> None:
    """The list sends the words that are shown: a save in one turned the page into the other."""
    ids = [many_networks_folder(data, count) for count in (2, 5)]
    app = open_page("scoring", utvardering=ids[1])
    choices = [each for each in app.sidebar.selectbox[0].options if each.startswith("Många")]
    assert sorted(choices) == [f"Många nätverk ({id_})" for id_ in sorted(ids)]
    answer_texts(app)[0].set_value("Skrivet.").run()
    assert app.query_params["utvardering"] in (ids[1], [ids[1]])
