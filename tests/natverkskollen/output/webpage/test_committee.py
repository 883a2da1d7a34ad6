"""The committee's reading holds what decides, escapes every word, and needs nothing else."""

from __future__ import annotations

import re
from html import unescape

import pytest

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.cli.commands import main
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.drawings.on_screen import on_screen
from natverkskollen.output.webpage.committee import committee
from natverkskollen.output.webpage.committee_file import committee_file
from tests import ROOT
from tests.building.dossiers import shipped
from tests.pages import EVALUATIONS


def dossier(evaluation: str = "huddinge-2025") -> Dossier:
    return shipped(evaluation)


def words(page: str) -> str:
    """What a reader sees, with hard spaces as spaces."""
    text = unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.S))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def reading(found: Dossier) -> str:
    return committee(robustness(found), find_all(found), on_screen)


def test_it_answers_first_and_then_says_why_how_sure_and_from_where():
    told = words(reading(dossier()))
    wanted = (
        "KS-2025/475",
        "Utkast – arbetsmaterial",
        "Klimatkommunerna: fortsätt.",
        "pekar tydligt mot ”fortsätt”",
        "SEKOM: avvakta.",
        "i 79 av 100 beräkningar med andra vikter",
        "senast den 30 maj 2026 återkomma",
        "Betygen, graderna och viktprofilen är Nätverkskollens läsning",
        "Tillgängliga underlag och kontakter 5 Ej bedömt",
        "73 (60–79)",
        "Klimatkommunerna får 73 och SEKOM får 57 av 100",
        "Klimatkommunerna 38 291,20 kr",
        "källorna ger olika svar på antal medlemmar",
        "Verksamhetsberättelse 2024, Sveriges Ekokommuner, 2025-04-11",
        "frö 20250401",
    )
    places = [told.find(each) for each in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


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
    assert "underlaget räcker inte" in told
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
    assert "SEKOM: avvakta." in words(path.read_text(encoding="utf-8"))
    assert main(["committee", "huddinge-2025", "--data", str(ROOT), "-o", str(tmp_path)]) == 1
    assert "går inte att skriva" in "".join(capsys.readouterr())
