"""Days, reasons and years of a membership, by hand: also when one has left, and in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from natverkskollen.analysis.register.days import days_between, notice_of, overdue
from natverkskollen.analysis.register.expectations import turned_out
from natverkskollen.analysis.register.notice_days import short_words
from natverkskollen.analysis.register.readings import last_readings, readings_of
from natverkskollen.analysis.register.register import register_of
from natverkskollen.analysis.register.triggers import triggers
from natverkskollen.analysis.register.use import use_in
from natverkskollen.analysis.register.yearly import year_report
from natverkskollen.dossier.library import Library
from natverkskollen.model.network import Network, Terms
from natverkskollen.model.notice import Notice
from natverkskollen.model.own_municipality import EvaluateWhen
from natverkskollen.model.register import RegisteredMembership
from natverkskollen.store import read_library
from tests.building.folders import ID, small_folder
from tests.building.register import membership, register_folder

TODAY = date(2026, 11, 27)
LATER = date(2029, 12, 31)


@pytest.fixture
def network(tmp_path: Path) -> Network:
    norr = read_library(small_folder(tmp_path / "data")).networks["norr"]
    terms = Terms(notice="Före den 1 oktober.", fee_day="01-31", last_notice_day="09-30")
    return norr.model_copy(update={"terms": terms})


def test_no_fee_falls_due_after_the_last_day_as_a_member(network: Network) -> None:
    def days(**said: Any) -> list[tuple[str, int]]:
        found = days_between("norr", membership(**said), network, TODAY, LATER)
        return [(each.kind, each.day.year) for each in found]

    kept = [("fee", 2027), ("fee", 2028), ("fee", 2029)]
    assert [each for each in days() if each[0] == "fee"] == kept
    assert days(notice={"given": date(2026, 9, 1)}) == [("leaves", 2026)]
    after = {"notice": {"given": date(2026, 10, 1)}}  # a day too late: one year more
    assert days(**after) == [("fee", 2027), ("leaves", 2027)]
    assert days(ended=2027) == [("fee", 2027), ("notice", 2027)]


@pytest.mark.parametrize("words", ["okänt", "Okänt", "okänt."])
def test_the_networks_own_day_holds_where_ours_is_not_known(words: str, network: Network) -> None:
    notice = notice_of(membership(notice={"rule": words}), network)
    assert short_words(notice, TODAY) == "2027-09-30"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "okänt"),
        ({"rule": "kan inte sägas upp"}, "kan inte sägas upp"),
        ({"rule": "senast på årsmötet året före"}, "på årsmötet"),
        ({"rule": "förnyas senast 31 januari varje år"}, "förnyas 2027-01-31"),
        ({"rule": "avtal till 31 december 2025"}, "avtalet gick ut 2025-12-31"),
        ({"rule": "6 månaders uppsägningstid"}, "2027-06-30"),
        (
            {"rule": "6 månaders uppsägningstid", "given": date(2026, 8, 31)},
            "uppsagt, upphör 2027-02-28",
        ),
        ({"given": date(2026, 8, 31)}, "uppsagt"),
    ],
)
def test_the_day_in_a_narrow_column_or_why_there_is_none(said: dict[str, Any], told: str) -> None:
    assert short_words(Notice(**said), TODAY) == told


def test_a_year_tells_of_those_who_were_members_and_not_of_those_who_had_left(
    tmp_path: Path,
) -> None:
    folder = small_folder(tmp_path / "data")
    (folder / "memberships").mkdir()
    (folder / "memberships" / "norr.yaml").write_text(
        "schema: 1\nnetwork: norr\nsince: 2020\n"
        "notice: {rule: senast 30 september året före, given: 2024-05-01}\n",
        "utf-8",
    )
    register = register_of(read_library(folder), TODAY)
    told = {year: len(year_report(register, year).rows) for year in (2019, 2020, 2024, 2025, 2026)}
    assert told == {2019: 0, 2020: 1, 2024: 1, 2025: 0, 2026: 0}


def test_a_rise_of_long_ago_is_no_reason_and_an_agreement_that_ran_out_is() -> None:
    def paid(*years: int) -> dict[str, Any]:
        amounts = [Decimal(1000), Decimal(1500)]
        return {"paid": [{"year": y, "amount": a} for y, a in zip(years, amounts, strict=True)]}

    busy = {"log": {"a": {"day": TODAY, "what": "möte", "text": "Träff.", "by": "Ekolog"}}}
    rose = triggers(membership(**busy, **paid(2024, 2025)), None, TODAY, EvaluateWhen())
    assert rose == ("Avgiften höjdes 50 procent från 2024 till 2025.".replace("50 ", "50\u00a0"),)
    assert triggers(membership(**busy, **paid(2014, 2015)), None, TODAY, EvaluateWhen()) == ()
    out = membership(**busy, notice={"rule": "avtal till 31 december 2025"})
    (told,) = triggers(out, None, TODAY, EvaluateWhen())
    assert told.replace("\u00a0", " ") == "Avtalet gick ut den 31 december 2025."


def test_a_municipality_sets_its_own_limits_for_evaluating_before_its_turn(
    tmp_path: Path,
) -> None:
    """12 per cent up, ten months without a line, and 200 days to the last day to leave."""
    folder = register_folder(tmp_path / "data")
    (folder / "memberships" / "norr.yaml").write_text(
        "schema: 1\nnetwork: norr\npaid: [{year: 2025, amount: 1000}, {year: 2026, amount: 1120}]\n"
        "notice: {rule: senast 30 september året före}\n"
        "log: {a: {day: 2025-05-14, what: möte, text: Träff., by: Ekolog}}\n",
        "utf-8",
    )
    own = folder / "municipality.yaml"
    today = date(2026, 3, 14)

    def reasons(**limits: int) -> tuple[bool, bool, bool]:
        said = ", ".join(f"{name}: {limit}" for name, limit in limits.items())
        own.write_text(
            f'schema: 1\nname: Haninge kommun\ncode: "0136"\nevaluate_when: {{{said}}}\n', "utf-8"
        )
        library = read_library(folder)
        assert library.problems == ()
        (row,) = [r for r in register_of(library, today).rows if r.id == "norr"]
        told = " ".join(row.reasons)
        return "Avgiften höjdes" in told, "i loggen sedan" in told, "sista dag" in told

    assert reasons() == (True, False, False)
    assert reasons(fee_up=12) == (False, False, False)
    assert reasons(quiet_months=9) == (True, True, False)
    assert reasons(notice_months=7, fee_up=11) == (True, False, True)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ([1], "2026: ett möte, 1 timme"),
        ([Decimal("0.5"), Decimal("0.5"), 0], "2026: tre möten, 1 timme"),
        ([Decimal("2.5"), None], "2026: två möten, 2,5 timmar"),
        ([None], "2026: ett möte"),
        ([], "2026: inget i loggen"),
    ],
)
def test_one_hour_is_one_hour(hours: list[Any], words: str) -> None:
    line = {"day": TODAY, "what": "möte", "text": "Träff.", "by": "Ekolog"}
    log = {f"a{at}": line | ({} if h is None else {"hours": h}) for at, h in enumerate(hours)}
    assert use_in(membership(log=log), 2026).words.replace("\u00a0", " ") == words


def test_a_seat_that_another_follows_is_not_late() -> None:
    ended = {"role": "Ledamot", "from": 2024, "to": 2025}
    assert [each.kind for each in overdue("a", membership(seats=[ended]), None, TODAY)] == ["seat"]
    again = membership(seats=[ended, {"role": "Ledamot", "from": 2026}])
    assert overdue("a", again, None, TODAY) == ()


def test_what_was_expected_is_told_from_ten_on_and_by_the_name_of_who_expected_it() -> None:
    def of(count: int) -> RegisteredMembership:
        told = {"text": "x", "by": date(2025, 1, 1), "told": date(2025, 2, 1), "probability": 80}
        came = [{**told, "id": f"a{at}", "came": "ja" if at else "nej"} for at in range(count)]
        return membership(expectations=came)

    assert turned_out([of(9)]) == ()
    assert turned_out([of(10)], "nämnden") == (
        "Det nämnden kallade troligt inträffade i 9 av 10 fall.",
    )


def test_only_the_latest_evaluation_is_opened_for_a_register_and_all_for_one_membership(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_folder(tmp_path / "data")
    first = folder / "evaluations" / ID
    for year in (2023, 2024):
        copy = folder / "evaluations" / f"ar-{year}"
        copy.mkdir()
        text = (first / "evaluation.yaml").read_text("utf-8")
        text = text.replace(f"id: {ID}", f"id: ar-{year}").replace("2026-11-01", f"{year}-11-01")
        (copy / "evaluation.yaml").write_text(text, "utf-8")
    (folder / "memberships").mkdir()
    for name in ("norr", "soder"):
        (folder / "memberships" / f"{name}.yaml").write_text(f"schema: 1\nnetwork: {name}\n")
    library = read_library(folder)
    asked: list[str] = []
    real = Library.opened

    def opened(self: Library, id_: str) -> Any:
        asked.append(id_)
        return real(self, id_)

    monkeypatch.setattr(Library, "opened", opened)
    found = last_readings(library, library.memberships)
    assert {each.evaluation for each in found.values()} == {ID} and set(asked) == {ID}
    days = [each.day.year for each in readings_of(library, library.memberships["norr"])]
    assert days == [2026, 2024, 2023] and set(asked) == {ID, "ar-2023", "ar-2024"}
