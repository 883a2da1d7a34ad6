"""What a page shows to whom: as what one is there, and nothing that the store would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st

from components.shell import sessions
from components.shell.sessions import Session
from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.store import Change, clock, store_at
from tests.building.rights import FINAL, OTHERS, OWN, PEOPLE, SECRETS, guarded_folder
from tests.components.answers.given import answer_texts
from tests.components.conftest import Opener, shown, unfolded
from tests.thorough import FULL


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = guarded_folder(tmp_path)
    monkeypatch.setenv(VARIABLE, str(made))
    return made


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch):
    def signed_in(who: str) -> None:
        session = Session(who, PEOPLE[who], clock.now())
        monkeypatch.setattr(sessions, "here", lambda: session)

    return signed_in


def menu(app) -> set[str]:
    """The pages that the side bar links to by hand; Streamlit's own menu is not in an AppTest."""
    return {each.proto.page for each in app.sidebar.get("page_link")}


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("bedömaren Anna", "Inloggad som Anna, bedömare (Miljöstrateg) i Den egna."),
        ("handläggare", "Inloggad som Hanna, handläggare i Den egna."),
        ("läsare", "Inloggad som Lena, läsare i Den egna."),
    ],
)
def test_the_side_bar_says_as_what_one_is_there(
    folder: Path, sign_in, open_page: Opener, who: str, words: str
) -> None:
    sign_in(who)
    app = open_page("overview", utvardering=OWN)
    assert not app.exception and words in " ".join(each.value for each in app.sidebar.get("html"))


