"""A browser that holds something else than the session that it speaks to believes: after a restart
of the server, while a page is under way, and when a save is refused. Nobody's words are lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import components.answers.answer_saving as saving
from components.answers import answer_form
from components.answers.place import Place
from natverkskollen.store import Failed
from tests.components.answers.given import AnswerField
from tests.components.answers.test_saving import (
    CLASH,
    JUDGED,
    NUMBER,
    UNANSWERED,
    button,
    colleague_saves,
    figure,
    form,
    mark,
    on_file,
    rationale,
    resent,
    score,
    turn,
)
from tests.components.conftest import shown

__all__ = ["form"]
Form = Callable[[Place], AppTest]


@contextmanager
def full_disk() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        failed = Failed("disken är full", "Vänta")
        patch.setattr(saving, "save_answer", lambda *_, **__: failed)
        yield


@contextmanager
def broken_off(module: Any, name: str) -> Iterator[None]:
    """The run is broken off by the next message when it has done this for the answer."""
    real = getattr(module, name)

    def broken(*given: Any, **more: Any) -> Any:
        found = real(*given, **more)
        if JUDGED in given or (callable(given[0]) and given[0]("x") == JUDGED.key("x")):
            st.stop()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, broken)
        yield


def send_again(app: AppTest, old: AppTest, **fields: Any) -> AppTest:
    """The fields that still stand on the screen of `old` are sent to the session of `app`."""
    for name, value in fields.items():
        AnswerField(old, JUDGED.key(name)).set_value(value, turn="")
    return app._run(old._tree.get_widget_states())


def test_what_the_session_has_filled_in_is_not_taken_for_something_written(
    form: Form, data: Path
) -> None:
    """The browser says what it has been filled with: Streamlit sends that after a restart."""
    app = form(JUDGED)
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app.run()
    before = on_file(data, JUDGED)
    rationale(app, JUDGED).set_value("Kollegans skäl.").run()  # as answer_fields.js tells it
    assert on_file(data, JUDGED) == before and CLASH not in shown(app)
    assert CLASH not in shown(resent(app, mark(app).value))
    assert on_file(data, JUDGED) == before


def test_a_page_says_which_of_what_the_browser_has_sent_it_was_drawn_knowing(form: Form) -> None:
    """What was drawn before the last of it fills nothing in over it."""
    app = form(JUDGED)
    field = rationale(app, JUDGED)
    assert field.drawn["heard"] == ""
    for words in ("Mitt skäl.", "Mitt skäl och mer."):
        field.set_value(words)
        states = app._tree.get_widget_states()
        (sent,) = (json.loads(each.json_value) for each in states.widgets if each.json_value)
        app._run(states)
        assert field.drawn["heard"] == sent["typed"]["mark"]


@pytest.mark.parametrize("refused", ["unreadable", "not saved"])
def test_what_is_refused_was_written_on_what_the_browser_had(
    refused: str, form: Form, data: Path
) -> None:
    """A colleague's words are under way; the refused answer, put right, does not overwrite them."""
    place, field = (NUMBER, figure) if refused == "unreadable" else (JUDGED, score)
    app = form(place)
    opened, words = turn(app, place), rationale(app, place).value
    drawn = mark(app, place).value
    colleague_saves(data, place, rationale="Kollegans skäl.")
    app.run()
    mark(app, place).set_value(drawn)
    rationale(app, place).set_value(words, turn=opened)
    if refused == "unreadable":
        field(app, place).set_value("tolv", turn=opened).run()
    else:
        with full_disk():
            field(app, place).set_value(1, turn=opened).run()
    assert "Inte sparat" in shown(app)
    field(app, place).set_value("12" if refused == "unreadable" else 2).run()
    assert on_file(data, place).rationale == "Kollegans skäl." == rationale(app, place).value


def test_an_unreadable_number_sent_to_a_new_session_is_put_right_there(
    form: Form, data: Path
) -> None:
    old = form(NUMBER)
    drawn = mark(old, NUMBER).value
    figure(old, NUMBER).set_value("tolv")
    theirs = colleague_saves(data, NUMBER, rationale="Kollegans skäl.")
    app = resent(old, drawn, NUMBER)
    assert "Inte sparat" in shown(app)
    figure(app, NUMBER).set_value("12").run()
    assert on_file(data, NUMBER) == theirs.model_copy(update={"score": Decimal(12)})


def test_what_a_new_session_could_not_save_meets_a_colleagues_words_when_tried_again(
    form: Form, data: Path
) -> None:
    old = form(JUDGED)
    drawn = mark(old).value
    rationale(old, JUDGED).set_value("Skrivet under omstarten.")
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    with full_disk():
        app = resent(old, drawn)
    assert "Inte sparat" in shown(app)
    button(app, "Försök igen").click().run()
    assert on_file(data, JUDGED).rationale == "Kollegans skäl." and CLASH in shown(app)


def test_a_new_session_does_not_choose_between_two_answers_that_nobody_had_chosen_between(
    form: Form, data: Path
) -> None:
    old = form(JUDGED)
    theirs = colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    rationale(old, JUDGED).set_value("Mitt skäl.").run()
    assert CLASH in shown(old)
    (saved_by,) = re.findall(r"Sparat av [^<\n]+", shown(old))
    rationale(old, JUDGED).set_value("Mitt skäl.", undecided=True)
    app = resent(old, mark(old).value)
    assert on_file(data, JUDGED) == theirs
    assert CLASH in shown(app) and "Mitt skäl." in shown(app) and "Kollegans skäl." in shown(app)
    assert saved_by in shown(app), "the one who chooses is told who gave the other, and when"
    assert "Något är inte sparat" in shown(app)
    button(app, "Spara mitt svar").click().run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl."


