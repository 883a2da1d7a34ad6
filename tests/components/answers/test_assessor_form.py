"""Adding an assessor to an evaluation that has begun, and taking one away who has not."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.model.answer import Answer
from natverkskollen.store import Saved, read_library, save_answer
from tests.components.answers.test_assessors import as_
from tests.components.answers.test_saving import button, finalise
from tests.components.conftest import Opener, shown

EVALUATION, OURS = "huddinge-2025", "Förvaltningens ord, Nätverkskollens betyg"
KEY = f"arende/{EVALUATION}/bedomare"
LABELS = ("Lägg till bedömaren", "Ta bort Ekonom")


def people(data: Path) -> list[str]:
    return [each.id for each in read_library(data).dossier(EVALUATION).evaluation.assessors]


@pytest.fixture
def opened(data: Path, open_page: Opener) -> AppTest:
    app = as_(open_page, "forvaltningen")
    app.session_state[f"{KEY}/oppet"] = True
    return app.run()


def add(app: AppTest, role: str) -> AppTest:
    app.text_input(key=f"{KEY}/role").set_value(role)
    return button(app, LABELS[0]).click().run()


def test_one_more_can_answer_and_hand_in(data: Path, opened: AppTest, open_page: Opener) -> None:
    app = add(opened, "Ekonom")
    assert not app.exception and people(data) == ["forvaltningen", "ekonom"]
    assert app.text_input(key=f"{KEY}/role").value == "", "the field is for the next one"
    new = as_(open_page, "ekonom")
    assert "Lämna in mina svar" in [each.label for each in new.button]
    assert "Ekonom 0 av" in shown(new)


@pytest.mark.parametrize(
    ("role", "told"), [("", "Skriv en roll"), (OURS.lower(), "finns redan. Skilj dem åt")]
)
def test_a_role_that_cannot_be_added_is_told_at_its_field(
    role: str, told: str, data: Path, opened: AppTest
) -> None:
    app = add(opened, role)
    assert told in shown(app) and people(data) == ["forvaltningen"]
    assert app.text_input(key=f"{KEY}/role").value == role, "what was typed stands"


def test_one_who_has_not_answered_can_be_taken_away_and_no_other(
    data: Path, opened: AppTest
) -> None:
    app = add(opened, "Ekonom")
    labels = [each.label for each in app.button]
    assert LABELS[1] in labels and not any(OURS in each for each in labels)
    app = button(app, LABELS[1]).click().run()
    assert people(data) == ["forvaltningen"]
    app = add(app, "Ekonom")
    answer = Answer(score=3, rationale="Ett skäl.")
    criterion = "relevans-for-utmaningar"
    saved = save_answer(data, EVALUATION, "ekonom", "sekom", criterion, Answer(), answer)
    assert isinstance(saved, Saved)
    assert LABELS[1] not in [each.label for each in app.run().button]


def test_a_colleague_who_adds_another_at_the_same_time_is_not_overwritten(
    data: Path, opened: AppTest, open_page: Opener
) -> None:
    other = as_(open_page, "forvaltningen")
    other.session_state[f"{KEY}/oppet"] = True
    add(other.run(), "Jurist")
    add(opened, "Ekonom")
    assert sorted(people(data)) == ["ekonom", "forvaltningen", "jurist"]


def test_a_final_evaluation_has_no_form(data: Path, open_page: Opener) -> None:
    more = "går det att lägga till fler"
    assert more in shown(open_page("agreeing", utvardering=EVALUATION))
    finalise(data)
    app = as_(open_page, "forvaltningen")
    assert "Lägg till en bedömare" not in [each.label for each in app.expander]
    assert more not in shown(open_page("agreeing", utvardering=EVALUATION))
