"""A file becomes a model or a list of reasons; nothing that can stand in a file raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import MOST_PROBLEMS, read_model
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from tests import ROOT
from tests.thorough import FULL

VALID = ROOT / "tests/broken" / "valid"
MODELS = {
    "criteria": CriteriaSet,
    "networks": Network,
    "evaluation": Evaluation,
    "answers": AnswerSheet,
}
TEXTS = {kind: (VALID / f"{kind}.yaml").read_bytes() for kind in MODELS}
ANY_SPEED = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400
)


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A file that is written anew for every example."""
    return tmp_path_factory.mktemp("reading") / "fil.yaml"


def read(place: Path, raw: bytes, kind: str):
    """The reading of some bytes as one kind of file."""
    place.write_bytes(raw)
    return read_model(place, f"{kind}/fil.yaml", MODELS[kind])


def check(reading, rows: int) -> None:
    """A model and no problems, or no model and problems a person can act on."""
    assert (reading.model is None) == bool(reading.problems)
    assert len(reading.problems) <= MOST_PROBLEMS + 1
    assert list(reading.problems) == sorted(set(reading.problems))
    for problem in reading.problems:
        assert problem.file == reading.name
        assert 0 <= problem.line <= rows
        assert problem.what.strip() and problem.remedy.strip()
        assert len(str(problem)) < 5_000


def rows_of(raw: bytes) -> int:
    """How many rows an editor shows."""
    return raw.count(b"\n") + 1


@ANY_SPEED
@given(raw=st.binary(max_size=200), kind=st.sampled_from(list(MODELS)))
def test_no_bytes_at_all_raise(place, raw, kind):
    """Also those that are no text."""
    check(read(place, raw, kind), rows_of(raw))


@ANY_SPEED
@given(
    raw=st.text(st.sampled_from("ab1 \n\n:-[]{}\"'!&*%@`|>?#,\\.~<=\tå"), max_size=60),
    kind=st.sampled_from(list(MODELS)),
)
def test_no_text_of_yaml_signs_raises(place, raw, kind):
    """Random bytes seldom come past the first row; these do."""
    check(read(place, raw.encode(), kind), rows_of(raw.encode()))


@st.composite
def mutated(draw):
    """A valid file with a few rows deleted, doubled, moved or indented, or characters changed."""
    kind = draw(st.sampled_from(list(MODELS)))
    rows = TEXTS[kind].decode().split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(rows) - 1))
        how = draw(st.sampled_from(["delete", "double", "move", "indent", "value", "sign"]))
        row = rows[at]
        if how == "delete" and len(rows) > 1:
            del rows[at]
        elif how == "double":
            rows.insert(at, row)
        elif how == "move":
            rows.insert(draw(st.integers(0, len(rows) - 1)), rows.pop(at))
        elif how == "indent":
            rows[at] = " " * draw(st.integers(0, 8)) + row.lstrip()
        elif how == "value":
            values = [
                "",
                "null",
                "true",
                "[]",
                "{}",
                "[1, [2]]",
                "{a: {b: 1}}",
                "-1",
                "0.5",
                "x",
                '"1"',
            ]
            rows[at] = row.partition(":")[0] + ": " + draw(st.sampled_from(values))
        else:
            place = draw(st.integers(0, len(row)))
            sign = draw(st.sampled_from([*" \t:-[]{}\"'!&*%@`|>?#,\\\0\u0085\u2028\ufeff9å"]))
            rows[at] = row[:place] + sign + row[place + draw(st.integers(0, 1)) :]
    return kind, "\n".join(rows).encode()


@settings(ANY_SPEED, max_examples=6_000 if FULL else 400)
@given(case=mutated())
def test_no_slip_in_a_file_that_was_right_raises(place, case):
    """The files people break are their own."""
    kind, raw = case
    check(read(place, raw, kind), rows_of(raw))