@pytest.mark.parametrize("after", ["show_fields", "take_resent"])
def test_more_is_written_before_a_new_session_has_drawn_its_first_page(
    after: str, form: Form, data: Path
) -> None:
    """The run is broken off before or after what was sent has been compared with the file."""
    old = form(JUDGED)
    drawn = mark(old).value
    rationale(old, JUDGED).set_value("Skrivet under omstarten.")
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    with broken_off(answer_form, after):
        app = resent(old, drawn)
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."
    send_again(app, old, rationale="Skrivet under omstarten. Och mer.")
    assert on_file(data, JUDGED).rationale == "Kollegans skäl."
    assert CLASH in shown(app) and "Och mer." in shown(app)


@pytest.mark.parametrize("answer", ["mine", "another", "both"])
def test_what_is_written_while_a_new_session_draws_its_first_page_meets_only_what_is_new(
    answer: str, form: Form, data: Path
) -> None:
    """The run is broken off when the fields have been drawn and not yet looked at."""
    old = form(JUDGED)
    drawn = mark(old).value
    if answer != "mine":
        colleague_saves(data, UNANSWERED, rationale="Kollegans andra.")
    if answer != "another":
        colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    with broken_off(answer_form, "show_fields"):
        app = resent(old, drawn)
    send_again(app, old, rationale="Mitt skäl.")
    if answer == "another":
        assert on_file(data, JUDGED).rationale == "Mitt skäl." and CLASH not in shown(app)
    else:
        assert on_file(data, JUDGED).rationale == "Kollegans skäl." and CLASH in shown(app)


def test_what_was_sent_to_a_run_that_was_broken_off_is_not_thrown_away(
    form: Form, data: Path
) -> None:
    old = form(JUDGED)
    drawn = mark(old).value
    rationale(old, JUDGED).set_value("Skrivet under omstarten.")
    with broken_off(answer_form, "show_fields"):
        app = resent(old, drawn)
    for _ in range(2):  # the browser sends it with each message, as it stands there
        send_again(app, old, rationale="Skrivet under omstarten.")
    kept = [on_file(data, JUDGED).rationale, shown(app)]
    assert any("Skrivet under omstarten." in (each or "") for each in kept)


def test_a_refused_text_is_given_back_with_a_filling_of_its_own(form: Form, data: Path) -> None:
    """The browser has been filled with a colleague's words since it was sent, and puts nothing in
    its fields that comes with the same filling."""
    app = form(NUMBER)
    opened, words = turn(app, NUMBER), rationale(app, NUMBER).value
    colleague_saves(data, NUMBER, rationale="Kollegans skäl.")
    app.run()
    filled = turn(app, NUMBER)
    rationale(app, NUMBER).set_value(words, turn=opened)
    figure(app, NUMBER).set_value("tolv", turn=opened).run()
    assert "Inte sparat" in shown(app)
    assert figure(app, NUMBER).value == "tolv"
    assert turn(app, NUMBER) not in (opened, filled)


def test_a_change_that_a_colleague_undoes_leaves_no_old_words_on_screen(
    form: Form, data: Path
) -> None:
    app = form(JUDGED)
    opened, words, first = turn(app, JUDGED), rationale(app, JUDGED).value, mark(app).value
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app.run()
    filled = turn(app, JUDGED)
    colleague_saves(data, JUDGED, rationale=words)
    mark(app).set_value(first)
    rationale(app, JUDGED).set_value(words, turn=opened)
    score(app, JUDGED).set_value(4, turn=opened).run()
    assert (on_file(data, JUDGED).score, on_file(data, JUDGED).rationale) == (4, words)
    assert turn(app, JUDGED) not in (opened, filled)


def test_writing_on_through_two_of_a_colleagues_changes_keeps_all_three(
    form: Form, data: Path
) -> None:
    app = form(JUDGED)
    opened, was = turn(app, JUDGED), rationale(app, JUDGED).drawn["fields"]
    steps = (("a", {"grade": "A"}), ("ab", {"score": Decimal(1)}), ("abc", {}), ("abcd", {}))
    for words, change in steps:
        if change:
            colleague_saves(data, JUDGED, **change)
        for name in ("score", "upper", "grade"):
            AnswerField(app, JUDGED.key(name)).set_value(was[name], turn=opened)
        rationale(app, JUDGED).set_value(words, turn=opened).run()
        assert CLASH not in shown(app), words
    there = on_file(data, JUDGED)
    assert (there.score, there.grade, there.rationale) == (1, "A", "abcd")


def test_a_clash_over_what_nobody_knows_the_age_of_keeps_the_evidence(
    form: Form, data: Path
) -> None:
    app = form(JUDGED)
    evidence = on_file(data, JUDGED).evidence
    assert evidence
    rationale(app, JUDGED).set_value("Mitt skäl.").run()
    colleague_saves(data, JUDGED, rationale="Kollegans skäl.")
    app.session_state[JUDGED.key("sedd")] = None
    rationale(app, JUDGED).set_value("Mitt skäl igen.").run()
    assert CLASH in shown(app)
    button(app, "Spara mitt svar").click().run()
    assert on_file(data, JUDGED).rationale == "Mitt skäl igen."
    assert on_file(data, JUDGED).evidence == evidence
