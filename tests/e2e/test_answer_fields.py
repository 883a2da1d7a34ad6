"""The fields of an answer, which the browser draws itself: what fills them, and what they send."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.drawn_alone import draw, empty_page, sent
from tests.e2e.walking import HUDDINGE, settle, tops, visit

_DATA: dict[str, Any] = {
    "id": "svar/prov/falt",
    "network": "SEKOM",
    "name": "Bredd, SEKOM",
    "fields": {"score": 3, "upper": 0, "rationale": "Ett skäl.", "grade": "B"},
    "turn": "ett",
    "heard": "",
    "hidden": False,
    "levels": [*([step, str(step), f"nivå {step}"] for step in (1, 2, 3, 4, 5))],
    "steps": [1, 2, 3, 4, 5],
    "grades": [["", "Ej angiven"], ["B", "Nätverkets uppgift"]],
    "words": {
        "score": "",
        "upper": "Osäker?",
        "one": "Inget intervall",
        "grade": "Bygger på",
        "rationale": "Motivering",
    },
}
_DATA["levels"] += [["ej-bedomt", "Ej bedömt", ""], ["ej-tillampligt", "Ej tillämpligt", ""]]


@pytest.fixture
def alone(page: Page, read_only_app: ServedApp) -> Page:
    """A page of the program with the fields of one answer and nothing else."""
    empty_page(page, read_only_app)
    put(page)
    return page


def put(page: Page, turn: str = "ett", heard: str | None = None, **fields: Any) -> None:
    """Give the fields a filling, made by a server that has heard all that was sent, or `heard`."""
    if heard is None:
        heard = (page.evaluate("window.sent ?? []") or [{"mark": ""}])[-1]["mark"]
    fields = {**_DATA["fields"], **fields}
    fill(page, {**_DATA, "turn": turn, "heard": heard, "fields": fields})


def fill(page: Page, data: dict[str, Any]) -> None:
    draw(page, "nkAnswerFields", data)


def test_a_choice_is_sent_with_all_the_fields_and_what_they_were_filled_with(alone: Page) -> None:
    alone.get_by_role("radiogroup", name="Svar för Bredd, SEKOM").get_by_text("4 –").click()
    (only,) = sent(alone)
    assert only["fields"] == {**_DATA["fields"], "score": 4}
    assert only["turn"] == "ett"


def test_what_is_written_is_sent_by_itself_and_when_the_field_is_left(alone: Page) -> None:
    area = alone.get_by_role("textbox", name="Motivering, Bredd, SEKOM")
    area.click()
    alone.keyboard.press("End")
    alone.keyboard.insert_text(" Mer.")
    alone.wait_for_function("sent.length == 1")
    alone.keyboard.insert_text(" Och mer.")
    area.blur()
    assert [each["fields"]["rationale"] for each in sent(alone)] == [
        "Ett skäl. Mer.",
        "Ett skäl. Mer. Och mer.",
    ]
    area.focus()
    area.blur()
    assert len(sent(alone)) == 2, "what has been sent is not sent again"


def test_the_answer_to_an_earlier_key_takes_back_nothing_written_since(alone: Page) -> None:
    area = alone.get_by_role("textbox", name="Motivering")
    area.fill("Ett skäl till.")
    put(alone, rationale="Ett skäl t")
    expect(area).to_have_value("Ett skäl till.")


def test_a_colleagues_words_fill_a_field_that_nobody_is_writing_in(alone: Page) -> None:
    put(alone, "två", rationale="Kollegans skäl.", score=5, grade="")
    expect(alone.get_by_role("textbox", name="Motivering")).to_have_value("Kollegans skäl.")
    expect(alone.get_by_role("radio", name="5 – nivå 5")).to_be_checked()
    expect(alone.get_by_role("combobox", name="Bygger på")).to_have_value("")
    assert sent(alone) == []
    alone.get_by_role("radiogroup").get_by_text("1 –").click()
    assert sent(alone)[0]["turn"] == "två"


def test_what_is_being_written_goes_before_a_colleagues_words_with_what_it_was_written_on(
    alone: Page,
) -> None:
    area = alone.get_by_role("textbox", name="Motivering")
    alone.evaluate("document.querySelector('.nk-given textarea').value = 'Halvfärdigt'")
    put(alone, "två", rationale="Kollegans skäl.")
    (only,) = sent(alone)
    assert (only["fields"]["rationale"], only["turn"]) == ("Halvfärdigt", "ett")
    expect(area).to_have_value("Halvfärdigt")
    put(alone, "tre", rationale="Halvfärdigt")
    assert {each["fields"]["rationale"] for each in sent(alone)} == {"Halvfärdigt"}


def test_the_same_words_written_again_after_another_filling_are_something_new(alone: Page) -> None:
    """Streamlit calls nothing where what is sent is what was sent before."""
    area = alone.get_by_role("textbox", name="Motivering")
    for turn in ("två", "tre"):
        area.fill("Mitt skäl.")
        area.blur()
        put(alone, turn, rationale="Kollegans skäl.")
    first, second = (each for each in sent(alone) if each["fields"]["rationale"] == "Mitt skäl.")
    assert first["fields"] == second["fields"] and first["mark"] != second["mark"]


@pytest.mark.parametrize(("level", "ends"), [("1", "2345"), ("4", "5"), ("5", ""), ("Ej", "")])
def test_an_interval_is_offered_up_to_the_levels_above(alone: Page, level: str, ends: str) -> None:
    alone.get_by_role("radiogroup").get_by_text(level).first.click()
    upper = alone.get_by_role("combobox", name="Osäker?", include_hidden=True)
    assert upper.locator("option").all_inner_texts() == ["Inget intervall", *ends]
    assert upper.is_visible() is bool(ends)


def test_an_interval_that_the_level_passes_is_none(alone: Page) -> None:
    upper = alone.get_by_role("combobox", name="Osäker?")
    upper.select_option("4")
    group = alone.get_by_role("radiogroup")
    group.get_by_text("2 –").click()
    group.get_by_text("5 –").click()
    assert [each["fields"]["upper"] for each in sent(alone)] == [4, 4, 0]


def test_the_fields_of_another_answer_take_the_place_of_these(alone: Page) -> None:
    figure = {name: value for name, value in _DATA.items() if name not in ("levels", "steps")}
    figure |= {"id": "svar/annat/falt", "fields": {"score": "12,5", "rationale": "", "grade": ""}}
    figure["words"] = {**_DATA["words"], "score": "Svar i timmar"}
    fill(alone, figure)
    line = alone.get_by_role("textbox", name="Svar i timmar, Bredd, SEKOM")
    expect(line).to_have_value("12,5")
    assert alone.get_by_role("radio").count() == 0
    line.fill("14")
    line.press("Enter")
    assert sent(alone)[0]["fields"] == {"score": "14", "rationale": "", "grade": ""}


def test_a_refused_text_is_given_back_after_a_filling_that_was_under_way(alone: Page) -> None:
    area = alone.get_by_role("textbox", name="Motivering")
    area.fill("Mycket långt")
    area.blur()
    put(alone, "två", "", rationale="Kollegans skäl.")
    put(alone, "tre", rationale="Mycket långt")
    expect(area).to_have_value("Mycket långt")


def test_a_filling_under_way_when_something_is_sent_waits_for_the_answer_to_that(
    alone: Page,
) -> None:
    """The server had not heard it, and would take what it filled in for what is written now."""
    area = alone.get_by_role("textbox", name="Motivering")
    area.fill("Mitt skäl.")
    area.blur()
    put(alone, "två", "", rationale="Kollegans skäl.")
    put(alone, "tre", "ett annat", rationale="Kollegans skäl.")
    expect(area).to_have_value("Mitt skäl.")
    (only,) = sent(alone)
    assert (only["fields"]["rationale"], only["turn"]) == ("Mitt skäl.", "ett")
    put(alone, "tre", rationale="Det som valdes.")
    expect(area).to_have_value("Det som valdes.")


def test_what_is_filled_in_where_something_was_sent_is_told(alone: Page) -> None:
    """Streamlit sends what it was last told to a server that has been restarted."""
    put(alone, "två", rationale="Kollegans skäl.")
    assert sent(alone) == [], "nothing had been sent that this takes the place of"
    alone.get_by_role("radiogroup").get_by_text("1 –").click()
    put(alone, "tre", rationale="Kollegans skäl igen.", score=1)
    told = sent(alone)[-1]
    assert len(sent(alone)) == 2
    assert (told["fields"]["rationale"], told["turn"]) == ("Kollegans skäl igen.", "tre")


def test_a_value_that_is_no_choice_is_kept_until_another_is_chosen(alone: Page) -> None:
    put(alone, "två", score=7, grade="Z")
    area = alone.get_by_role("textbox", name="Motivering")
    area.fill("Nytt.")
    area.blur()
    given = sent(alone)[0]["fields"]
    assert (given["score"], given["grade"]) == (7, "Z")


def test_fields_of_another_kind_are_drawn_anew_and_what_is_unsent_is_sent(alone: Page) -> None:
    alone.evaluate("document.querySelector('.nk-given textarea').value = 'Halvfärdigt'")
    fill(alone, {**_DATA, "levels": _DATA["levels"][1:], "name": "Annat"})
    assert [each["fields"]["rationale"] for each in sent(alone)] == ["Halvfärdigt"]
    assert alone.get_by_role("radiogroup", name="Annat").get_by_role("radio").count() == 6


def test_fields_that_are_put_out_of_sight_send_what_was_being_written_in_them(alone: Page) -> None:
    alone.evaluate("document.querySelector('.nk-given textarea').value = 'Halvfärdigt'")
    fill(alone, {**_DATA, "hidden": True})
    assert [each["fields"]["rationale"] for each in sent(alone)] == ["Halvfärdigt"]
    expect(alone.get_by_role("textbox")).to_have_count(0)
    put(alone, "två", rationale="Mitt svar.")
    expect(alone.get_by_role("textbox", name="Motivering")).to_have_value("Mitt svar.")


def test_a_filling_of_another_field_leaves_the_caret_where_it_was(alone: Page) -> None:
    area = alone.get_by_role("textbox", name="Motivering")
    area.click()
    alone.keyboard.press("Home")
    alone.keyboard.insert_text("A ")
    alone.wait_for_function("sent.length == 1")
    put(alone, "två", rationale="A Ett skäl.", grade="")
    assert alone.evaluate("document.activeElement.selectionStart") == 2
    alone.keyboard.press("Control+z")
    assert area.input_value() != "A Ett skäl."


def test_the_fields_have_the_room_they_are_meant_to_have(page: Page, read_only_app) -> None:
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE)
    area, choice = page.locator(".nk-given textarea").first, page.locator(".nk-given select").first
    area.evaluate("each => { each.value = ''; }")
    box = area.bounding_box()
    assert box and box["height"] >= 120, "room for some lines"
    assert choice.evaluate("each => getComputedStyle(each).paddingRight") == "32px", "the arrow's"


def test_text_from_the_server_is_never_markup(alone: Page) -> None:
    hostile = '<img src=x onerror="window.hacked=1">'
    data = {**_DATA, "id": "svar/tre/falt", "name": hostile, "grades": [["", hostile]]}
    data["fields"] = {**_DATA["fields"], "rationale": hostile, "grade": ""}
    fill(alone, data)
    expect(alone.get_by_role("textbox", name=f"Motivering, {hostile}")).to_have_value(hostile)
    assert alone.evaluate("[place.querySelectorAll('img').length, window.hacked]") == [0, None]


def test_what_is_being_written_in_takes_every_key_until_it_is_left_though_it_is_out_of_sight(
    alone: Page,
) -> None:
    area = alone.get_by_role("textbox", name="Motivering, Bredd, SEKOM")
    area.click()
    fill(alone, {**_DATA, "hidden": True})
    alone.keyboard.press("End")
    alone.keyboard.insert_text(" Mer.")
    alone.wait_for_function("sent.length == 2")
    assert sent(alone)[1]["fields"]["rationale"] == "Ett skäl. Mer."
    assert area.bounding_box()["height"] > 0 and alone.locator(".nk-given-away").count() == 1
    area.blur()
    expect(area).to_be_hidden()
    put(alone)
    expect(area).to_be_visible()
    assert alone.locator(".nk-given-away").count() == 0
    alone.get_by_role("radio", name="4 – nivå 4").focus()
    fill(alone, {**_DATA, "hidden": True})
    expect(alone.get_by_role("radiogroup")).to_be_hidden()


def test_a_server_that_is_restarted_is_told_whether_there_is_a_choice_to_make(alone: Page) -> None:
    """Streamlit sends it what was said last."""
    fill(alone, {**_DATA, "hidden": True})
    fill(alone, {**_DATA, "hidden": True})
    assert [each["undecided"] for each in sent(alone)] == [True]
    fill(alone, _DATA)
    fill(alone, _DATA)
    assert [each["undecided"] for each in sent(alone)] == [True, False]
    assert {each["fields"]["rationale"] for each in sent(alone)} == {"Ett skäl."}


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_a_row_begins_with_its_network_and_nothing_moves_as_its_first_answer_is_saved(
    page: Page, served_app: ServedApp, width: int
) -> None:
    """Beside the name where there is room, else below it; the history comes into room it has."""
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE, visa="lista")
    areas = page.get_by_role("textbox", name="Motivering")
    names, before = page.locator("h4.nk-h4"), tops(areas)
    assert names.all_inner_texts() == ["Klimatkommunerna", "SEKOM"] * (len(before) // 2)
    beside = names.first.bounding_box()["x"] + 150 < areas.first.bounding_box()["x"]
    assert beside == (width == 1280)
    assert all(top <= field for top, field in zip(tops(names), before, strict=True))
    areas.first.fill("Ett nytt skäl.")
    areas.first.blur()
    expect(page.get_by_text("Historik (1)")).to_be_visible()
    settle(page)
    assert tops(areas) == before
    page.get_by_text("Historik (1)").click()
    expect(page.get_by_role("table", name="Ändringar av svaret")).to_contain_text("Ett nytt skäl.")
