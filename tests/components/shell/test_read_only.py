"""Where nothing can be saved no form offers a save that would fail, and each says why."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.files.cache import Cache
from natverkskollen.store import YamlStore
from tests.building.folders import ready_for_final
from tests.components.conftest import Opener, shown, unfolded
from tests.components.shell.test_storage_trouble import FULL

HUDDINGE = "huddinge-2025"
NOTHING_SAVED = "Inget kan sparas just nu"
# Every form that saves: the page, what is chosen in the address, and its buttons where all is well.
FORMS = [
    ("new_evaluation", {}, {"Skapa utvärderingen"}),
    ("papers", {}, {"Spara förslaget", "Spara svaret", "Spara texten"}),
    ("outcome", {"vikter": "klimatmal"}, {"Spara vikterna"}),
    ("networks", {"del": "fynd"}, {"Spara förklaringen"}),
    ("networks", {"del": "faktagranskning", "natverksfil": "sekom"}, {"Spara svaret"}),
    ("overview", {}, {"Spara uppgifterna"}),
    ("closing", {}, {"Färdigställ", "Spara dagen"}),
]
READS_ONLY = {"Förbered exporten"}


def buttons(app: AppTest) -> set[str]:
    return {each.label for each in app.button}


@pytest.mark.parametrize(("page", "chosen", "saves"), FORMS)
def test_a_form_that_saves_is_offered_only_where_it_can(
    page: str,
    chosen: dict[str, str],
    saves: set[str],
    data: Path,
    open_page: Opener,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ready_for_final(data)
    assert saves <= buttons(unfolded(open_page(page, utvardering=HUDDINGE, **chosen)))
    monkeypatch.setattr("components.shell.storage._TRIED", Cache(8))
    monkeypatch.setattr(YamlStore, "unwritable", lambda self: FULL)
    app = unfolded(open_page(page, utvardering=HUDDINGE, **chosen))
    assert not app.exception
    assert NOTHING_SAVED in app.error[0].value
    assert buttons(app) <= READS_ONLY
    assert not app.checkbox, "no box that leads to a save"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("papers", "Inget kan sparas just nu. Förslagen går att läsa men inte att ändra."),
        ("scoring", "Inget kan sparas just nu. Svaren går att läsa men inte att ändra."),
        ("closing", "Inget kan sparas just nu. Dagen går att läsa men inte att ändra."),
        ("new_evaluation", "Så länge inget kan sparas går det inte att skapa en utvärdering."),
    ],
)
def test_the_place_of_the_form_says_why_it_is_not_there(
    page: str, words: str, data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(YamlStore, "unwritable", lambda self: FULL)
    assert words in shown(open_page(page, utvardering=HUDDINGE))


def test_everything_is_locked_on_a_disk_that_really_refuses(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the trial file is to go, so that the system itself says no."""
    (data / "evaluations/.prov").mkdir()
    app = open_page("closing", utvardering=HUDDINGE)
    assert NOTHING_SAVED in app.error[0].value
    assert buttons(app) <= READS_ONLY


def test_an_empty_folder_that_refuses_is_told_before_anybody_fills_in_a_form(
    tmp_path: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(tmp_path))
    (tmp_path / ".prov").mkdir()
    app = open_page("new_evaluation")
    assert NOTHING_SAVED in app.error[0].value and "i datamappen" in app.error[0].value
    assert not app.button and not app.text_input
