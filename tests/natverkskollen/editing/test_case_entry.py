"""The case put right afterwards: only what differs is saved, against what the person saw."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.case_entry import PATHS, case_changes, case_from, case_values
from natverkskollen.editing.own_municipality import from_table
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.reference import POPULATION
from natverkskollen.store import UNSEEN, Change, Conflict, Saved, YamlStore, read_library
from natverkskollen.store.plain_data import plain
from tests.building.dossiers import shipped
from tests.building.folders import ID


def evaluation(folder: Path) -> Evaluation:
    library = read_library(folder)
    assert library.problems == ()
    return library.dossier(ID).evaluation


def typed(folder: Path, **changes: str) -> dict[str, str]:
    there = case_values(evaluation(folder))
    return {name: shown(value) for name, value in there.items()} | changes


def shown(value: object) -> str:
    """A value as its field shows it: a list one to a line."""
    return "\n".join(value) if isinstance(value, list) else "" if value is None else str(value)


def save(folder: Path, seen: dict, **changes: str):
    read = case_from(typed(folder, **changes))
    assert read.wrong == {}
    store = YamlStore(folder)
    made = case_changes(evaluation(folder), seen, read.values)
    return store.save(ID, store.get(ID).version, made, "handläggaren", f"k{changes}")


def test_what_nobody_touched_changes_nothing(folder: Path) -> None:
    now = evaluation(folder)
    assert case_changes(now, case_values(now), case_from(typed(folder)).values) == ()


def test_every_field_can_be_filled_in_and_emptied_again(folder: Path) -> None:
    filled = {
        "title": "Översyn",
        "name": "Nyköping",
        "inhabitants": "57 000",
        "inhabitants_day": "2025",
        "date": "2026-11-02",
        "body": "Miljönämnden",
        "diarienummer": "MN-2026/1",
        "case_title": "Medlemskap i nätverk",
        "department": "Miljöförvaltningen",
        "officer": "Miljöstrateg",
        "officer_phone": "0155-24 80 00",
        "officer_email": "miljo@nykoping.example",
        "assignment_body": "Miljönämnden",
        "assignment_day": "2026",
        "assignment_paragraph": "14",
        "assignment_text": "att se över medlemskapen",
        "background": "Först detta.\n\nSedan detta.",
        "method": "Samtal.",
        "conclusion": "Bra.",
        "legal": "Inget.",
        "follow_up": "Om ett år.",
        "sent_to": "Nätverket\n\n Ekonomiavdelningen ",
        "signatures": "Kommundirektör",
    }
    assert filled.keys() == PATHS.keys()
    assert isinstance(save(folder, case_values(evaluation(folder)), **filled), Saved)
    now = evaluation(folder)
    assert (now.title, now.municipality.name) == ("Översyn", "Nyköping")
    assert now.municipality.inhabitants == 57000
    assert now.municipality.as_of == date(2025, 12, 31)
    case = now.case
    assert (case.date, case.body, case.diarienummer) == (
        date(2026, 11, 2),
        "Miljönämnden",
        "MN-2026/1",
    )
    assert (case.title, case.department, case.officer) == (
        "Medlemskap i nätverk",
        "Miljöförvaltningen",
        "Miljöstrateg",
    )
    assert case.officer_phone == "0155-24 80 00"
    assert case.officer_email == "miljo@nykoping.example"
    given = case.assignment
    assert given and (given.body, given.date, given.paragraph, given.text) == (
        "Miljönämnden",
        2026,
        14,
        "att se över medlemskapen",
    )
    empty = dict.fromkeys([name for name in filled if name.startswith("assignment")], "")
    empty |= {"diarienummer": "", "case_title": "", "department": "", "officer": ""}
    empty |= {"officer_phone": "", "officer_email": ""}
    assert isinstance(save(folder, case_values(now), **empty), Saved)
    case = evaluation(folder).case
    assert case.assignment is None and case.diarienummer is None and case.department is None


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("title", " ", "Skriv utvärderingens namn."),
        ("name", "", "Skriv kommunens"),
        ("inhabitants", "många", "heltal"),
        ("inhabitants_day", "2031", "senare än ärendets dag"),
        ("date", "i går", "Dagen ska vara ett datum"),
        ("body", "", "Skriv vem som beslutar."),
        ("officer", "F" * 20_001, "ryms i fältet"),
    ],
)
def test_a_wrong_field_is_told(folder: Path, name: str, text: str, told: str) -> None:
    read = case_from(typed(folder, **{name: text}))
    assert list(read.wrong) == [name] and told in read.wrong[name]


def test_a_part_of_an_assignment_keeps_what_the_form_does_not_show() -> None:
    """Huddinge's assignment has a source, and its body is gone: neither is in the form."""
    now = shipped().evaluation
    seen = case_values(now)
    (change,) = case_changes(now, seen, seen | {"assignment_text": "att pröva nyttan"})
    before = now.case.assignment
    assert before and before.source and change.path == ("evaluation", "case", "assignment")
    assert change.new["text"] == "att pröva nyttan"
    assert {k: v for k, v in change.new.items() if k != "text"} == {
        k: v for k, v in change.old.items() if k != "text"
    }
    assert change.new["source"]["document"] == before.source.document


