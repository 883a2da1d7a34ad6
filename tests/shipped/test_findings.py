"""What the shipped facts say against themselves: DOMAIN.md §6.6, found from YAML alone."""

import pytest

from natverkskollen.analysis.findings import find_all
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.store import read_library
from tests import ROOT

LIBRARY = read_library(ROOT)
HUDDINGE = LIBRARY.dossiers["huddinge-2025"]
EXAMPLE = LIBRARY.dossiers["exempel-vastra-gotaland"]
VG = "kommunnatverket-hallbar-utveckling"


def found(dossier: Dossier) -> dict[str, str]:
    return {each.id: each.what.replace("\u00a0", " ") for each in find_all(dossier)}


@pytest.mark.parametrize(
    ("number", "dossier", "finding", "words"),
    [
        (1, HUDDINGE, "motsagelse/sekom/medlemmar", "90 medlemmar per 2024-12-31 men cirka 100"),
        (1, HUDDINGE, "efter-arendet/sekom/verksamhetsberattelse-2024", "kom den 11 april 2025"),
        (2, HUDDINGE, "inaktuell/klimatkommunerna", "Verksamhetsberättelse 2023 och är 15 månader"),
        (3, HUDDINGE, "redan-gjort/sekom/engagemangsutredning", "gjort: Framtidsagendan"),
        (
            4,
            HUDDINGE,
            "forvaxling/sekom/styrelseval",
            "Kalix) och val av styrelsen (Årsmöte den 11",
        ),
        (5, HUDDINGE, "forvaxling/sekom/resultat", "300 000 kronor) och årets resultat (−170 068"),
        (7, HUDDINGE, "ojamn-anvandning/mejllista", "är belägg för Klimatkommunerna, men källorna"),
        (7, HUDDINGE, "ojamnt-belagg/remissvar", "Klimatkommunerna har egna uppgifter, men om SE"),
        (8, EXAMPLE, f"summa/{VG}/traffar-totalt", "22 träffar, men delarna blir 20. Räknas varje"),
        (9, EXAMPLE, f"motsagelse/{VG}/miljostrategi-digitala-traffar-lista", "är 3 träffar"),
        (9, EXAMPLE, f"motsagelse/{VG}/miljostrategi-digitala-moten-lista", "är 3 möten"),
        (
            10,
            EXAMPLE,
            f"farre-svarande/{VG}/enkat-samordning",
            "4,9 till 5,6 medan antalet svarande",
        ),
        (10, EXAMPLE, f"skala/{VG}", "på skalan 1–6"),
        (11, HUDDINGE, "olika-ar/utvarderingen", "Klimatkommunerna 2023 och SEKOM 2024"),
        (11, EXAMPLE, "olika-ar/utvarderingen", "Kommunnätverket 2021, Klimatkommunerna 2023"),
        (12, HUDDINGE, "upphort-organ/utvarderingen", "som inte längre finns"),
    ],
)
def test_the_contradictions_of_the_sources_are_found(number, dossier, finding, words):
    assert words in found(dossier)[finding], number


def test_figures_that_agree_are_not_told_as_contradictions():
    """Item 2: cirka 50 and 51 agree. Item 8: 706 participants are more than 700."""
    assert "motsagelse/klimatkommunerna/medlemmar" not in found(HUDDINGE)
    assert f"summa/{VG}/deltagare-totalt" not in found(EXAMPLE)
    assert "summa/sekom/kansliresurs" not in found(HUDDINGE)


def test_what_the_case_itself_should_be_asked():
    told = found(HUDDINGE)
    assert "38 291,20 kr. Skillnaden är 1 709 kronor, 4 procent" in told["avgift/sekom"]
    assert "styrelse 2023–2026" in told["jav/klimatkommunerna"]
    assert "okänd" in told["okanda-villkor/sekom"]


def with_value(dossier: Dossier, network: str, id_: str, as_of: str, value: int) -> Dossier:
    """The dossier where one fact has another value."""
    changed = dossier.networks[network]
    facts = tuple(
        fact.model_copy(update={"value": type(fact.value)(value)})
        if fact.id == id_ and fact.as_of.isoformat() == as_of
        else fact
        for fact in changed.facts
    )
    assert facts != changed.facts
    networks = {**dossier.networks, network: changed.model_copy(update={"facts": facts})}
    return Dossier(dossier.evaluation, dossier.criteria, networks, dossier.sheets)


@pytest.mark.parametrize(
    ("dossier", "network", "fact", "as_of", "value", "gone", "new"),
    [
        (HUDDINGE, "sekom", "medlemmar", "2024-12-31", 98, {"motsagelse/sekom/medlemmar"}, set()),
        (HUDDINGE, "sekom", "medlemmar", "2021-12-31", 120, set(), set()),
        (
            HUDDINGE,
            "klimatkommunerna",
            "medlemmar",
            "2025-04-01",
            70,
            set(),
            set(),  # more than six months from the latest of their own: a series
        ),
        (EXAMPLE, VG, "traffar-totalt", "2021-12-31", 20, {f"summa/{VG}/traffar-totalt"}, set()),
        (
            EXAMPLE,
            "sekom",
            "styrelsemoten-webb",
            "2024-12-31",
            3,
            set(),
            {"summa/sekom/styrelsemoten"},
        ),
        (
            EXAMPLE,
            VG,
            "enkat-samordning",
            "2021-12-31",
            4,
            {f"farre-svarande/{VG}/enkat-samordning"},
            set(),
        ),
        (HUDDINGE, "sekom", "resultat", "2024-12-31", -1, set(), set()),
    ],
)
def test_one_changed_figure_changes_just_the_findings_it_should(
    dossier, network, fact, as_of, value, gone, new
):
    before = set(found(dossier))
    after = set(found(with_value(dossier, network, fact, as_of, value)))
    assert (before - after, after - before) == (gone, new)


def test_every_finding_asks_something_and_shows_where_it_stands():
    for dossier in (HUDDINGE, EXAMPLE):
        told = find_all(dossier)
        assert len({each.id for each in told}) == len(told)
        for each in told:
            assert each.question.startswith(("Fråga nätverket", "Kontrollera"))
            assert each.sides