def test_the_assessors_page_opens_as_who_one_is_and_shows_no_other(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("bedömaren Bo")
    app = open_page("scoring", utvardering=OWN, bedomare="anna", tema="nytta")
    assert not app.exception and app.query_params["bedomare"] == "bo-1"
    assert {f.value for f in answer_texts(app)} >= {SECRETS[OWN, "bo-1"]}
    assert SECRETS[OWN, "anna"] not in shown(app) + str([f.value for f in answer_texts(app)])


def test_whether_a_hidden_assessor_has_begun_is_not_told_to_whoever_adds_another(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("handläggare")
    app = open_page("scoring", utvardering=OWN)
    app.session_state[f"arende/{OWN}/bedomare/oppet"] = True
    labels = [each.label for each in app.run().button]
    assert "Lägg till bedömaren" in labels
    assert not any(each.startswith("Ta bort") for each in labels)


def test_an_answer_typed_by_its_assessor_is_saved_under_that_persons_name(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("bedömaren Bo")
    app = open_page("scoring", utvardering=OWN, tema="nytta")
    field = next(f for f in answer_texts(app) if f.value == SECRETS[OWN, "bo-1"])
    field.set_value("Ny motivering.").run()
    assert not app.exception
    entry = store_at(folder, PEOPLE["bedömaren Bo"]).history(OWN)[-1]
    assert (entry.actor, entry.changes[0].new) == ("Bo", "Ny motivering.")


@pytest.mark.parametrize("file", ["overview", "closing", "scoring", "agreeing", "memberships"])
def test_a_reader_has_no_field_or_button_that_changes_anything(
    folder: Path, sign_in, open_page: Opener, file: str
) -> None:
    sign_in("läsare")
    app = open_page(file, utvardering=OWN)
    assert not app.exception
    assert [
        f.label for f in (*app.text_input, *app.text_area, *app.button, *app.number_input)
    ] == []
    assert not answer_texts(app)


@pytest.mark.parametrize(
    ("who", "file"),
    [
        ("läsare", "closing"),
        ("läsare", "new_evaluation"),
        ("bedömaren Anna", "memberships"),
        ("bedömaren Anna", "closing"),
        ("handläggare", "new_evaluation"),
        ("nätverk", "overview"),
        ("nätverk", "history"),
    ],
)
def test_an_address_of_another_role_says_so_with_the_way_home(
    folder: Path, sign_in, open_page: Opener, who: str, file: str
) -> None:
    sign_in(who)
    app = open_page(file, utvardering=OWN)
    assert not app.exception and [t.value for t in app.title] == ["Du har inte rätt till sidan"]
    assert "en annan roll" in shown(app) and app.main.get("page_link")


def test_an_evaluation_that_one_may_not_read_is_one_that_is_not_there(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("läsare")
    told = {}
    for asked in (OTHERS, "finns-inte"):
        app = open_page("overview", utvardering=asked)
        assert not app.exception
        told[asked] = shown(app).replace(asked, "X")
    assert told[OTHERS] == told["finns-inte"] and "finns inte" in told[OTHERS]
    assert SECRETS[OTHERS, "titel"] not in told[OTHERS]


def test_a_network_answers_its_fact_check_and_sees_nothing_else(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("nätverk")
    app = open_page("networks")
    assert not app.exception and [t.value for t in app.title] == ["Faktagranskning"]
    assert "Nätverket norr" in shown(app) and "soder" not in shown(app)
    app.radio[-1].set_value("comment")
    app.text_area[0].set_value("Avgiften är höjd.")
    next(b for b in app.button if b.label == "Spara svaret").click().run()
    assert not app.exception
    store = store_at(folder, PEOPLE["handläggare"])
    (reply,) = store.get(OWN).data["evaluation"]["replies"]
    assert (reply["network"], reply["items"][0]["text"]) == ("norr", "Avgiften är höjd.")
    assert store.history(OWN)[-1].actor == "Nils, faktagranskning"


def test_a_network_finds_its_fact_check_by_the_name_the_page_has(
    folder: Path, sign_in, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: dict[str, set[str]] = {}
    asked = st.navigation

    def navigation(pages, **more):
        titles["now"] = {each.title for each in pages if each.visibility == "visible"}
        return asked(pages, **more)

    monkeypatch.setattr(st, "navigation", navigation)
    sign_in("nätverk")
    app = open_page("overview")
    assert [each.proto.label for each in app.main.get("page_link")] == ["Till Faktagranskning"]
    assert titles["now"] == {"Faktagranskning", "Ordlista", "Tillgänglighet"}
    said = " ".join(each.value for each in app.sidebar.get("html"))
    assert "Inloggad som Nils, kontaktperson för ett nätverk." in said
    sign_in("läsare")
    open_page("overview", utvardering=OWN)
    assert "Nätverken" in titles["now"] and "Faktagranskning" not in titles["now"]


def test_who_is_signed_in_is_told_that_the_file_is_wrong_and_not_that_a_right_is_missing(
    folder: Path, sign_in, open_page: Opener
) -> None:
    path = folder / "access.yaml"
    path.write_text(path.read_text("utf-8").replace("role: admin", "role: chef"), "utf-8")
    sign_in("administratör")
    app = open_page("overview", utvardering=OWN)
    assert not app.exception
    assert "access.yaml har ett fel" in shown(app) and "ingen rätt" not in shown(app)


def test_to_open_again_asks_why_and_the_history_says_it(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("handläggare")
    app = open_page("closing", utvardering=FINAL)
    assert not app.exception and "Öppna igen" not in [b.label for b in app.button]
    sign_in("administratör")
    app = open_page("closing", utvardering=FINAL)
    field = next(f for f in app.text_input if f.label == "Varför öppnas den igen?")
    next(b for b in app.button if b.label == "Öppna igen").click().run()
    assert "ett skäl saknas" in shown(app)
    field = next(f for f in app.text_input if f.label == "Varför öppnas den igen?")
    field.set_value("Fel avgift")
    next(b for b in app.button if b.label == "Öppna igen").click().run()
    assert store_at(folder, PEOPLE["läsare"]).history(FINAL)[-1].actor == "Adam, Fel avgift"


def test_a_right_that_is_taken_away_is_gone_at_the_next_click(
    folder: Path, sign_in, open_page: Opener
) -> None:
    sign_in("bedömaren Bo")
    app = open_page("scoring", utvardering=OWN, tema="nytta")
    path = folder / "access.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("subject: bo,", "subject: nagon-annan,"), "utf-8")
    field = next(f for f in answer_texts(app) if f.value == SECRETS[OWN, "bo-1"])
    field.set_value("Efter att rätten togs bort.").run()
    assert SECRETS[OWN, "bo-1"] not in shown(app)
    assert "Efter att rätten" not in repr(store_at(folder, PEOPLE["administratör"]).history(OWN))


def test_a_folder_with_rights_and_nobody_signed_in_shows_nothing(
    folder: Path, open_page: Opener
) -> None:
    app = open_page("overview", utvardering=OWN)
    assert [t.value for t in app.title] == ["Du har inte rätt till sidan"]
    assert "inloggningen är inte påslagen" in shown(app)


def test_answers_that_are_not_handed_in_are_not_said_to_be_missing(
    folder: Path, sign_in, open_page: Opener
) -> None:
    """Anna and Bo have both answered; only Anna has handed in, and nobody else sees either."""
    sign_in("handläggare")
    front = shown(open_page("overview", utvardering=OWN))
    assert "svaren är inte inlämnade" in front and "inget är bedömt" not in front
    assert "Visas när alla har lämnat in" in front
    end = shown(open_page("closing", utvardering=OWN))
    assert "Ekonom har inte lämnat in." in end and "Ingen fråga är besvarad" not in end
    summary = shown(open_page("overview", utvardering=OWN, vy="namnd"))
    assert "svaren är inte inlämnade" in summary and "nderlaget räcker inte" not in summary


SEEN_BY = {"handläggare": (), "läsare": (), "bedömaren Anna": ("anna",), "bedömaren Bo": ("bo-1",)}
PAGES = ("overview", "scoring", "agreeing", "networks", "outcome", "papers", "closing", "history")


@pytest.mark.parametrize("who", SEEN_BY if FULL else ("handläggare", "bedömaren Anna"))
@pytest.mark.parametrize("file", PAGES)
def test_no_page_holds_a_word_of_an_answer_that_is_hidden(
    folder: Path, sign_in, open_page: Opener, who: str, file: str
) -> None:
    """Not in its text nor in any field, title or table, nor in what is sent without being shown."""
    sign_in(who)
    store_at(folder, PEOPLE["bedömaren Bo"]).save(OWN, None, [CHANGED], "", "k")
    app = unfolded(open_page(file, utvardering=OWN, bedomare="bo-1", tema="nytta"))
    assert not app.exception
    protos = (getattr(node, "proto", None) for node in app._tree)
    sent = b"".join(each.SerializeToString() for each in protos if each).decode("utf-8", "replace")
    sent += repr([each.value for each in (*app.text_area, *app.text_input)])
    sent += repr([each.drawn for each in answer_texts(app)])  # the element's own have escapes
    hidden = [(OTHERS, "anna"), (OTHERS, "titel"), (OWN, "anna"), (OWN, "bo-1")]
    words = [SECRETS[place] for place in hidden if place[1] not in SEEN_BY[who] or place[0] != OWN]
    assert [word for word in (*words, CHANGED.new) if word in sent] == (
        [CHANGED.new] if who == "bedömaren Bo" and file == "scoring" else []
    )


CHANGED = Change(("answers", "bo-1", "soder", "djup", "rationale"), None, "hemligt-nyskrivet")
