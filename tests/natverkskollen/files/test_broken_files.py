"""One broken file per mistake: what a person is told about it, and on which line.

tests/broken/valid holds one small file of each kind that is right; every other file in
tests/broken is a copy of one of them with the single mistake its name says.
tests/broken/expected.yaml tells the line and words that the one message must hold.
"""

from __future__ import annotations

import re

import pytest
import yaml

from natverkskollen.files.reading import read_model
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.register import RegisteredMembership
from tests import ROOT

BROKEN = ROOT / "tests/broken"
MODELS = {
    "criteria": CriteriaSet,
    "networks": Network,
    "memberships": RegisteredMembership,
    "evaluation": Evaluation,
    "answers": AnswerSheet,
}
EXPECTED = yaml.safe_load((BROKEN / "expected.yaml").read_text(encoding="utf-8"))
# Words that only our tools use. Key names (value, source) are words of the file, not of a tool.
ENGLISH = re.compile(
    r"\b(input|should|expected|valid|invalid|found|mapping|sequence|scalar|token|stream|"
    r"parsing|scanning|block|flow|indicator|anchor|alias|tag|tuple|dict|string|integer|"
    r"decimal|instance|literal|extra|field|type|None|True|False|got|error|Error|byte|bytes)\b"
)


def told_about(name: str):
    """The reading of one broken file."""
    return read_model(BROKEN / name, name, MODELS[name.split("/")[0]])


@pytest.mark.parametrize("kind", MODELS)
def test_the_files_that_the_broken_ones_are_made_from_are_right(kind):
    """Otherwise a message could be about something else than the mistake in the name."""
    reading = read_model(BROKEN / "valid" / f"{kind}.yaml", kind, MODELS[kind])
    assert reading.problems == ()
    assert isinstance(reading.model, MODELS[kind])


def test_every_broken_file_has_an_expectation_and_every_expectation_a_file():
    """A file nobody expects anything of would prove nothing."""
    files = {
        path.relative_to(BROKEN).as_posix() for kind in MODELS for path in (BROKEN / kind).iterdir()
    }
    assert files == set(EXPECTED)
    assert len(files) >= 150


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_yields_one_message_about_its_one_mistake(name):
    """One mistake, one message, in the right place, with what is wrong and what to do."""
    reading = told_about(name)
    assert reading.model is None
    assert [(p.file, p.line) for p in reading.problems] == [(name, EXPECTED[name]["line"])]
    (problem,) = reading.problems
    for words in EXPECTED[name]["what"]:
        assert words in problem.what
    for words in EXPECTED[name]["remedy"]:
        assert words in problem.remedy


@pytest.mark.parametrize("name", EXPECTED)
def test_the_message_of_a_broken_file_is_swedish_on_one_short_row(name):
    """No tool speaks through it, nothing in it is hidden, and it ends with the remedy."""
    (problem,) = told_about(name).problems
    line = EXPECTED[name]["line"]
    assert str(problem) == f"{name}, rad {line}: {problem.what}. {problem.remedy}."
    # What is quoted from the file is the person's own words.
    ours = re.sub(r"'[^']*'", "", f"{problem.what}. {problem.remedy}").replace("!!python", "")
    assert not ENGLISH.search(ours), str(problem)
    assert str(problem).isprintable()
    assert len(str(problem)) < 330
    assert not problem.what.endswith(".") and not problem.remedy.endswith(".")
    assert problem.remedy[0].isupper()


def test_each_expectation_asks_for_two_words_and_a_remedy():
    """An expectation of a single common word would let a wrong message pass."""
    poor = [n for n, e in EXPECTED.items() if len(e["what"]) < 2 or not all(e["remedy"])]
    assert poor == []
    assert all(e["remedy"] for e in EXPECTED.values())


def test_two_mistakes_in_one_file_are_both_told_in_the_order_of_the_rows(tmp_path):
    """A person puts the whole file right in one go."""
    text = (BROKEN / "valid" / "criteria.yaml").read_text(encoding="utf-8")
    text = text.replace("keep_from: 60", "keep_from: 160").replace("cost: true", "cost: ja")
    path = tmp_path / "samling.yaml"
    path.write_text(text, encoding="utf-8")
    problems = read_model(path, "criteria/samling.yaml", CriteriaSet).problems
    assert [p.line for p in problems] == [8, 40]
