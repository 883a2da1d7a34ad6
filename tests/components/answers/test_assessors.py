"""Several assessors: each for themselves until all have handed in, then side by side."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.answers import agree_view
from components.answers.place import Place
from natverkskollen.model.answer import Answer
from natverkskollen.store import Saved, read_library, save_answer
from tests.components.answers.given import answer_texts
from tests.components.answers.test_saving import button, on_file, rationale, score
from tests.components.conftest import Opener, shown

EVALUATION, CRITERION = "huddinge-2025", "relevans-for-utmaningar"
MINE = Place(EVALUATION, "ekonom", "sekom", CRITERION)


@pytest.fixture
def three(data: Path) -> Path:
    """Huddinge with two more assessors, who have given some answers."""
    path = data / "evaluations" / EVALUATION / "evaluation.yaml"
    text = path.read_text(encoding="utf-8")
    more = "\n  - id: ekonom\n    role: Ekonom\n  - id: larare\n    role: Lärare"
    text = re.sub(r"(?m)^assessors:\n((?:  .*\n)+)", lambda m: m[0].rstrip() + more + "\n", text)
    path.write_text(text, encoding="utf-8")
    for who, step in (("ekonom", 1), ("larare", 5)):
        answer = Answer(score=step, rationale=f"Skälet från {who}.")
        saved = save_answer(data, EVALUATION, who, "sekom", CRITERION, Answer(), answer)
        assert isinstance(saved, Saved)
    return data


def as_(open_page: Opener, assessor: str) -> AppTest:
    app = open_page("scoring", utvardering=EVALUATION, bedomare=assessor, tema="fokus")
    assert not app.exception
    return app


def hand_in(open_page: Opener, *assessors: str) -> None:
    for assessor in assessors:
        app = button(as_(open_page, assessor), "Lämna in mina svar").click().run()
        button(app, "Lämna in ändå").click().run()


def test_one_assessor_has_nothing_to_hand_in(data: Path, open_page: Opener) -> None:
    app = as_(open_page, "forvaltningen")
    assert "Lämna in mina svar" not in [each.label for each in app.button]
    assert "Inlämnat" not in shown(app)


def test_what_is_left_is_told_before_anything_is_handed_in(three: Path, open_page: Opener) -> None:
    app = button(as_(open_page, "ekonom"), "Lämna in mina svar").click().run()
    words = app.warning[0].value.replace("\\", "")
    assert "Det här är kvar: 25\u00a0frågor utan svar och ett\u00a0svar som saknar" in words
    assert "Kvar att göra" in shown(app)
    assert "belägg krävs och saknas" in shown(app)
    assert "Öppna mina svar igen" not in [each.label for each in app.button]
    app = button(app, "Lämna in ändå").click().run()
    assert "Öppna mina svar igen" in [each.label for each in app.button]


def test_the_next_question_without_an_answer_is_one_click_away(
    three: Path, open_page: Opener
) -> None:
    app = open_page("scoring", utvardering=EVALUATION, bedomare="ekonom", tema="kostnad")
    assert "Nästa obesvarade: Relevans för kommunens utmaningar, Klimatkommunerna" in shown(app)
    app = button(app, "Gå till nästa obesvarade").click().run()
    assert not app.exception
    assert app.query_params["tema"] in ("fokus", ["fokus"])
    assert "Belägg krävs" in shown(app)


def test_the_others_answers_are_hidden_until_all_have_handed_in(
    three: Path, open_page: Opener
) -> None:
    page = shown(as_(open_page, "ekonom"))
    assert "Lärare" in page and "1 av 26" in page and "Inte inlämnat" in page
    assert "Skälet från larare." not in page
    hand_in(open_page, "ekonom", "larare")
    assert "Bedömarnas svar sida vid sida" not in [
        each.label for each in as_(open_page, "ekonom").expander
    ]
    hand_in(open_page, "forvaltningen")
    app = as_(open_page, "ekonom")
    assert "Bedömarnas svar sida vid sida" in [each.label for each in app.expander]
    page = shown(app)
    assert "Ekonom: 1 – " in page and "Lärare: 5 – " in page
    assert "SEKOM 3 1–5" in page, "the median of 1, 3 and 5, and the span"
    assert page.count("●") >= 3


def test_what_is_handed_in_is_locked_until_it_is_opened_again(
    three: Path, open_page: Opener
) -> None:
    hand_in(open_page, "ekonom")
    app = as_(open_page, "ekonom")
    assert not answer_texts(app), "what is handed in is text to read"
    button(app, "Öppna mina svar igen").click().run()
    assert rationale(app, MINE) and score(app, MINE)
    assert read_library(three).problems == ()


def enas(open_page: Opener) -> AppTest:
    app = open_page("agreeing", utvardering=EVALUATION)
    assert not app.exception
    return app


def test_only_the_answers_that_differ_are_to_agree_on_with_every_reason(
    three: Path, open_page: Opener
) -> None:
    assert "när alla har lämnat in" in enas(open_page).info[0].value
    hand_in(open_page, "forvaltningen", "ekonom", "larare")
    app = enas(open_page)
    page = shown(app)
    assert page.count("Bedömarnas svar") == 1, "one answer differs, and one is shown"
    assert "Skälet från ekonom." in page and "Skälet från larare." in page
    assert [each.label for each in app.button if each.label.startswith("Anta")] == [
        "Anta 3 (Förvaltningens ord, Nätverkskollens betyg)",
        "Anta 1 (Ekonom)",
        "Anta 5 (Lärare)",
    ]


def test_of_many_differences_the_largest_are_drawn_first_and_the_rest_at_a_click(
    three: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a hundred the page would be a metre long before anybody had begun."""
    monkeypatch.setattr(agree_view, "_AT_A_TIME", 1)
    there = read_library(three).dossier(EVALUATION).sheets["forvaltningen"].answers["sekom"]
    small = Place(EVALUATION, "ekonom", "sekom", "bredd")
    step = there["bredd"].score - 1
    save_answer(three, EVALUATION, "ekonom", "sekom", small.criterion, Answer(), Answer(score=step))
    hand_in(open_page, "forvaltningen", "ekonom", "larare")
    app = enas(open_page)
    assert "Bedömarnas svar: Bredd, SEKOM" not in shown(app), "one step is less than four"
    assert "En\xa0mindre skillnad till." in shown(app)
    button(app, "Visa en\xa0till").click().run()
    assert "Bedömarnas svar: Bredd, SEKOM" in shown(app)


def test_an_adopted_answer_is_joint_with_its_reason_and_goes_before_the_median(
    three: Path, open_page: Opener
) -> None:
    hand_in(open_page, "forvaltningen", "ekonom", "larare")
    app = button(enas(open_page), "Anta 1 (Ekonom)").click().run()
    joint = Place(EVALUATION, "gemensam", "sekom", CRITERION)
    answer = on_file(three, joint)
    assert (answer.score, answer.rationale) == (1, "Skälet från ekonom.")
    assert "Inget är kvar att enas om." in shown(app) and "Gemensamma svar" in shown(app)
    app = as_(open_page, "gemensam")
    score(app, joint).set_value(2).run()
    rationale(app, joint).set_value("Vi enades.").run()
    assert on_file(three, joint).rationale == "Vi enades."
    assert "2 – " in shown(open_page("outcome", utvardering=EVALUATION))
