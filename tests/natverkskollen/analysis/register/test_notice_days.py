"""The next day to give notice, against a calendar walked day by day and against statutes' words."""

from __future__ import annotations

import random
from datetime import date

import pytest

from natverkskollen.analysis.register.notice_days import (
    leaves_on,
    next_notice,
    next_words,
    rule_words,
)
from natverkskollen.model.notice import EXAMPLES, Notice, rule_of
from natverkskollen.swedish.signs import HARD
from tests.building.notice_rules import rules
from tests.oracle.notice import due_days, next_due
from tests.thorough import FULL

FIRST, LAST = date(2026, 1, 1), date(2046, 12, 31)


def test_the_next_day_is_the_oracles_for_every_kind_of_rule_on_every_day() -> None:
    """ROBUST=1: 210 rules × 7 670 days. Else a seeded sample of both; leap days always."""
    found = list(rules(210, seed=18))
    asked = found if FULL else random.Random(2).sample(found, 28)
    for phrase, rule in asked:
        notice = Notice(rule=phrase)
        expected = next_due(due_days(rule, FIRST, LAST), FIRST, LAST)
        assert len(expected) == 7670
        days = expected if FULL else random.Random(phrase).sample(sorted(expected), 150)
        leap = [day for day in expected if (day.month, day.day) in ((2, 28), (2, 29), (12, 31))]
        for day in (*days, *leap):
            ours = next_notice(notice, day)
            assert (ours and ours.day) == expected[day], (phrase, day)


@pytest.mark.parametrize("phrase", EXAMPLES)
def test_every_example_reads_and_is_a_whole_sentence_without_the_phrase_of_a_program(
    phrase: str,
) -> None:
    words = rule_words(Notice(rule=phrase).says)
    assert words[0].isupper() and words.endswith(".") and "  " not in words


@pytest.mark.parametrize(
    ("phrase", "today", "day", "ends"),
    [
        # Geoforum: senast den 30 november året innan utträdet ska ske.
        ("senast 30 november året före", "2026-11-30", "2026-11-30", "2026-12-31"),
        ("senast 30 november året före", "2026-12-01", "2027-11-30", "2027-12-31"),
        # NFKK § 4: innen 1. oktober i det forutgående år.
        ("före 1 oktober året före", "2026-10-01", "2027-09-30", "2027-12-31"),
        ("senast 3 månader före årets slut", "2026-01-01", "2026-09-30", "2026-12-31"),
        ("senast 31 december två år före", "2026-01-01", "2026-12-31", "2027-12-31"),
        ("förnyas senast sista februari varje år", "2027-03-01", "2028-02-29", "2028-02-29"),
        (
            "avtal till 29 februari 2024, förlängs 1 år i taget, senast 3 månader före",
            "2026-11-27",
            "2026-11-28",
            "2027-02-28",
        ),
    ],
)
def test_the_rules_of_real_associations(phrase: str, today: str, day: str, ends: str) -> None:
    found = next_notice(Notice(rule=phrase), date.fromisoformat(today))
    assert found and (found.day.isoformat(), str(found.ends)) == (day, ends)


@pytest.mark.parametrize(
    ("phrase", "given", "out"),
    [
        ("senast 30 september året före", "2026-09-30", "2026-12-31"),
        ("senast 30 september året före", "2026-10-01", "2027-12-31"),
        ("6 månaders uppsägningstid", "2026-08-31", "2027-02-28"),
        ("senast på årsmötet året före", "2026-04-02", "2026-12-31"),
        ("avtal till 31 december 2027", "2026-04-02", "2027-12-31"),
        ("okänt", "2026-04-02", None),
    ],
)
def test_once_notice_is_given_no_day_is_left_and_the_last_day_is_told(
    phrase: str, given: str, out: str | None
) -> None:
    notice = Notice(rule=phrase, given=date.fromisoformat(given))
    assert next_notice(notice, date(2026, 1, 1)) is None
    assert leaves_on(notice) == (date.fromisoformat(out) if out else None)
    assert next_words(notice, date(2026, 1, 1)).startswith(f"Uppsagt den{HARD}")


def test_a_meeting_whose_day_is_not_known_is_asked_for() -> None:
    past = Notice(rule="senast på årsmötet året före", meeting=date(2026, 5, 1))
    assert next_words(past, date(2026, 5, 2)) == "Skriv in dagen för nästa årsmöte."
    found = next_notice(past, date(2026, 5, 1))
    assert found and found.day == date(2026, 5, 1)


@pytest.mark.parametrize(
    "phrase",
    [
        "när det passar",
        "senast 31 april året före",
        "senast 30 februari året före",
        "avtal till 31 december 99999",
        "avtal till 2027-02-29",
        "senast  månader före årets slut",
        "senast 30 september 0 år före",
        "avtal till 31 december 2027, förlängs 0 år i taget",
    ],
)
def test_a_phrase_that_says_no_rule_is_none(phrase: str) -> None:
    assert rule_of(phrase) is None
