"""The chain: a change of any line is found and named, and nothing is built on a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from natverkskollen.store import Change, Failed, Saved, YamlStore
from natverkskollen.store.yaml_store import DELETED
from tests.building.folders import (
    ID,
    evaluation_folder,
    field,
    journal_path,
    put,
)


@pytest.fixture
def folder(folder: Path) -> Path:
    """An evaluation with five lines of history."""
    store = YamlStore(folder)
    for number, name in enumerate(("score", "grade", "rationale", "score")):
        value = {"score": number + 1, "grade": "A", "rationale": "Å, ä och ö."}[name]
        assert isinstance(put(store, field(name), value, f"k{number}"), Saved)
    assert store.verify(ID) == ()
    return folder


def test_a_change_of_any_line_is_found_and_named(folder: Path) -> None:
    path = journal_path(folder)
    whole = path.read_bytes()
    store = YamlStore(folder)
    start = 0
    for number, row in enumerate(whole.splitlines(keepends=True), 1):
        for offset in range(0, len(row) - 1, 7):
            place = start + offset
            other = bytes([whole[place] ^ 1])
            path.write_bytes(whole[:place] + other + whole[place + 1 :])
            problems = store.verify(ID)
            assert problems, f"byte {offset} of line {number}"
            assert problems[0].line in (number, number + 1)
            assert problems[0].file == "evaluations/liten/history.jsonl"
        start += len(row)


def test_lines_removed_moved_or_repeated_are_found(folder: Path) -> None:
    path = journal_path(folder)
    rows = path.read_bytes().splitlines(keepends=True)
    store = YamlStore(folder)
    for number in range(len(rows)):
        for changed in (
            rows[:number] + rows[number + 1 :],
            rows[: number + 1] + rows[number:],
            [*rows[:number], *reversed(rows[number : number + 2]), *rows[number + 2 :]],
        ):
            if changed == rows:
                continue
            path.write_bytes(b"".join(changed))
            assert store.verify(ID), number


def test_a_history_that_was_tampered_with_is_not_built_upon(folder: Path) -> None:
    path = journal_path(folder)
    path.write_bytes(path.read_bytes().replace("Å, ä och ö.".encode(), "Å, ä och å.".encode()))
    before = path.read_bytes()
    told = put_blind(YamlStore(folder))
    assert isinstance(told, Failed)
    assert "history.jsonl, rad 4" in told.what
    assert path.read_bytes() == before


def put_blind(store: YamlStore):
    return store.save(ID, 1, [Change(field("grade"), "A", "B")], "anna", "k")


def test_a_file_changed_since_the_latest_version_is_told_without_being_touched(
    folder: Path,
) -> None:
    path = evaluation_folder(folder) / "answers" / "anna.yaml"
    path.write_text(path.read_text("utf-8") + "\n# en rad till\n", "utf-8")
    before = journal_path(folder).read_bytes()
    problems = YamlStore(folder).verify(ID)
    assert [p.file for p in problems] == ["evaluations/liten/answers/anna.yaml"]
    assert journal_path(folder).read_bytes() == before


def test_a_deleted_evaluation_lies_aside_with_its_history(folder: Path) -> None:
    store = YamlStore(folder)
    version = store.get(ID).version
    refused = store.delete(ID, version - 1, "anna")
    assert isinstance(refused, Failed) and "har ändrats" in refused.what
    assert store.delete(ID, version, "anna") == Saved(version + 1)
    assert not evaluation_folder(folder).exists()
    (aside,) = (folder / "evaluations" / DELETED).iterdir()
    assert sorted(p.name for p in aside.iterdir()) == [
        "answers",
        "criteria.yaml",
        "evaluation.yaml",
        "history.jsonl",
    ]
    assert b'"kind":"delete"' in (aside / "history.jsonl").read_bytes().splitlines()[-1]


def test_restoring_one_answer_leaves_the_others(folder: Path) -> None:
    store = YamlStore(folder)
    put(store, field("score", criterion="djup"), 2, "annat")
    assert isinstance(store.restore(ID, 1, "anna", field("score")[:4]), Saved)
    answers = store.get(ID).data["answers"]["anna"]["norr"]
    assert answers["djup"] == {"score": 2}
    assert answers["bredd"] == store.at(ID, 1).data["answers"]["anna"]["norr"]["bredd"]
    assert store.history(ID)[-1].kind == "restore"
