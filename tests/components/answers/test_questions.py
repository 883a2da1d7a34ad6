"""Bedömning with few and with many networks: which questions it shows and the way to the next."""

from pathlib import Path

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from natverkskollen.store import read_library
from tests.building.many import many_networks_folder
from tests.components.answers.given import answer_texts
from tests.components.choosing import Choice
from tests.components.conftest import Opener, shown

HUDDINGE = "huddinge-2025"


def questions(app: AppTest) -> set[str]:
    """The criteria that can be answered on the page."""
    return {each.key.split("/")[4] for each in answer_texts(app)}


def containers(app: AppTest) -> list[str]:
    """The containers that stand right on the page, by the names that the browser knows them by."""
    return [each.proto.id for each in app.main.children.values() if each.type == "flex_container"]


def networks(app: AppTest) -> set[str]:
    return {each.key.split("/")[3] for each in answer_texts(app)}


def test_few_networks_have_the_whole_theme_as_a_list_and_one_at_a_time_on_request(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", utvardering=HUDDINGE, tema="fokus")
    assert len(questions(app)) == 3
    Choice(app, "visa").make("fraga")
    assert questions(app) == {"relevans-for-utmaningar"}
    assert networks(app) == {"sekom", "klimatkommunerna"}


def test_another_question_is_drawn_in_the_container_of_the_first(
    data: Path, open_page: Opener
) -> None:
    """In one of its own the browser would first draw the rows of the old question there."""
    second = read_library(data).dossiers[HUDDINGE].criteria.themes[0].criteria[1].id
    app = open_page("scoring", utvardering=HUDDINGE, tema="fokus", visa="fraga")
    first, asked = containers(app), questions(app)
    Choice(app, "fraga").make(second)
    assert questions(app) != asked
    assert containers(app) == first


@pytest.mark.parametrize("count", [4, 7])
def test_many_networks_have_one_question_at_a_time_with_a_row_for_each(
    count: int, data: Path, open_page: Opener
) -> None:
    id_ = many_networks_folder(data, count)
    app = open_page("scoring", utvardering=id_)
    assert not app.exception
    assert len(questions(app)) == 1 and len(networks(app)) == count


def test_more_networks_than_a_page_holds_come_one_page_after_the_other_and_none_is_left_out(
    data: Path, open_page: Opener
) -> None:
    id_ = many_networks_folder(data, 25)
    app = open_page("scoring", utvardering=id_)
    assert "Nätverk A till Nätverk G" in Choice(app, "rader").options.values()
    first, seen = questions(app), networks(app)
    assert len(seen) == 7
    for count in (13, 19, 25):
        next(each for each in app.button if each.label.startswith("Nästa nätverk:")).click().run()
        seen |= networks(app)
        assert questions(app) == first and len(seen) == count
    next(each for each in app.button if each.label.startswith("Nästa fråga:")).click().run()
    assert questions(app) != first and "natverk-a" in networks(app)
    next(each for each in app.button if each.label.startswith("Föregående")).click().run()
    assert questions(app) == first and "natverk-y" in networks(app)


def test_the_next_unanswered_is_found_on_whichever_page_of_rows_it_stands(
    data: Path, open_page: Opener
) -> None:
    id_ = many_networks_folder(data, 25)
    sheet = data / "evaluations" / id_ / "answers" / "bedomare-0.yaml"
    answers = yaml.safe_load(sheet.read_text("utf-8"))
    gone = list(answers["answers"]["natverk-y"])[1]
    del answers["answers"]["natverk-y"][gone]
    sheet.write_text(yaml.safe_dump(answers, allow_unicode=True), "utf-8")
    app = open_page("scoring", utvardering=id_)
    next(each for each in app.button if each.label == "Gå till nästa obesvarade").click().run()
    assert questions(app) == {gone} and "natverk-y" in networks(app)
    assert not any(each.label == "Gå till nästa obesvarade" for each in app.button)


def test_the_next_question_leads_through_every_theme_to_the_last(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", utvardering=HUDDINGE, visa="fraga")
    asked = read_library(data).dossier(HUDDINGE).criteria.criteria
    for place, criterion in enumerate(asked, 1):
        assert f"Fråga {place} av {len(asked)}." in shown(app).replace("\u00a0", " ")
        assert criterion.question in shown(app)
        further = [each for each in app.button if each.label.startswith("Nästa fråga:")]
        if place < len(asked):
            further[0].click().run()
    assert not further


def test_the_next_unanswered_is_a_click_away_also_in_another_theme(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", utvardering=HUDDINGE, visa="fraga")
    next(each for each in app.button if each.label == "Gå till nästa obesvarade").click().run()
    assert questions(app) == {"tillganglighet"}
    assert app.query_params["tema"] in ("strategisk-nytta", ["strategisk-nytta"])


def test_the_level_texts_stand_once_above_the_rows(data: Path, open_page: Opener) -> None:
    app = open_page("scoring", utvardering=HUDDINGE, visa="fraga")
    text = "Enstaka aktiviteter rör en utpekad utmaning, men nästan allt handlar om annat"
    assert shown(app).count(text) == 1


def test_what_is_calculated_is_told_for_each_network_without_a_value_where_there_is_none(
    data: Path, open_page: Opener
) -> None:
    dossier = read_library(data).dossiers[HUDDINGE]
    asked = [each for theme in dossier.criteria.themes for each in theme.criteria]
    cost = next(each.id for each in asked if not each.asked)
    app = open_page("scoring", utvardering=HUDDINGE, tema="kostnad", visa="fraga", fraga=cost)
    rows = "".join(each.value for each in app.get("html") if "nk-row" in each.value)
    assert rows.count("Räknas fram ur uppgifterna") == len(dossier.networks)
    assert all(f'<h4 class="nk-h4">{each.short}</h4>' in rows for each in dossier.networks.values())
    assert "Värde" in rows
    many = many_networks_folder(data, 2)
    app = open_page("scoring", utvardering=many, tema="kostnad", visa="fraga", fraga=cost)
    assert "Ej bedömt." in shown(app) and "Värde" not in shown(app), "no fee is known"
