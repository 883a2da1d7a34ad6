"""One run of a page asks each question once, of one reading, and sees its own saves."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.answers.place import Place
from components.shell import data as shell_data
from natverkskollen.analysis import scoring
from natverkskollen.dossier import library, opening
from natverkskollen.files import yaml_tree
from natverkskollen.model.answer import Answer
from natverkskollen.output.papers import memo, template
from natverkskollen.store import Saved, YamlStore, read_library, save_answer
from tests.components.answers.given import AnswerField
from tests.components.conftest import Opener, shown

HUDDINGE = "huddinge-2025"
JUDGED = Place(HUDDINGE, "forvaltningen", "sekom", "relevans-for-utmaningar")
# What is asked, and how often a run of a page may ask it.
ASKED = {
    (library, "library_of"): 1,
    (scoring, "evaluate"): 1,
    (memo, "generated_sections"): 1,
    (template, "read_template"): 5,  # one for each title in the list, and the chosen one
    (opening, "opened"): 2,  # Bedöm opens it again when it knows which version it shows
    (yaml_tree, "read_tree"): 0,
}
PAGES = [
    ("overview", {}),
    ("networks", {"natverksfil": "sekom", "del": "uppgifter"}),
    ("networks", {"natverksfil": "sekom", "del": "kostnad"}),
    ("networks", {"del": "fynd"}),
    ("scoring", {"tema": "strategisk-nytta"}),
    ("scoring", {"tema": "kostnad"}),
    ("outcome", {}),
    ("outcome", {"vikter": "lika"}),
    ("outcome", {"avsnitt": "kostnad"}),
    ("outcome", {"avsnitt": "sakerhet"}),
    ("outcome", {"avsnitt": "tillsammans"}),
    ("agreeing", {}),
    ("papers", {}),
    ("papers", {"mall": "kungsbacka-stil"}),
    ("criteria", {}),
    ("history", {}),
    ("closing", {}),
    ("new_evaluation", {}),
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often each is called, from wherever it is imported."""
    counts: Counter[str] = Counter()

    def count(module: object, name: str) -> None:
        real = getattr(module, name)

        def counted(*arguments: object, **named: object) -> object:
            counts[name] += 1
            return real(*arguments, **named)

        for other in list(sys.modules.values()):
            ours = getattr(other, "__name__", "").startswith(("natverkskollen.", "components."))
            if ours and getattr(other, name, None) is real:
                monkeypatch.setattr(other, name, counted)

    for module, name in ASKED:
        count(module, name)
    for name in ("get", "history"):
        real = getattr(YamlStore, name)

        def read(self: YamlStore, *rest: object, _real=real, _name=name) -> object:
            counts[f"store.{_name}"] += 1
            return _real(self, *rest)

        monkeypatch.setattr(YamlStore, name, read)
    yield counts


def within(counts: Counter[str], tried: bool = False) -> bool:
    """Whether nothing was asked more often than it may be; other weights are another result."""
    most = {name: allowed for (_, name), allowed in ASKED.items()}
    most |= {"store.get": 1, "store.history": 1, "evaluate": 1 + tried}
    return all(counts[name] <= allowed for name, allowed in most.items())


@pytest.mark.parametrize(("page", "address"), PAGES, ids=lambda each: str(each))
def test_a_rerun_asks_each_question_once(
    data: Path, open_page: Opener, asked: Counter[str], page: str, address: dict[str, str]
) -> None:
    app = open_page(page, utvardering=HUDDINGE, **address)
    assert not app.exception
    asked.clear()
    app.run()
    assert not app.exception
    assert asked["library_of"] == 1
    assert within(asked), dict(asked)


@pytest.mark.parametrize("page", ["overview", "outcome", "closing", "papers", "scoring"])
def test_the_first_run_after_a_change_counts_once_too(
    data: Path, open_page: Opener, asked: Counter[str], page: str
) -> None:
    app = open_page(page, utvardering=HUDDINGE, tema="kostnad")
    there = read_library(data).dossier(HUDDINGE).sheets["forvaltningen"]
    now = there.answers["sekom"][JUDGED.criterion]
    new = now.model_copy(update={"rationale": f"Ändrat inför {page}."})
    assert isinstance(save_answer(data, *JUDGED.__dict__.values(), now, new), Saved)
    asked.clear()
    app.run()
    assert not app.exception
    assert asked["evaluate"] == 1
    assert within(asked), dict(asked)


def test_the_committees_reading_asks_once(
    data: Path, open_page: Opener, asked: Counter[str]
) -> None:
    app = open_page("overview", utvardering=HUDDINGE, vy="namnd")
    asked.clear()
    app.run()
    assert not app.exception and within(asked), dict(asked)


def rationale(app: AppTest):
    return AnswerField(app, JUDGED.key("rationale"))


def test_a_save_of_ones_own_is_seen_in_the_run_that_makes_it(data: Path, open_page: Opener) -> None:
    app = open_page("scoring", utvardering=HUDDINGE, tema="fokus")
    rationale(app).set_value("Sparat och sett.").run()
    sheet = read_library(data).dossier(HUDDINGE).sheets["forvaltningen"]
    assert sheet.answers["sekom"][JUDGED.criterion].rationale == "Sparat och sett."
    assert "Sparat" in shown(app) and rationale(app).value == "Sparat och sett."
    app.switch_page("history.py").run()
    assert "Sparat och sett." in shown(app)


def test_a_save_of_somebody_elses_is_seen_in_the_next_run(data: Path, open_page: Opener) -> None:
    app = open_page("scoring", utvardering=HUDDINGE, tema="fokus")
    there = read_library(data).dossier(HUDDINGE).sheets["forvaltningen"]
    now = there.answers["sekom"][JUDGED.criterion]
    theirs = now.model_copy(update={"rationale": "En kollegas ord."})
    save_answer(data, *JUDGED.__dict__.values(), now, theirs)
    app.run()
    assert rationale(app).value == "En kollegas ord."


def test_fields_are_never_older_than_the_version_they_are_marked_with(
    data: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague saves between the reading of the version and that of the answers."""
    real, marked = shell_data.versioned, []

    def meanwhile(evaluation: str):
        found = real(evaluation)
        if not marked:
            marked.append(found.version)
            sheet = read_library(data).dossier(HUDDINGE).sheets["forvaltningen"]
            now = sheet.answers["sekom"][JUDGED.criterion]
            theirs = Answer(**{**dict(now), "rationale": "Mitt emellan."})
            assert isinstance(save_answer(data, *JUDGED.__dict__.values(), now, theirs), Saved)
        return found

    monkeypatch.setattr(shell_data, "versioned", meanwhile)
    app = open_page("scoring", utvardering=HUDDINGE, tema="fokus")
    assert rationale(app).value == "Mitt emellan.", "newer than its mark, never older"