@pytest.mark.parametrize("kind", MODELS)
def test_every_row_can_be_taken_out_without_anything_raised(place, kind):
    """Each key missing once, in every place."""
    rows = TEXTS[kind].split(b"\n")
    told = 0
    for at in range(len(rows) - 1):
        reading = read(place, b"\n".join(rows[:at] + rows[at + 1 :]), kind)
        check(reading, len(rows))
        told += bool(reading.problems)
    assert told > len(rows) / 3


@pytest.mark.parametrize("kind", MODELS)
def test_a_file_cut_off_anywhere_raises_nothing(place, kind):
    """As an interrupted copy leaves it."""
    raw = TEXTS[kind]
    for end in range(0, len(raw), 7):
        check(read(place, raw[:end], kind), rows_of(raw))


def test_of_very_many_problems_the_first_are_told_and_that_there_are_more(place):
    """Nobody reads forty thousand rows, and making them would take its time."""
    raw = TEXTS["criteria"] + b"".join(b"k%d: 1\n" % n for n in range(5_000))
    problems = read(place, raw, "criteria").problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].what == f"filen har fler fel än de {MOST_PROBLEMS} första"
    assert problems[-1].line == problems[-2].line + 1


def test_a_missing_file_and_a_folder_in_its_place_are_told_as_such(tmp_path):
    """No name of an exception reaches a person."""
    missing = read_model(tmp_path / "finns-inte.yaml", "criteria/a.yaml", CriteriaSet)
    assert [(p.line, p.what) for p in missing.problems] == [(0, "filen finns inte")]
    (tmp_path / "mapp.yaml").mkdir()
    folder = read_model(tmp_path / "mapp.yaml", "criteria/a.yaml", CriteriaSet)
    assert folder.model is None
    assert "Error" not in str(folder.problems[0])


def test_a_misspelt_key_is_told_once_with_the_key_that_was_meant(place):
    """Told as unknown and as missing it would look like two mistakes."""
    raw = TEXTS["networks"].replace(b"    label: Medlemmar\n", b"    lable: Medlemmar\n")
    assert [p.what for p in read(place, raw, "networks").problems] == [
        "nyckeln 'lable' är okänd, och label saknas"
    ]


def test_an_unknown_key_unlike_the_missing_one_is_told_beside_it(place):
    """A guess that is wrong would hide one of two mistakes."""
    raw = TEXTS["networks"].replace(b"    label: Medlemmar\n", b"    zzzzz: Medlemmar\n")
    assert [p.what for p in read(place, raw, "networks").problems] == [
        "nyckeln label saknas",
        "nyckeln 'zzzzz' är okänd",
    ]


def test_a_mistake_in_the_first_of_two_equal_keys_is_told_on_its_own_line(place):
    """The second one is somewhere else and is not read."""
    raw = TEXTS["criteria"].replace(b"keep_from: 60", b"keep_from: 160")
    raw += b"verdict:\n  keep_from: 10\n"
    problems = read(place, raw, "criteria").problems
    assert [(p.line, p.what[:9]) for p in problems] == [
        (8, "keep_from"),
        (raw.count(b"\n") - 1, "nyckeln '"),
    ]


def test_a_problem_at_a_path_is_placed_on_its_line(place):
    """So that what other parts find out about a file points into it too."""
    reading = read(place, TEXTS["networks"], "networks")
    told = reading.problem(("facts", 1, "value"), "a", "B")
    assert told == Problem("networks/fil.yaml", 46, "a", "B")
    assert str(told) == "networks/fil.yaml, rad 46: a. B."


def test_a_key_a_model_takes_as_number_is_found_again_as_it_stands_in_the_file(place):
    """pydantic writes 0.50 its own way; the row must be found all the same."""
    raw = TEXTS["criteria"].replace(b"          40000: 50\n", b"          0.50: 500\n")
    (problem,) = read(place, raw, "criteria").problems
    assert (problem.line, problem.what) == (
        48,
        "0.50 i value ska vara högst 100, men är talet 500",
    )
