"""The committee's summary holds what decides, escapes every word, and needs nothing else."""

from __future__ import annotations

import re
from html import unescape

import pytest

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.cli.commands import main
from natverkskollen.decisions.sentences import decision_blocks
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.drawings.on_screen import on_screen
from natverkskollen.output.papers.template import read_template, template_ids
from natverkskollen.output.webpage.committee import committee
from natverkskollen.output.webpage.committee_file import committee_file
from tests import ROOT
from tests.building.dossiers import SOURCE, criteria_set, judged, network, score, shipped, theme
from tests.building.dossiers import dossier as made_dossier
from tests.pages import EVALUATIONS


def dossier(evaluation: str = "huddinge-2025") -> Dossier:
    return shipped(evaluation)


def words(page: str) -> str:
    """What a reader sees, with hard spaces as spaces."""
    page = re.sub(r'<span class="nk-whole">(.*?)</span>', r"\1", page)
    text = unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.S))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def reading(found: Dossier) -> str:
    return committee(robustness(found), find_all(found), on_screen)


def first(page: str) -> str:
    """What is read before anybody has asked for more."""
    return words(page[: page.index("<details")])


def test_it_asks_answers_gives_the_reasons_and_says_what_to_know_and_decide():
    told = first(reading(dossier()))
    wanted = (
        "Kommunstyrelsen · ärende KS-2025/475 · den 1 april 2025 · Utkast – arbetsmaterial",
        "Betygen, graderna och viktprofilen är Nätverkskollens läsning av texten.",
        "Ska Huddinge vara kvar i Klimatkommunerna och Sveriges Ekokommuner?",
        "Klimatkommunerna: ja, fortsätt",
        "en bra kunskapsplattform och nätverk för de utmaningar som Huddinge kommun främst står",
        "Klimatkommunernas underlag och nätverk används löpande",
        "Minst 38 291 kronor per år · Säker bedömning",
        "Sveriges Ekokommuner (SEKOM): vänta, avgör senast den 30 maj 2026",
        "Idag används således underlag eller nätverket SEKOM mycket litet",
        "Minst 38 291 kronor per år · Ganska säker bedömning: om ”andra värden” väger mer än "
        "hälften",
        "Att veta innan ni beslutar",
        "Framtidsagendan, utvecklingsprojekt (den 4 december 2024)",
        "Den uppgiften kom efter ärendets dag.",
        "Hur och när kommunen kan lämna SEKOM är inte klarlagt.",
        "ledamot i föreningens styrelse 2023–2026. Frågan om jäv behöver prövas.",
        "Förslag till beslut",
        "Huddinge kommun fortsätter att vara medlem i föreningen Klimatkommunerna.",
        "senast den 30 maj 2026 återkomma",
        "Läs mer",
    )
    places = [told.find(each) for each in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


def test_the_summary_has_no_score_no_bracket_and_points_to_no_other_page():
    for evaluation in EVALUATIONS:
        told = first(reading(dossier(evaluation)))
        assert not re.search(r"av 100|på sidan|\[[A-Z]\d+\]|Underlag\b", told), told
        assert len(told.split()) < 420


def test_everything_with_figures_is_there_for_whoever_asks():
    page = words(reading(dossier()))
    wanted = (
        "Bedömningen tema för tema",
        "Tillgängliga underlag och kontakter 5 Ej bedömt",
        "73 (59–80)",
        "Klimatkommunerna 38 291,20 kr",
        "blir resultatet för Klimatkommunerna ”fortsätt”",
        "I 79 av 100 beräkningar med andra vikter",
        "källorna ger olika svar på antal medlemmar",
        "Verksamhetsberättelse 2024, Sveriges Ekokommuner, 2025-04-11",
        "frö 20250401",
    )
    places = [page.find(each) for each in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("template", sorted(template_ids(ROOT)))
def test_the_decisions_are_those_of_the_memo_from_the_same_template(template: str):
    found = robustness(dossier("exempel-vastra-gotaland"))
    read = read_template(ROOT, template)
    page = words(committee(found, [], on_screen, read))
    blocks = decision_blocks(
        found.result.evaluation,
        lambda id_: found.result.network(id_).network,
        read.decision_form,
    )
    points = [point.replace("\u00a0", " ") for block in blocks for point in block.points]
    assert len(points) > 4
    assert [point for point in points if point not in page] == []


def test_a_network_that_is_only_considered_would_cost_and_many_have_one_reason_each():
    criteria = criteria_set(theme("nytta", 1, judged("ett"), judged("tva")))
    scores = {
        id_: {c: score(5).model_copy(update={"rationale": f"{id_} {c}."}) for c in ("ett", "tva")}
        for id_ in "abcd"
    }
    fee = {"year": 2025, "fixed": 1200, "source": SOURCE}
    networks = {id_: network(id_, fees=(fee,)) for id_ in scores}
    memberships = [{"network": id_, "member": id_ != "d"} for id_ in scores]
    made = made_dossier(criteria, scores, networks=networks, memberships=memberships)
    told = first(reading(made))
    assert (
        "Ska Provkommun vara kvar i Nätverket a, Nätverket b och Nätverket c samt gå med i" in told
    )
    assert told.count("Skulle kosta minst 1 200 kronor per år") == 1
    assert told.count("inget förslag än, resultatet är ”fortsätt”") == 3
    assert told.count("inget förslag än, resultatet är ”ansök”") == 1
    assert [each in told for each in ("a ett.", "a tva.", "d ett.", "d tva.")] == [
        True, False, True, False,
    ]  # fmt: skip


def test_a_final_evaluation_is_no_draft():
    found = dossier()
    final = found.evaluation.model_copy(update={"status": "final"})
    told = words(reading(Dossier(final, found.criteria, found.networks, found.sheets)))
    assert "Färdigställd" in told
    assert "Utkast" not in told


def test_an_evaluation_without_answers_says_that_nothing_can_be_said():
    found = dossier("exempel-vastra-gotaland")
    bare = found.evaluation.model_copy(update={"decisions": ()})
    told = words(reading(Dossier(bare, found.criteria, found.networks, {})))
    assert "underlaget räcker inte för ett svar" in told
    assert "Förslag till beslut" not in told


@pytest.mark.parametrize("evaluation", EVALUATIONS)
def test_the_file_asks_for_nothing_outside_itself_and_is_the_same_each_time(evaluation: str):
    found = dossier(evaluation)
    page = committee_file(robustness(found), find_all(found))
    assert page == committee_file(robustness(found), find_all(found))
    assert page.startswith('<!doctype html>\n<html lang="sv">')
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<iframe|@import|url\((?!#)", page)
    addresses = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert addresses
    assert all(each.startswith("data:image/svg+xml;base64,") for each in addresses)


def test_words_from_a_file_are_never_markup():
    found = dossier()
    evil = '</title><script>alert(1)</script><img src=x onerror="1">'
    evaluation = found.evaluation.model_copy(update={"title": evil, "remark": evil})
    page = committee_file(
        robustness(Dossier(evaluation, found.criteria, found.networks, found.sheets)), []
    )
    assert "<script" not in page
    assert "<img src=x" not in page
    assert words(page).count(evil.replace("</title>", "")[:8]) >= 2


def test_the_command_writes_the_file(tmp_path, capsys):
    path = tmp_path / "lasning.html"
    assert main(["committee", "huddinge-2025", "--data", str(ROOT), "-o", str(path)]) == 0
    assert "vänta, avgör senast den 30 maj 2026" in words(path.read_text(encoding="utf-8"))
    assert main(["committee", "huddinge-2025", "--data", str(ROOT), "-o", str(tmp_path)]) == 1
    assert "går inte att skriva" in "".join(capsys.readouterr())


def test_a_free_network_without_a_result_is_told_of_in_as_few_words():
    free = network("a", fees=({"year": 2025, "fixed": 0, "source": SOURCE},))
    asked = criteria_set(theme("nytta", 1, judged("ett")))
    told = first(reading(made_dossier(asked, {"a": {}}, networks={"a": free})))
    assert "Ingen avgift" in told and "0 kronor" not in told
    assert told.lower().count("underlaget räcker inte") == 1
