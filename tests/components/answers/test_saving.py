"""An answer on Bedömning: saved the moment it changes, and never at the cost of anybody's words."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.answers.place import Place
from components.shell import state
from natverkskollen.analysis.wording import GRADES
from natverkskollen.editing.answer_entry import NOT_APPLICABLE, NOT_ASSESSED
from natverkskollen.model.answer import Answer
from natverkskollen.model.span import Span
from natverkskollen.store import Saved, read_library, save_answer
from tests.components.answers.given import AnswerField, answer_texts
from tests.components.conftest import Opener, shown
from tests.pages import MENU

JUDGED = Place("huddinge-2025", "forvaltningen", "sekom", "relevans-for-utmaningar")
NUMBER = Place("exempel-vastra-gotaland", "ekonom", "sekom", "arbetstid")
CLASH = "Ditt svar och svaret i filen skiljer sig åt"
UNANSWERED = Place("huddinge-2025", "forvaltningen", "sekom", "tillganglighet")
TYPED = {"score": 4, "upper": 0, "rationale": "Mitt skäl.", "grade": "A"}
THEMES = {JUDGED: "fokus", NUMBER: "kostnad", UNANSWERED: "strategisk-nytta"}


@pytest.fixture
def form(data: Path, open_page: Opener):
    """Opens Bedöm where an answer is given."""

    def opened(place: Place) -> AppTest:
        app = open_page(
            "scoring",
            utvardering=place.evaluation,
            bedomare=place.assessor,
            tema=THEMES[place],
            visa="lista",
        )
        assert not app.exception
        return app

    return opened


def on_file(data: Path, place: Place) -> Answer:
    library = read_library(data)
    assert library.problems == (), "what the app writes must read without a problem"
    dossier = library.dossier(place.evaluation)
    criterion = dossier.criteria.criterion(place.criterion)
    return dossier.sheets[place.assessor].answer(place.network, criterion)


def colleague_saves(data: Path, place: Place, **changes: object) -> Answer:
    """Another session changes the answer in the file."""
    there = on_file(data, place)
    theirs = Answer(**{**dict(there), **changes})
    saved = save_answer(
        data, place.evaluation, place.assessor, place.network, place.criterion, there, theirs
    )
    assert isinstance(saved, Saved)
    return theirs


def sheet(data: Path, place: Place) -> Path:
    return data / "evaluations" / place.evaluation / "answers" / f"{place.assessor}.yaml"


def score(app: AppTest, place: Place):
    return AnswerField(app, place.key("score"))


def figure(app: AppTest, place: Place):
    return AnswerField(app, place.key("score"))


def rationale(app: AppTest, place: Place):
    return AnswerField(app, place.key("rationale"))


def mark(app: AppTest, place: Place = JUDGED):
    """The hidden field that says what the browser has received."""
    return app.text_input(key=state.case_key(place.evaluation, "version"))


def turn(app: AppTest, place: Place) -> str:
    """Which filling of its fields the answer was drawn with."""
    return AnswerField(app, place.key("rationale")).drawn["turn"]


def button(app: AppTest, label: str):
    found = [each for each in app.button if each.label == label]
    assert len(found) == 1, f"{len(found)} buttons are called {label}"
    return found[0]


def test_choosing_a_step_saves_it_at_once(data: Path, form) -> None:
    app = form(JUDGED)
    assert score(app, JUDGED).value == 3
    score(app, JUDGED).set_value(4).run()
    assert on_file(data, JUDGED).score == 4
    assert "Sparat " in shown(app)


def test_saving_a_step_leaves_the_rest_of_the_answer_and_the_files_heading(
    data: Path, form
) -> None:
    before = on_file(data, JUDGED)
    assert before.evidence and before.rationale
    score(form(JUDGED), JUDGED).set_value(4).run()
    assert on_file(data, JUDGED) == before.model_copy(update={"score": Decimal(4)})
    text = sheet(data, JUDGED).read_text(encoding="utf-8")
    assert "# Betygen är Nätverkskollens läsning av bilagan." in text


def test_saving_an_answer_leaves_every_other_answer_alone(data: Path, form) -> None:
    before = read_library(data).dossier(JUDGED.evaluation).sheets[JUDGED.assessor].answers
    score(form(JUDGED), JUDGED).set_value(4).run()
    after = read_library(data).dossier(JUDGED.evaluation).sheets[JUDGED.assessor].answers
    changed = [
        (network, criterion)
        for network, answers in after.items()
        for criterion, answer in answers.items()
        if before[network].get(criterion) != answer
    ]
    assert changed == [(JUDGED.network, JUDGED.criterion)]


def test_a_written_rationale_is_saved_as_it_was_written(data: Path, form) -> None:
    words = 'Åtgärder för "klimatet": 50 % & mer – så här.\n\nNytt stycke: ja'
    rationale(form(JUDGED), JUDGED).set_value(words).run()
    assert on_file(data, JUDGED).rationale == words


def test_a_span_is_saved_and_shown_again(data: Path, form, open_page: Opener) -> None:
    app = form(JUDGED)
    AnswerField(app, JUDGED.key("upper")).set_value(5).run()
    assert on_file(data, JUDGED).score == Span(low=Decimal(3), high=Decimal(5))
    again = form(JUDGED)
    assert (score(again, JUDGED).value, AnswerField(again, JUDGED.key("upper")).value) == (3, 5)


def test_the_strength_of_the_evidence_is_saved(data: Path, form) -> None:
    app = form(JUDGED)
    AnswerField(app, JUDGED.key("grade")).set_value("A").run()
    assert on_file(data, JUDGED).grade == "A"


def test_an_answer_can_be_taken_back_to_not_assessed(data: Path, form) -> None:
    score(form(JUDGED), JUDGED).set_value(NOT_ASSESSED).run()
    assert on_file(data, JUDGED).score is None
    assert not on_file(data, JUDGED).not_applicable


def test_the_progress_counts_a_new_answer(data: Path, form) -> None:
    app = form(UNANSWERED)
    assert "24 av 26 svar" in app.get("progress")[0].proto.text
    score(app, UNANSWERED).set_value(4).run()
    assert "25 av 26 svar" in app.get("progress")[0].proto.text


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("12,5", Decimal("12.5")),
        ("12.5", Decimal("12.5")),
        ("1 200", Decimal(1200)),
        ("10–20", Span(low=Decimal(10), high=Decimal(20))),
        ("10-20", Span(low=Decimal(10), high=Decimal(20))),
        ("20 – 10", Span(low=Decimal(10), high=Decimal(20))),
        ("", None),
    ],
)
def test_a_number_is_read_as_swedish(typed: str, saved: object, data: Path, form) -> None:
    figure(form(NUMBER), NUMBER).set_value(typed).run()
    assert on_file(data, NUMBER).score == saved


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        ("tolv timmar", "Skriv ett tal, till exempel 12,5, eller ett intervall, som 10–20."),
        ("1,5,2", "Skriv ett tal, till exempel 12,5"),
        ("-3", "Talet ska vara minst 0 timmar per år."),
        ("20000", "Talet ska vara högst 2\u00a0000 timmar per år."),
    ],
)
def test_a_number_that_cannot_be_read_stays_on_screen_with_what_to_do(
    typed: str, help_: str, data: Path, form
) -> None:
    before = sheet(data, NUMBER).read_bytes()
    app = form(NUMBER)
    figure(app, NUMBER).set_value(typed).run()
    assert "Inte sparat. " in shown(app) and help_ in shown(app)
    assert figure(app, NUMBER).value == typed
    assert sheet(data, NUMBER).read_bytes() == before
    app.run()
    assert figure(app, NUMBER).value == typed, "the next run must not throw the text away"
    figure(app, NUMBER).set_value("12,5").run()
    assert on_file(data, NUMBER).score == Decimal("12.5")
    assert "Inte sparat" not in shown(app)


def test_what_could_not_be_saved_survives_a_visit_to_another_page(data: Path, form) -> None:
    app = form(NUMBER)
    figure(app, NUMBER).set_value("tolv").run()
    app.switch_page("outcome.py").run()
    app.switch_page("scoring.py").run()
    assert figure(app, NUMBER).value == "tolv"


def test_not_applicable_without_a_reason_is_refused_until_the_reason_is_written(
    data: Path, form
) -> None:
    before = sheet(data, UNANSWERED).read_bytes()
    app = form(UNANSWERED)
    score(app, UNANSWERED).set_value(NOT_APPLICABLE).run()
    assert "Skriv skälet i motiveringen, så sparas ”Ej tillämpligt”." in shown(app)
    assert score(app, UNANSWERED).value == NOT_APPLICABLE
    assert sheet(data, UNANSWERED).read_bytes() == before
    rationale(app, UNANSWERED).set_value("Kommunen har ingen sådan verksamhet.").run()
    assert on_file(data, UNANSWERED).not_applicable
    assert on_file(data, UNANSWERED).rationale == "Kommunen har ingen sådan verksamhet."


def test_a_reason_may_not_be_erased_from_not_applicable(data: Path, form) -> None:
    app = form(UNANSWERED)
    rationale(app, UNANSWERED).set_value("Skäl.").run()
    score(app, UNANSWERED).set_value(NOT_APPLICABLE).run()
    rationale(app, UNANSWERED).set_value("").run()
    assert on_file(data, UNANSWERED).rationale == "Skäl."
    assert "Inte sparat." in shown(app)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Rad ett\x0brad två", "Rad ett\nrad två"),
        ("Rad ett\u2028rad två\x0c", "Rad ett\nrad två"),
        ("Osyn\x01ligt \x9btecken\ufffe", "Osynligt tecken"),
    ],
)
def test_what_is_pasted_from_a_slide_is_saved_with_its_line_breaks(
    data: Path, form, pasted: str, kept: str
) -> None:
    """The replay ui-vertical-tab-pasted, and its kin."""
    app = form(JUDGED)
    rationale(app, JUDGED).set_value(pasted).run()
    assert "Sparat" in shown(app)
    assert on_file(data, JUDGED).rationale == kept


@pytest.mark.parametrize("typed", ["x" * 20_001, "e" + "\u0301" * 60])
def test_a_text_that_no_field_holds_is_told_and_kept_on_screen(data: Path, form, typed) -> None:
    before = on_file(data, JUDGED)
    app = form(JUDGED)
    rationale(app, JUDGED).set_value(typed).run()
    assert "Inte sparat" in shown(app) and ("ryms" in shown(app) or "accenter" in shown(app))
    assert rationale(app, JUDGED).value == typed
    assert on_file(data, JUDGED) == before


MARKUP = "<script>alert(1)</script> ![](http://evil.example/x.png) **fet** # rubrik {{ 7*7 }}"


@pytest.mark.parametrize("page", ["scoring", "papers"])
def test_markup_in_a_rationale_is_shown_literally(
    page: str, data: Path, form, open_page: Opener
) -> None:
    """Nothing a person writes may become HTML or Markdown anywhere in the app."""
    rationale(form(JUDGED), JUDGED).set_value(MARKUP).run()
    assert on_file(data, JUDGED).rationale == MARKUP
    app = open_page(page, utvardering=JUDGED.evaluation, handling="bilaga-1")
    assert not app.exception
    assert all("<script" not in element.value for element in app.get("html"))
    for kind in ("markdown", "warning", "info", "error"):
        assert all("evil.example" not in element.value for element in app.get(kind))
    if page == "scoring":
        assert rationale(app, JUDGED).value == MARKUP
    else:
        assert MARKUP in shown(app)


def test_markup_in_a_clash_is_shown_literally(data: Path, form) -> None:
    app = form(JUDGED)
    colleague_saves(data, JUDGED, rationale=MARKUP)
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert MARKUP in shown(app)
    assert all("<script" not in element.value for element in app.get("html"))


def test_a_colleagues_change_to_the_same_answer_is_told_and_neither_text_is_lost(
    data: Path, form
) -> None:
    app = form(JUDGED)
    theirs = colleague_saves(data, JUDGED, score=Decimal(1), rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    page = shown(app)
    assert CLASH in page and "Inget är borta" in page
    assert "Mitt skäl." in page and "Kollegans skäl." in page
    assert "1 – Inget av det nätverket har gjort" in page
    assert on_file(data, JUDGED) == theirs, "nothing is written before the person has chosen"


def test_what_is_not_saved_is_told_at_the_top_until_it_is_whatever_else_is_saved(
    data: Path, form
) -> None:
    app = form(JUDGED)
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert "Något är inte sparat" in shown(app)
    other = Place(JUDGED.evaluation, JUDGED.assessor, "klimatkommunerna", JUDGED.criterion)
    rationale(app, other).set_value("Ett annat skäl.").run()
    assert on_file(data, other).rationale == "Ett annat skäl."
    assert "Något är inte sparat" in shown(app)
    button(app, "Behåll svaret i filen").click().run()
    assert "Alla ändringar är sparade" in shown(app)


def test_saving_my_answer_in_a_clash_replaces_the_colleagues(data: Path, form) -> None:
    app = form(JUDGED)
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    button(app, "Spara mitt svar").click().run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl."
    assert rationale(app, JUDGED).value == "Mitt skäl."
    assert CLASH not in shown(app)


def test_keeping_the_answer_in_the_file_shows_it_and_writes_nothing(data: Path, form) -> None:
    app = form(JUDGED)
    theirs = colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    button(app, "Behåll svaret i filen").click().run()
    assert on_file(data, JUDGED) == theirs
    assert rationale(app, JUDGED).value == "Kollegans skäl."
    score(app, JUDGED).set_value(2).run()
    assert on_file(data, JUDGED).score == 2, "after the choice, work goes on as usual"


def test_a_third_change_during_a_clash_gives_a_new_clash(data: Path, form) -> None:
    app = form(JUDGED)
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    third = colleague_saves(data, JUDGED, rationale="Tredje skälet.")
    button(app, "Spara mitt svar").click().run()
    assert on_file(data, JUDGED) == third
    assert "Tredje skälet." in shown(app) and "Mitt skäl." in shown(app)


def test_a_clash_stays_on_screen_when_my_answer_cannot_be_saved(data: Path, form) -> None:
    """A failed save after the choice must not be where my text disappears."""
    app = form(JUDGED)
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    path = sheet(data, JUDGED)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + "\nstray\n", encoding="utf-8")
    button(app, "Spara mitt svar").click().run()
    path.write_text(whole, encoding="utf-8")
    assert CLASH in shown(app)
    assert "Mitt skäl." in shown(app) and "Kollegans skäl." in shown(app)
    assert "Inte sparat: evaluations/huddinge-2025/answers/forvaltningen.yaml, rad " in shown(app)
    assert ".." not in shown(app)
    button(app, "Spara mitt svar").click().run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl."


def test_a_colleagues_change_to_another_answer_is_kept_beside_mine(data: Path, form) -> None:
    other = Place(JUDGED.evaluation, JUDGED.assessor, "klimatkommunerna", JUDGED.criterion)
    app = form(JUDGED)
    theirs = colleague_saves(data, other, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl."
    assert on_file(data, other) == theirs
    assert CLASH not in shown(app)


def test_what_was_typed_but_not_saved_does_not_overwrite_a_colleague_later(
    data: Path, form
) -> None:
    """The unreadable number waits on screen with the old rationale while a colleague rewrites it:
    putting the number right must not put the old rationale back."""
    app = form(NUMBER)
    figure(app, NUMBER).set_value("tolv").run()
    theirs = colleague_saves(data, NUMBER, rationale="Kollegans skäl.")
    app.run()
    figure(app, NUMBER).set_value("12").run()
    assert on_file(data, NUMBER) == theirs.model_copy(update={"score": Decimal(12)})
    assert rationale(app, NUMBER).value == "Kollegans skäl."


def resent(app: AppTest, version: str, place: Place = JUDGED) -> AppTest:
    """A session that knows nothing is sent all that the page of another holds, as after a restart
    of the server; `version` is what the page says that its fields were drawn from."""
    mark(app, place).set_value(version)
    again = AppTest.from_file(MENU, default_timeout=60).run()
    for name, value in app.query_params.items():
        again.query_params[name] = value
    return again.switch_page("scoring.py")._run(app._tree.get_widget_states())


def test_a_new_session_that_resends_an_old_value_overwrites_nothing(data: Path, form) -> None:
    """After a server restart the browser sends its old fields to a session that knows nothing."""
    before = sheet(data, JUDGED).read_bytes()
    old = form(JUDGED)
    rationale(old, JUDGED).set_value("Gammal text ur en sovande flik.")
    app = resent(old, "9-okand")
    assert sheet(data, JUDGED).read_bytes() == before
    assert CLASH in shown(app) and "Gammal text ur en sovande flik." in shown(app)
    button(app, "Behåll svaret i filen").click().run()
    assert sheet(data, JUDGED).read_bytes() == before
    assert rationale(app, JUDGED).value == on_file(data, JUDGED).rationale


def test_a_new_session_saves_what_was_written_on_what_it_was_written_on(data: Path, form) -> None:
    old = form(JUDGED)
    drawn = mark(old).value
    rationale(old, JUDGED).set_value("Skrivet medan servern startades om.")
    colleague_saves(data, UNANSWERED, rationale="En kollega, under tiden.")
    app = resent(old, drawn)
    assert on_file(data, JUDGED).rationale == "Skrivet medan servern startades om."
    assert CLASH not in shown(app)
    rationale(app, JUDGED).set_value("Och sedan mer.").run()
    assert on_file(data, JUDGED).rationale == "Och sedan mer."


def test_a_new_session_meets_what_was_written_with_what_came_meanwhile(data: Path, form) -> None:
    old = form(JUDGED)
    drawn = mark(old).value
    rationale(old, JUDGED).set_value("Skrivet medan servern startades om.")
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app = resent(old, drawn)
    assert CLASH in shown(app) and "Skrivet medan servern startades om." in shown(app)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."


def test_a_new_session_shows_the_file_where_nobody_had_written(data: Path, form) -> None:
    """The browser still shows what the old session gave it, and is given what there is now."""
    old = form(JUDGED)
    drawn = mark(old).value
    rationale(old, JUDGED).set_value(rationale(old, JUDGED).value)  # sent once, and as it was
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app = resent(old, drawn)
    assert CLASH not in shown(app)
    assert rationale(app, JUDGED).value == "Kollegans skäl."
    assert turn(app, JUDGED), "the browser is told to show it"
    untouched = resent(form(JUDGED), drawn)
    assert rationale(untouched, JUDGED).value == "Kollegans skäl."


def test_a_change_in_a_session_that_has_not_seen_the_file_is_a_clash(data: Path, form) -> None:
    app = form(JUDGED)
    del app.session_state[JUDGED.key("sedd")]
    theirs = colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert on_file(data, JUDGED) == theirs
    assert "Mitt skäl." in shown(app) and "Kollegans skäl." in shown(app)


def finalise(data: Path) -> None:
    path = data / "evaluations/huddinge-2025/evaluation.yaml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: final", 1)
    path.write_text(text, encoding="utf-8")


def test_a_final_evaluation_shows_its_answers_as_text_without_a_field(data: Path, form) -> None:
    finalise(data)
    app = form(JUDGED)
    assert "Utvärderingen är färdigställd. Svaren går att läsa men inte att ändra." in shown(app)
    assert not answer_texts(app)
    answer = on_file(data, JUDGED)
    assert "3 – Nätverket arbetar med frågor som är relevanta för kommunen" in shown(app)
    assert answer.rationale in shown(app) and f"Bygger på: {GRADES[answer.grade]}" in shown(app)


def test_an_evaluation_made_final_while_i_write_refuses_the_save_and_keeps_my_text(
    data: Path, form
) -> None:
    app = form(JUDGED)
    finalise(data)
    before = sheet(data, JUDGED).read_bytes()
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert sheet(data, JUDGED).read_bytes() == before
    assert "Inte sparat: utvärderingen är färdigställd och låst." in shown(app)
    assert "Det här har du skrivit, men det är inte sparat: Mitt skäl." in shown(app)


def test_a_file_broken_while_i_write_refuses_the_save_and_keeps_my_text(data: Path, form) -> None:
    app = form(JUDGED)
    path = sheet(data, JUDGED)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + "stray text\n", encoding="utf-8")
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    assert path.read_text(encoding="utf-8") == whole + "stray text\n"
    assert "En fil i Huddinge kommun 2025" in shown(app)
    assert "Inte sparat: evaluations/huddinge-2025/answers/forvaltningen.yaml, rad " in shown(app)
    assert rationale(app, JUDGED).value == "Mitt skäl."
    path.write_text(whole, encoding="utf-8")
    rationale(app, JUDGED).set_value("Mitt skäl!").run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl!"


def test_evidence_stays_on_an_answer_that_is_changed_again_and_again(data: Path, form) -> None:
    evidence = on_file(data, JUDGED).evidence
    app = form(JUDGED)
    for step in (1, 5, NOT_ASSESSED, 2):
        score(app, JUDGED).set_value(step).run()
    rationale(app, JUDGED).set_value("Nytt skäl.").run()
    assert on_file(data, JUDGED).evidence == evidence
    assert "Belägg (1)" in [each.label for each in app.expander]


def test_an_answer_shown_as_text_comes_back_with_what_was_written_in_it(data: Path, form) -> None:
    app = form(JUDGED)
    path = data / "evaluations/huddinge-2025/evaluation.yaml"
    open_ = path.read_text(encoding="utf-8")
    finalise(data)
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    path.write_text(open_, encoding="utf-8")
    app.run()
    assert rationale(app, JUDGED).value == "Mitt skäl."


def test_what_is_typed_before_the_page_is_drawn_after_a_save_is_no_clash_with_oneself(
    form: Callable[[Place], AppTest], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next keystrokes break off the run of the save before it has come to the fields."""
    app = form(JUDGED)
    area = rationale(app, JUDGED)
    screen = app._tree  # what the browser still shows after the run that was broken off
    with monkeypatch.context() as broken_off:
        broken_off.setattr("components.shell.page_head.page_head", lambda *_: st.stop())
        area.set_value("Början").run()
    assert on_file(data, JUDGED).rationale == "Början"
    app._tree = screen
    area.set_value("Början och slutet.").run()
    assert CLASH not in shown(app)
    assert on_file(data, JUDGED).rationale == "Början och slutet."


