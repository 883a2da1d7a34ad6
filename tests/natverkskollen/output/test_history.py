"""The history as a person would tell it: what was done in one sitting is one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from natverkskollen.output.answer_steps import AnswerHistory
from natverkskollen.output.history import rows
from natverkskollen.store import Change, Entry
from tests.building.dossiers import criteria_set, dossier, judged, theme

DOSSIER = dossier(criteria_set(theme("nytta", 1, judged("anvandning"))), {"a": {}})
START = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TEXT = ("answers", "bedomare-0", "a", "anvandning", "rationale")


def entries(*saves: tuple[float, str, Any], path: tuple[str, ...] = TEXT) -> list[Entry]:
    """A save each, at so many minutes, by somebody, of a new value."""
    made, old = [], None
    for number, (minute, who, value) in enumerate(saves, 1):
        when = START + timedelta(minutes=minute)
        change = Change(path, old, value)
        made.append(Entry(number, "save", number - 1, when, who, "", (change,)))
        old = value
    return made


def told(found: list[Entry]) -> list[tuple[str, str, str]]:
    return [(row.who, row.before, row.after) for row in rows(found, DOSSIER)]


def test_a_text_saved_at_every_pause_is_one_change_from_before_to_after() -> None:
    found = entries((0, "bo", "Vi"), (1, "bo", "Vi använder"), (9, "bo", "Vi använder den."))
    assert told(found) == [("bo", "–", "Vi använder den.")]


def test_the_pause_counts_and_not_the_length_of_the_sitting() -> None:
    found = entries(*((9 * n, "bo", f"{n}") for n in range(5)), (60, "bo", "Sent."))
    assert told(found) == [("bo", "4", "Sent."), ("bo", "–", "4")]


def test_two_people_are_never_one_and_a_colleague_in_between_parts_a_sitting() -> None:
    found = entries((0, "bo", "Ett"), (1, "eva", "Två"), (2, "bo", "Tre"))
    assert told(found) == [("bo", "Två", "Tre"), ("eva", "Ett", "Två"), ("bo", "–", "Ett")]


def test_other_things_done_in_between_are_told_beside_it() -> None:
    one, two = entries((0, "bo", "A")), entries((1, "bo", "4"), path=(*TEXT[:4], "grade"))
    three = entries((2, "bo", "B"))
    found = [one[0], replace(two[0], version=2), replace(three[0], version=3)]
    assert [row.what.split(":")[0] for row in rows(found, DOSSIER)] == [
        "Motiveringen",
        "Vad uppgiften bygger på",
    ]


@pytest.mark.parametrize("kind", ["restore", "import", "merge", "conflict"])
def test_only_plain_saves_are_put_together(kind: Any) -> None:
    first, second = entries((0, "bo", "Ett"), (1, "bo", "Två"))
    assert len(rows([first, replace(second, kind=kind)], DOSSIER)) == 2


def test_an_answer_goes_back_to_what_it_was_before_the_sitting() -> None:
    found = entries((0, "bo", "Ett"), (60, "bo", "Två"), (61, "bo", "Tre"))
    data = {"answers": {"bedomare-0": {"a": {"anvandning": {"rationale": "Tre"}}}}}
    history = AnswerHistory().grown(tuple(found))
    steps = history.steps(TEXT[:4], data, DOSSIER.evaluation.assessors)
    assert [(step.first, step.version, step.before.rationale) for step in steps] == [
        (2, 3, "Ett"),
        (1, 1, None),
    ]


def test_a_history_read_piece_by_piece_is_the_one_read_whole() -> None:
    """Each page reads only what is new; one that is another history is read from its start."""
    texts = [(30 * n, "bo" if n % 3 else "eva", f"text {n}") for n in range(20)]
    found = tuple(entries(*texts))
    assessors = DOSSIER.evaluation.assessors

    def steps(history: AnswerHistory, last: int) -> Any:
        text = {"rationale": texts[last - 1][2]}
        data = {"answers": {"bedomare-0": {"a": {"anvandning": text}}}}
        return history.steps(TEXT[:4], data, assessors)

    piecemeal = AnswerHistory()
    for length in (1, 2, 7, 7, 20):
        piecemeal = piecemeal.grown(found[:length])
        whole = AnswerHistory().grown(found[:length])
        for _ in range(2):  # the second time it is remembered
            assert steps(piecemeal, length) == steps(whole, length)
    other = tuple(entries(*((n, "kim", f"annat {n}") for n in range(20))))
    for another in (other, other[:3]):
        data = {"answers": {"bedomare-0": {"a": {"anvandning": {"rationale": "annat"}}}}}
        told = piecemeal.grown(another).steps(TEXT[:4], data, assessors)
        assert {step.who for step in told} == {"kim"}


def test_a_page_reads_no_version_twice_however_long_the_history_is() -> None:
    """Counted, not timed: what a second look at three thousand versions reads of them."""
    found = tuple(entries(*((n, "bo", f"text {n}") for n in range(3000))))
    read = 0

    class Watched(tuple):
        def __getitem__(self, at: Any) -> Any:
            nonlocal read
            taken = super().__getitem__(at)
            read += len(taken) if isinstance(at, slice) else 1
            return taken

    known = AnswerHistory().grown(found[:2999])
    grown = known.grown(Watched(found))
    assert grown.length == 3000 and read <= 3
    data = {"answers": {"bedomare-0": {"a": {"anvandning": {"rationale": "text 2999"}}}}}
    once = grown.steps(TEXT[:4], data, ())
    assert grown.steps(TEXT[:4], data, ()) is once


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("evaluation", "decisions"), ({"outcome": "continue"},), "ett\u00a0förslag"),
        (("evaluation", "documents"), ({}, {}), "två\u00a0dokument"),
        ((*TEXT[:4], "evidence"), ({}, {}, {}), "tre\u00a0belägg"),
        (("evaluation", "final"), {"at": "2026-11-27", "by": "chefen", "hash": "ab12"}, "chefen"),
        (("evaluation", "memo_texts", "x"), {"text": "Min text.", "of": "ff00"}, "Min text."),
    ],
)
def test_lists_are_counted_in_their_own_words_and_no_hash_is_shown(
    path: tuple[str, ...], value: Any, words: str
) -> None:
    after = rows(entries((0, "bo", value), path=path), DOSSIER)[0].after
    assert words in after
    assert not any(inner in after for inner in ("ab12", "ff00", "post"))


def test_few_people_and_networks_are_named_and_many_counted() -> None:
    anna, bo = {"id": "anna", "role": "Ekonom"}, {"id": "bo", "role": "Miljöstrateg"}
    done = {**bo, "submitted": "2026-11-27"}
    path = ("evaluation", "assessors")
    found = entries(
        (0, "bo", (anna,)), (60, "bo", (anna, bo)), (120, "bo", (anna, done)), path=path
    )
    assert [after for _, _, after in told(found)] == [
        "Ekonom och Miljöstrateg (har lämnat in)",
        "Ekonom och Miljöstrateg",
        "Ekonom",
    ]
    both = ({"network": "a", "member": True}, {"network": "borta", "member": False})
    ((_, before, after),) = told(entries((0, "bo", both), path=("evaluation", "memberships")))
    assert (before, after) == ("–", "A och borta")
    many = tuple({"network": f"n{at}", "member": True} for at in range(12))
    ((_, _, after),) = told(entries((0, "bo", many), path=("evaluation", "memberships")))
    assert after == "tolv\u00a0medlemskap"
