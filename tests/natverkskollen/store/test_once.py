"""A save reads, parses and validates each file at most once, and the next reading none of them."""

from __future__ import annotations

import os
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from natverkskollen.dossier import file_reading
from natverkskollen.files import reading, yaml_tree
from natverkskollen.files.cache import Cache
from natverkskollen.files.file_cache import FileCache
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.store import (
    Change,
    Failed,
    Saved,
    YamlStore,
    lock,
    read_library,
    save_answer,
    sheaf,
)
from tests.building.folders import (
    ID,
    evaluation_folder,
    field,
    journal_path,
    put,
    shipped_folder,
)

ASSESSORS = ("anna", "bo-1")
HUDDINGE = "huddinge-2025"


@pytest.fixture
def folder(folder: Path) -> Path:
    """The small evaluation with an answer by each of its two assessors."""
    store = YamlStore(folder)
    for assessor in ASSESSORS:
        put(store, field("score", assessor), 4, f"förut {assessor}", assessor)
    return folder


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often each file is opened, anything is parsed, and each model is validated."""
    counts: Counter[str] = Counter()
    whole, opened, built = yaml_tree.read_tree, os.open, BaseModel.model_validate.__func__

    def parse(raw: bytes) -> yaml_tree.Tree:
        counts["parsed"] += 1
        return whole(raw)

    def validate(cls: type[BaseModel], *arguments: object, **named: object) -> BaseModel:
        counts["validated"] += 1
        return built(cls, *arguments, **named)

    def open_(path: object, flags: int, *mode: int) -> int:
        if not flags & (os.O_WRONLY | os.O_RDWR) and Path(str(path)).suffix in (".yaml", ".jsonl"):
            counts[f"read {Path(str(path)).name}"] += 1
        return opened(path, flags, *mode)

    for module in (reading, sheaf):
        monkeypatch.setattr(module, "read_tree", parse)
    monkeypatch.setattr(BaseModel, "model_validate", classmethod(validate))
    monkeypatch.setattr(os, "open", open_)
    yield counts


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has been read before, as in a program that has just started."""
    monkeypatch.setattr(file_reading, "_CONTENT", Cache(512))
    monkeypatch.setattr(file_reading, "_FILES", FileCache(512))


def save(folder: Path, words: str):
    seen = read_library(folder).dossier(ID).sheets["anna"].answers["norr"]["bredd"]
    new = seen.model_copy(update={"rationale": words})
    return lambda: save_answer(folder, ID, "anna", "norr", "bredd", seen, new)


def test_a_save_reads_each_file_once_and_validates_the_one_it_changes(folder, counted) -> None:
    act = save(folder, "Nytt.")
    counted.clear()
    assert isinstance(act(), Saved)
    names = ("evaluation.yaml", "criteria.yaml", "anna.yaml", "bo-1.yaml", "history.jsonl")
    reads = {name: count for name, count in counted.items() if name.startswith("read ")}
    assert reads == {f"read {name}": 1 for name in names}
    assert counted["validated"] == 1, "the sheet that changed"
    assert counted["parsed"] == 1, "the same, read back before it is written"


def test_the_reading_after_a_save_parses_and_validates_nothing(folder, counted) -> None:
    assert isinstance(save(folder, "Nytt.")(), Saved)
    counted.clear()
    assert read_library(folder).dossier(ID).sheets["anna"].answers["norr"]["bredd"].rationale
    assert (counted["parsed"], counted["validated"]) == (0, 0)