def test_a_colleagues_change_since_the_form_was_shown_is_a_conflict(folder: Path) -> None:
    seen = case_values(evaluation(folder))
    store = YamlStore(folder)
    theirs = Change(("evaluation", "case", "diarienummer"), None, "KS-2026/99")
    assert isinstance(store.save(ID, 0, (theirs,), "kollegan", "k"), Saved)
    told = save(folder, seen, diarienummer="KS-2026/1")
    assert isinstance(told, Conflict) and told.clashes[0].theirs == "KS-2026/99"
    assert evaluation(folder).case.diarienummer == "KS-2026/99"
    assert not isinstance(save(folder, seen, diarienummer="KS-2026/99", body="KF"), Conflict)


def test_where_nobody_knows_what_was_shown_nothing_is_overwritten(folder: Path) -> None:
    seen = case_values(evaluation(folder)) | {"body": UNSEEN}
    assert isinstance(save(folder, seen, body="Miljönämnden"), Conflict)


def test_a_population_typed_in_has_no_longer_the_tables_source(folder: Path) -> None:
    """SCB says 101 408 of Haninge; what a person types instead is not from there."""
    place = read_library(folder).reference.places["0136"]
    haninge = plain(from_table(place, place.called, date(2026, 1, 1)))
    store = YamlStore(folder)
    now = store.get(ID).data["evaluation"]
    changes = [
        Change(("evaluation", "municipality", key), now["municipality"].get(key), value)
        for key, value in haninge.items()
    ]
    changes.append(Change(("evaluation", "documents"), now.get("documents"), plain((POPULATION,))))
    assert isinstance(store.save(ID, None, changes, "anna", "k"), Saved)
    assert evaluation(folder).municipality.source
    kept = save(folder, case_values(evaluation(folder)), department="Miljö")
    assert isinstance(kept, Saved) and evaluation(folder).municipality.source
    assert isinstance(save(folder, case_values(evaluation(folder)), inhabitants="99 000"), Saved)
    who = evaluation(folder).municipality
    assert (who.inhabitants, who.code, who.source) == (99000, None, None)
    others = {day.year: people for day, people in place.populations.items() if day.year != 2025}
    assert who.populations == others, "fees that are counted on another year are as they were"


def test_another_municipality_has_no_populations_of_the_one_before(folder: Path) -> None:
    place = read_library(folder).reference.places["0136"]
    haninge = plain(from_table(place, place.called, date(2026, 1, 1)))
    changes = [
        Change(("evaluation", "municipality", key), None, haninge[key])
        for key in ("code", "populations")
    ]
    assert isinstance(YamlStore(folder).save(ID, 0, changes, "anna", "k"), Saved)
    told = save(folder, case_values(evaluation(folder)), name="Tyresö", inhabitants="49 000")
    assert isinstance(told, Saved)
    assert evaluation(folder).municipality.populations == {}
