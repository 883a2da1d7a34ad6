"""The day of the next evaluation is entered on Ärendet, and never over a colleague's."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.store import Change, Saved, read_library, store_at
from tests.components.answers.test_saving import button, finalise
from tests.components.conftest import Opener, shown

ID = "huddinge-2025"
KEY = f"arende/{ID}/falt/next_evaluation"
CASE_DAY = "2025-04-01"
SHIPPED = date(2026, 5, 30)


@pytest.fixture
def app(data: Path, open_page: Opener) -> AppTest:
    return open_page("closing", utvardering=ID)


def on_file(data: Path) -> date | None:
    library = read_library(data)
    assert library.problems == ()
    return library.dossier(ID).evaluation.next_evaluation


def save(app: AppTest, typed: str) -> AppTest:
    app.text_input(key=KEY).set_value(typed).run()
    return button(app, "Spara dagen").click().run()


def colleague_saves(data: Path, day: str) -> None:
    store = store_at(data)
    change = Change(("evaluation", "next_evaluation"), SHIPPED, day)
    told = store.save(ID, store.get(ID).version, (change,), "kollegan", f"kollega-{day}")
    assert isinstance(told, Saved)


def test_a_day_is_saved_changed_shown_on_overview_and_taken_away(
    data: Path, app: AppTest, open_page: Opener
) -> None:
    save(app, " 2031-05-01 ")
    assert on_file(data) == date(2031, 5, 1)
    page = shown(open_page("overview", utvardering=ID))
    assert "2031-05-01 Nästa utvärdering av nätverken" in page
    save(app, "2032-05-01")
    assert on_file(data) == date(2032, 5, 1)
    save(app, "")
    assert on_file(data) is None
    assert "Nästa utvärdering av nätverken" not in shown(open_page("overview", utvardering=ID))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nästa år", "Inte sparat. Dagen ska vara ett datum"),
        ("2031-02-30", "finns inte i kalendern"),
        (CASE_DAY, "senare än ärendets dag, 2025-04-01"),
    ],
)
def test_a_day_that_cannot_be_used_is_told_and_stays_in_the_field(
    typed: str, told: str, data: Path, app: AppTest
) -> None:
    save(app, typed)
    assert told in shown(app).replace("\\", "")
    assert app.text_input(key=KEY).value == typed
    assert on_file(data) == SHIPPED


def test_a_colleagues_day_is_told_before_mine_replaces_it(data: Path, app: AppTest) -> None:
    """The page was drawn before the colleague saved: the click alone must not decide."""
    app.text_input(key=KEY).set_value("2031-05-01").run()
    colleague_saves(data, "2030-01-01")
    button(app, "Spara dagen").click().run()
    assert "Någon annan har ändrat till 2030-01-01" in shown(app)
    assert on_file(data) == date(2030, 1, 1)
    assert app.text_input(key=KEY).value == "2031-05-01"
    button(app, "Spara dagen").click().run()
    assert on_file(data) == date(2031, 5, 1)


def test_a_field_nobody_has_touched_follows_the_file(data: Path, app: AppTest) -> None:
    colleague_saves(data, "2030-01-01")
    app.run()
    assert app.text_input(key=KEY).value == "2030-01-01"
    save(app, "2031-05-01")
    assert on_file(data) == date(2031, 5, 1)


def test_a_session_that_gets_an_old_field_from_the_browser_overwrites_nothing(
    data: Path, open_page: Opener, app: AppTest
) -> None:
    """After a server restart the browser sends what stood there to a session that knows nothing."""
    app.text_input(key=KEY).set_value("2029-01-01").run()
    del app.session_state[f"arende/{ID}/sett/next_evaluation"]
    colleague_saves(data, "2030-01-01")
    button(app, "Spara dagen").click().run()
    assert "Någon annan har ändrat till 2030-01-01" in shown(app)
    assert on_file(data) == date(2030, 1, 1)


def test_the_field_survives_a_visit_to_another_page(data: Path, app: AppTest) -> None:
    save(app, "2031-05-01")
    app.text_input(key=KEY).set_value("2032-05-01").run()
    app.switch_page("outcome.py").run()
    app.switch_page("closing.py").run()
    assert app.text_input(key=KEY).value == "2032-05-01"
    button(app, "Spara dagen").click().run()
    assert on_file(data) == date(2032, 5, 1)


def test_a_final_evaluation_shows_the_day_without_a_field(data: Path, open_page: Opener) -> None:
    finalise(data)
    app = open_page("closing", utvardering=ID)
    assert "Dagen är den\u00a030\u00a0maj\u00a02026." in shown(app)
    assert "Spara dagen" not in [each.label for each in app.button]