def test_a_program_that_has_read_nothing_reads_each_file_once(
    folder, counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget(monkeypatch)
    store = YamlStore(folder)
    changes = [Change(field("rationale"), "Så var det från början.", "Nytt.")]
    counted.clear()
    assert isinstance(store.save(ID, None, changes, "anna", "k"), Saved)
    assert max(count for name, count in counted.items() if name.startswith("read ")) == 1
    # Three files as they lie, the criteria and two networks they point at, and the new sheet.
    assert counted["validated"] <= 7
    assert counted["parsed"] <= 7


def test_what_is_kept_after_a_save_is_what_a_fresh_reading_gives(
    folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(save(folder, "Två\nrader och A\u030a.")(), Saved)
    path = evaluation_folder(folder) / "answers" / "anna.yaml"
    name = f"evaluations/{ID}/answers/anna.yaml"
    kept = file_reading.read_content(path.read_bytes(), name)
    forget(monkeypatch)
    fresh = file_reading.read_content(path.read_bytes(), name)
    assert kept is not fresh and kept.model == fresh.model and isinstance(kept.model, AnswerSheet)
    assert (kept.tree.data, kept.tree.lines) == (fresh.tree.data, fresh.tree.lines)


@pytest.mark.parametrize("base", ["A\u030a", "e\u0301 \u1e9b\u0323", "\u212b"])
def test_a_text_typed_with_loose_accents_is_saved_as_it_reads_back(folder, base: str) -> None:
    store = YamlStore(folder)
    assert isinstance(put(store, field("rationale"), base, "k"), Saved)
    now = store.get(ID).data["answers"]["anna"]["norr"]["bredd"]["rationale"]
    there = read_library(folder).dossier(ID).sheets["anna"].answers["norr"]["bredd"].rationale
    assert now == there
    assert store.verify(ID) == ()


@pytest.mark.parametrize("role", ["Milj\u006f\u0308strateg", "A\u2000b", "\u212bsa"])
def test_a_role_typed_with_loose_accents_breaks_no_history(tmp_path: Path, role: str) -> None:
    """The first save of an evaluation made by hand seals two lines, each on the one before. The
    first was sealed as the role was typed and read back composed."""
    shipped_folder(tmp_path / "data")
    store = YamlStore(tmp_path / "data")
    assert store.history(HUDDINGE) == ()
    title = store.get(HUDDINGE).data["evaluation"]["title"]
    changes = [Change(("evaluation", "title"), title, "Nu")]
    assert store.save(HUDDINGE, 0, changes, role, "k") == Saved(2)
    assert YamlStore(tmp_path / "data").verify(HUDDINGE) == ()
    assert store.history(HUDDINGE)[-1].actor == unicodedata.normalize("NFC", role)


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        (field("rationale"), "x" * 1_100_000, "högst 100\u00a0000 ryms"),
        (field("rationale"), "x" * 20_000_000, "högst 100\u00a0000 ryms"),
        (("evaluation", "title"), "å" * 600_000, "högst 100\u00a0000 ryms"),
        (field("evidence"), tuple({"claim": "y" * 60_000} for _ in range(24)), "större än 1 MB"),
    ],
)
def test_what_the_reader_would_refuse_is_never_written(folder, path, text, words) -> None:
    store = YamlStore(folder)
    before = {p: p.read_bytes() for p in evaluation_folder(folder).rglob("*") if p.is_file()}
    told = put(store, path, text, "k")
    assert isinstance(told, Failed) and words in told.what and told.remedy
    assert {p: p.read_bytes() for p in before} == before
    assert read_library(folder).problems == ()
    assert isinstance(put(store, field("rationale"), "Kort.", "k2"), Saved)


def test_many_threads_save_and_read_one_evaluation(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight people in one process: every acknowledged save is a version, and none is lost."""
    read_library(folder)
    told: list = []
    broken: list[object] = []

    def person(number: int) -> None:
        for turn in range(6):
            library = read_library(folder)
            if library.problems:
                broken.append(library.problems)
            words = f"Person {number}, gång {turn}."
            while True:
                sheet = read_library(folder).dossier(ID).sheets["anna"]
                seen = sheet.answers["norr"].get("djup", Answer())
                new = Answer(score=3, rationale=words)
                outcome = save_answer(folder, ID, "anna", "norr", "djup", seen, new)
                if not hasattr(outcome, "clashes"):
                    break
            told.append(outcome)

    monkeypatch.setattr(lock, "SECONDS", 60.0)  # it is what is lost that is looked for
    threads = [threading.Thread(target=person, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    assert len(told) == 48 and not any(isinstance(each, Failed) for each in told)
    store = YamlStore(folder)
    assert store.verify(ID) == ()
    texts = [
        change.new
        for entry in store.history(ID)
        for change in entry.changes
        if change.path == field("rationale", criterion="djup")
    ]
    assert sorted(texts) == sorted(f"Person {n}, gång {t}." for n in range(8) for t in range(6))
    assert journal_path(folder).read_bytes().endswith(b"\n")