@pytest.mark.parametrize("judged_too", [False, True])
def test_what_the_browser_had_not_received_is_not_taken_for_something_written(
    judged_too: bool, form, data: Path
) -> None:
    """The page is drawn anew with a colleague's words, and what the person does before they have
    come still carries the field as it was: the old words must not overwrite the new."""
    app = form(JUDGED)
    drawn, words = mark(app).value, rationale(app, JUDGED).value
    before = colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app.run()
    for turn, given in ((1, 2), (2, 1)):  # the second before the first's answer has come, too
        mark(app).input(drawn)
        rationale(app, JUDGED).input(words)
        if judged_too:
            score(app, JUDGED).set_value(given)
        app.run()
        assert not app.exception and CLASH not in shown(app), turn
        there = on_file(data, JUDGED)
        assert there.rationale == rationale(app, JUDGED).value == "Kollegans skäl."
        assert there.score == (given if judged_too else before.score)
    rationale(app, JUDGED).input(words).run()
    assert on_file(data, JUDGED).rationale == words, "who has seen it may change it back"


def test_what_is_written_before_a_colleagues_words_have_come_meets_them(form, data: Path) -> None:
    app = form(JUDGED)
    drawn = mark(app).value
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app.run()
    mark(app).input(drawn)
    rationale(app, JUDGED).input("Mitt skäl om samma sak.").run()
    assert CLASH in shown(app)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."


