"""What is typed to create an evaluation becomes its data, or one sentence per wrong field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.evaluation_entry import NewFields, entry_from, next_day, weight_words
from natverkskollen.editing.municipality_entry import OTHER
from natverkskollen.editing.new_evaluation import create
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Unclear
from natverkskollen.files.reading import read_data
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Saved, YamlStore, read_library, store_at
from tests import ROOT

FILLED = NewFields(
    place=OTHER,
    name=" Årsta kommun ",
    inhabitants="21 100",
    inhabitants_day="2025",
    date="2026-11-21",
    body="Kommunstyrelsen",
    networks=("norr",),
    criteria="litet",
    assessors="Miljöstrateg\n\n Ekonom ",
)


def read(folder: Path, **changes: object):
    fields = replace(FILLED, **changes)
    return entry_from(fields, read_library(folder), store_at(folder).taken())


def made(folder: Path, **changes: object) -> Evaluation:
    entry = read(folder, **changes)
    assert entry.wrong == {}
    found = read_data(entry.data, "ny", Evaluation).model
    assert found is not None
    return found


def test_the_least_one_can_fill_in_can_be_saved_and_opened(folder: Path) -> None:
    entry = read(folder)
    assert create(YamlStore(folder), entry.data, "handläggaren") == Saved(1)
    library = read_library(folder)
    assert library.problems == ()
    evaluation = library.dossier("arsta-kommun-2026").evaluation
    assert evaluation.title == "Årsta kommun 2026"
    town = evaluation.municipality
    assert (town.name, town.kind, town.inhabitants) == ("Årsta kommun", "kommun", 21100)
    assert town.as_of == date(2025, 12, 31)
    assert [(each.id, each.role) for each in evaluation.assessors] == [
        ("miljostrateg", "Miljöstrateg"),
        ("ekonom", "Ekonom"),
    ]
    assert evaluation.case.assignment is None and evaluation.next_evaluation is None


def test_everything_one_can_fill_in_is_kept(folder: Path) -> None:
    found = made(
        folder,
        kind="region",
        inhabitants_day="2025-06-30",
        title="Översyn",
        diarienummer="KS-2026/12",
        assignment_body="Klimatnämnden",
        assignment_day="2026-01-15",
        assignment_text="att se över medlemskapen",
        networks=("soder", "norr"),
        considered=("norr",),
        next_evaluation="2028-11-01",
    )
    assert (found.id, found.title) == ("oversyn", "Översyn")
    assert found.municipality.kind == "region"
    assert found.municipality.as_of == date(2025, 6, 30)
    assert found.case.diarienummer == "KS-2026/12"
    assert found.case.assignment and found.case.assignment.date == date(2026, 1, 15)
    assert [(each.network, each.member) for each in found.memberships] == [
        ("soder", True),
        ("norr", False),
    ]
    assert found.next_evaluation == date(2028, 11, 1)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", "  ", "Skriv kommunens eller regionens namn."),
        ("name", "A" * 20_001, "ryms i fältet"),
        ("inhabitants", "", "till exempel 21 000"),
        ("inhabitants", "tjugotusen", "heltal"),
        ("inhabitants", "21,5", "heltal"),
        ("inhabitants", "-4", "heltal"),
        ("inhabitants", "0", "heltal"),
        ("inhabitants", "10–20", "heltal"),
        ("inhabitants", "114304000", "större än Sveriges folkmängd"),
        ("inhabitants_day", "", "vilken dag folkmängden gäller"),
        ("inhabitants_day", "2025-13-01", "finns inte i kalendern"),
        ("inhabitants_day", "2026", "senare än ärendets dag"),
        ("date", "21/11 2026", "Dagen ska vara ett datum, men är '21/11 2026'."),
        ("date", "0026-11-21", "Året är 26. Kontrollera siffrorna."),
        ("date", "", "Skriv ärendets dag"),
        ("body", "", "Skriv vem som beslutar."),
        ("networks", (), "Välj minst ett nätverk."),
        ("networks", ("borta",), "Nätverket borta går inte längre att läsa."),
        ("criteria", "", "Välj en kriteriesamling."),
        ("criteria", "../litet", "Välj en kriteriesamling."),
        ("profile", "borta", "Välj vilka vikter"),
        ("assessors", " \n ", "minst en roll"),
        ("assessors", "Ekonom\nekonom", "finns redan"),
        ("next_evaluation", "2026-11-21", "senare än ärendets dag, 2026-11-21"),
        ("next_evaluation", "nästa år", "Dagen ska vara ett datum"),
    ],
)
def test_a_wrong_field_is_told_by_name_and_nothing_is_made(
    folder: Path, field: str, typed: object, told: str
) -> None:
    entry = read(folder, **{field: typed})
    assert entry.data is None
    assert list(entry.wrong) == [field]
    assert told in entry.wrong[field]
    assert entry.wrong[field].endswith(".")


def test_an_assignment_is_whole_or_not_there(folder: Path) -> None:
    entry = read(folder, assignment_body="Nämnden")
    assert set(entry.wrong) == {"assignment_day", "assignment_text"}
    whole = {"assignment_body": "Nämnden", "assignment_day": "2026-01-15"}
    entry = read(folder, **whole, assignment_text="Se över medlemskapen")
    assert entry.wrong == {
        "assignment_text": "Börja med ”att”, till exempel: att se över medlemskapen."
    }


def test_every_wrong_field_is_told_at_once(folder: Path) -> None:
    entry = read(folder, name="", body="", networks=())
    assert set(entry.wrong) == {"name", "body", "networks"}


@pytest.mark.parametrize("title", ["Liten", "LITEN!", "  liten  ", "Lïtén"])
def test_a_name_that_would_fall_on_an_existing_folder_is_told(folder: Path, title: str) -> None:
    assert "evaluations/liten" in read(folder, title=title).wrong["title"]


def test_the_name_made_of_the_municipality_can_be_taken_too(folder: Path) -> None:
    (folder / "evaluations/arsta-kommun-2026").mkdir()
    assert "arsta-kommun-2026" in read(folder).wrong["title"]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\hemligt", "hemligt"),
        ("/etc", "etc"),
        (".borttagna", "borttagna"),
        ("Ärö & Öby – 2026", "aro-oby-2026"),
        ("con", "con-2"),
        ("NUL", "nul-2"),
        ("…", "utvardering"),
        ("å" * 300, "a" * 50),
    ],
)
def test_no_title_leads_out_of_the_folder(folder: Path, title: str, id_: str) -> None:
    assert proposed_id(title, ()) == id_
    entry = read(folder, title=title)
    assert create(YamlStore(folder), entry.data, "handläggaren") == Saved(1)
    assert (folder / "evaluations" / id_ / "evaluation.yaml").is_file()
    assert read_library(folder).problems == ()


def test_the_day_of_the_next_evaluation_may_be_taken_away() -> None:
    assert next_day(" ", date(2026, 1, 1)) is None
    with pytest.raises(Unclear, match="senare än"):
        next_day("2025-12-31", date(2026, 1, 1))


def test_the_weights_are_told_as_shares_of_the_whole() -> None:
    criteria = read_library(ROOT).criteria["natverksmedlemskap"]
    assert weight_words(criteria, "lika").count("25\u00a0procent") == 4
    # 20, 20, 40 and 20 points of 100 in the file.
    assert "Miljöstrategiskt arbete 40\u00a0procent" in weight_words(criteria, "")