def test_fields_that_had_not_been_filled_anew_are_not_taken_for_something_written(
    form, data: Path
) -> None:
    """The page's mark has come to the browser and the answer's own fields have not, quite yet."""
    app = form(JUDGED)
    score(app, JUDGED).set_value(2).run()
    first, words = turn(app, JUDGED), rationale(app, JUDGED).value
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app.run()
    assert turn(app, JUDGED) != first
    rationale(app, JUDGED).set_value(words)
    score(app, JUDGED).set_value(1, turn=first).run()
    assert not app.exception and CLASH not in shown(app)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl." == rationale(app, JUDGED).value
    assert on_file(data, JUDGED).score == 1
    rationale(app, JUDGED).set_value("Mitt skäl.", turn=first).run()
    assert CLASH in shown(app) and on_file(data, JUDGED).rationale == "Kollegans skäl."


def test_two_quick_answers_on_a_new_page_are_no_clash_with_oneself(form, data: Path) -> None:
    """The second is sent before the browser has had anything but the page as it was opened."""
    app = form(UNANSWERED)
    opened = turn(app, UNANSWERED)
    score(app, UNANSWERED).set_value(4).run()
    rationale(app, UNANSWERED).set_value("Skäl.", turn=opened).run()
    assert CLASH not in shown(app)
    assert (on_file(data, UNANSWERED).score, on_file(data, UNANSWERED).rationale) == (4, "Skäl.")


HOSTILE = {
    "nothing": None,
    "a text": "text",
    "no fields": {"turn": "", "mark": "1"},
    "a field too few": {"fields": {"rationale": "Hemligt.", "grade": ""}, "turn": ""},
    "a field too many": {"fields": {**TYPED, "evidence": []}, "turn": ""},
    "a list for a text": {"fields": {**TYPED, "rationale": ["Hemligt."]}, "turn": ""},
    "a number for a text": {"fields": {**TYPED, "rationale": 7}, "turn": ""},
    "a list for a level": {"fields": {**TYPED, "score": [4]}, "turn": ""},
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_no_page_of_ours_sends_is_not_read(what: str, form, data: Path) -> None:
    app, before = form(JUDGED), on_file(data, JUDGED)
    states = app._tree.get_widget_states()
    element = next(e for e in app.get("bidi_component") if e.key == JUDGED.key("falt"))
    states.widgets.add(id=element.proto.id, json_value=json.dumps({"typed": HOSTILE[what]}))
    app._run(states)
    assert not app.exception
    assert on_file(data, JUDGED) == before


@pytest.mark.parametrize(("name", "value"), [("score", 17), ("score", "x"), ("grade", "Q")])
def test_a_choice_that_is_not_offered_is_refused(
    name: str, value: object, form, data: Path
) -> None:
    app, before = form(JUDGED), on_file(data, JUDGED)
    AnswerField(app, JUDGED.key(name)).set_value(value).run()
    assert not app.exception
    assert on_file(data, JUDGED) == before and read_library(data).problems == ()


def test_fields_of_an_unknown_age_overwrite_nothing_until_they_have_been_filled(
    form, data: Path
) -> None:
    """A new session, and a page that nobody knows the age of, where nothing had been written."""
    old = form(JUDGED)
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    words = rationale(old, JUDGED).value
    app = resent(old, "9-okand")
    assert turn(app, JUDGED) and rationale(app, JUDGED).value == "Kollegans skäl."
    rationale(app, JUDGED).set_value(words)
    score(app, JUDGED).set_value(1, turn="av en annan session").run()
    assert CLASH in shown(app)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."
