"""Each state a crash or a person can leave a folder in, and what opening it makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from natverkskollen.store import BY_HAND, Change, Conflict, Failed, Merged, Saved, YamlStore
from natverkskollen.store.recovery import TORN
from tests.building.folders import (
    ID,
    evaluation_folder,
    field,
    journal_path,
    now_at,
    put,
    strays,
)
from tests.robust.faults import Killed, faulty

TEXT, SCORE = field("rationale"), field("score")


def sheet(folder: Path) -> Path:
    return evaluation_folder(folder) / "answers" / "anna.yaml"


def killed_between_journal_and_files(folder: Path) -> None:
    """A save whose line is in the journal, and whose file was never moved into place."""
    with faulty() as broken:

        def dead(*_: object) -> None:
            broken.dead = True
            raise Killed

        broken.__dict__["replace"] = dead
        put(YamlStore(folder), TEXT, "Nytt.", "nytt")


def test_an_evaluation_without_a_history_begins_one_at_its_first_save(folder, store) -> None:
    assert store.get(ID).version == 0
    assert store.history(ID) == ()
    assert not journal_path(folder).exists(), "to look at an evaluation writes nothing"
    assert put(store, TEXT, "Nytt.", "k") == Saved(2)
    start, save = store.history(ID)
    assert (start.kind, start.changes) == ("start", ())
    changed, copied = save.changes
    assert changed == Change(TEXT, "Så var det från början.", "Nytt.")
    assert copied.path == ("criteria",) and copied.old is None, "it keeps what it is judged by"
    assert store.at(ID, 1).hash == store.at(ID, 0).hash != store.get(ID).hash


def test_a_torn_last_line_was_never_acknowledged_and_is_put_aside(folder, store) -> None:
    put(store, TEXT, "Nytt.", "k")
    whole = journal_path(folder).read_bytes()
    journal_path(folder).write_bytes(whole + b'{"seq":3,"kind":"sa')
    assert YamlStore(folder).get(ID).version == 2
    assert journal_path(folder).read_bytes() == whole
    assert (evaluation_folder(folder) / TORN).read_bytes() == b'{"seq":3,"kind":"sa'
    assert now_at(store, TEXT) == "Nytt."


def test_a_journal_ahead_of_the_files_is_carried_out(folder, store) -> None:
    put(store, SCORE, 4, "förut")
    killed_between_journal_and_files(folder)
    assert "Nytt." not in sheet(folder).read_text("utf-8")
    assert len(strays(folder)) == 1
    assert now_at(YamlStore(folder), TEXT) == "Nytt."
    assert "Nytt." in sheet(folder).read_text("utf-8")
    assert strays(folder) == []
    assert store.verify(ID) == ()


def test_a_file_edited_by_hand_becomes_a_version_with_its_difference(folder, store) -> None:
    put(store, SCORE, 4, "förut")
    text = sheet(folder).read_text("utf-8")
    sheet(folder).write_text(text.replace("från början", "en gång"), "utf-8")
    assert store.get(ID).version == 3
    entry = store.history(ID)[-1]
    assert (entry.kind, entry.actor) == ("import", BY_HAND)
    assert entry.changes == (Change(TEXT, "Så var det från början.", "Så var det en gång."),)


def test_a_hand_edit_that_brings_back_the_old_text_is_kept_as_one(folder, store) -> None:
    put(store, SCORE, 4, "förut")
    text = sheet(folder).read_bytes()
    put(store, SCORE, 5, "sedan")
    sheet(folder).write_bytes(text)
    assert now_at(store, SCORE) == 4
    assert store.history(ID)[-1].actor == BY_HAND


def test_a_hand_edit_after_a_crash_keeps_both(folder, store) -> None:
    put(store, SCORE, 4, "förut")
    killed_between_journal_and_files(folder)
    text = sheet(folder).read_text("utf-8")
    sheet(folder).write_text(text.replace("score: 4", "score: 2"), "utf-8")
    assert (now_at(store, SCORE), now_at(store, TEXT)) == (2, "Nytt.")
    assert store.history(ID)[-1].actor == BY_HAND
    assert "Nytt." in sheet(folder).read_text("utf-8")
    assert strays(folder) == []
    assert store.verify(ID) == ()


def test_a_stray_temporary_file_is_removed_and_other_files_are_not(folder, store) -> None:
    place = evaluation_folder(folder)
    (place / "answers" / ".anna.yaml.0123abcd.tmp").write_text("halvt")
    (place / "anteckningar.txt").write_text("min egen fil")
    assert isinstance(store.get(ID).version, int)
    assert strays(folder) == []
    assert (place / "anteckningar.txt").read_text() == "min egen fil"


@pytest.mark.parametrize(
    "broken", [b"answers: [", b"\xff\xfe", b"", b"schema: 1\nassessor: bo-1\n"]
)
def test_a_file_that_cannot_be_read_is_told_and_never_overwritten(folder, store, broken) -> None:
    put(store, SCORE, 4, "förut")
    sheet(folder).write_bytes(broken)
    for outcome in (
        store.get(ID),
        store.save(ID, 2, [Change(SCORE, 4, 5)], "anna", "k"),
        store.restore(ID, 1, "anna"),
        store.delete(ID, 2, "anna"),
    ):
        assert isinstance(outcome, Failed)
        assert outcome.what.startswith("evaluations/liten/answers/anna.yaml, rad ")
    assert sheet(folder).read_bytes() == broken


def test_an_answer_file_removed_by_hand_becomes_a_version_and_can_be_restored(
    folder, store
) -> None:
    put(store, SCORE, 4, "förut")
    sheet(folder).unlink()
    assert now_at(store, SCORE) is None
    assert store.history(ID)[-1].actor == BY_HAND
    assert store.restore(ID, 2, "anna") == Saved(4)
    assert now_at(store, SCORE) == 4
    assert "score: 4" in sheet(folder).read_text("utf-8")


def test_an_evaluation_file_removed_by_hand_is_rebuilt_from_the_history(folder, store) -> None:
    put(store, SCORE, 4, "förut")
    before = store.get(ID)
    (evaluation_folder(folder) / "evaluation.yaml").unlink()
    assert store.get(ID).hash == before.hash
    assert (evaluation_folder(folder) / "evaluation.yaml").exists()
    assert store.history(ID)[-1].kind == "rebuild"


def test_the_comment_at_the_top_of_a_file_survives_every_rewrite(folder, store) -> None:
    put(store, SCORE, 4, "ett")
    put(store, ("evaluation", "title"), "Ny rubrik", "två")
    assert sheet(folder).read_text("utf-8").startswith("# Annas svar.\nschema: 1\n")
    head = "# Överst står en kommentar.\n# Och en rad till.\nschema: 1\n"
    path = evaluation_folder(folder) / "evaluation.yaml"
    assert path.read_text("utf-8").startswith(head)


def test_a_change_that_the_reader_would_refuse_is_refused_with_its_reason(folder, store) -> None:
    before = sheet(folder).read_bytes()
    told = put(store, SCORE, 9, "nio")
    assert isinstance(told, Failed)
    assert "är inte ett steg på skalan 1–5" in told.what
    assert "Ange ett heltal från 1 till 5" in told.remedy
    assert isinstance(put(store, field("score", network="öster"), 3, "x"), Failed)
    assert isinstance(put(store, field("score", criterion="finns-inte"), 3, "x"), Failed)
    assert isinstance(put(store, field("score", "ingen"), 3, "x"), Failed)
    assert isinstance(put(store, TEXT, "Före\x0befter", "x"), Failed)
    assert isinstance(put(store, TEXT, "\ud800", "x"), Failed)
    assert sheet(folder).read_bytes() == before
    assert not journal_path(folder).exists()


def test_what_was_wrong_before_hinders_nobody(folder, store) -> None:
    path = folder / "criteria" / "litet.yaml"
    path.write_text(path.read_text("utf-8").replace("id: bredd", "id: vidd"), "utf-8")
    assert isinstance(put(store, field("score", criterion="djup"), 3, "x"), Saved)


def test_two_fields_of_one_answer_merge_unless_the_answer_contradicts_itself(store) -> None:
    put(store, SCORE, 4, "förut")
    base = store.get(ID).version
    assert store.save(ID, base, [Change(SCORE, 4, 5)], "anna", "1") == Saved(base + 1)
    mine = [Change(TEXT, now_at(store, TEXT), "B")]
    assert isinstance(store.save(ID, base, mine, "bo", "2"), Merged)
    changes = [Change(SCORE, 4, None), Change(field("not_applicable"), None, True)]
    assert isinstance(store.save(ID, base, changes, "bo", "3"), Conflict)
    clash = store.save(ID, base, [Change(field("not_applicable"), None, True)], "bo", "4")
    assert isinstance(clash, Conflict)
    assert clash.clashes[0].path == TEXT[:4]
    assert clash.clashes[0].mine["not_applicable"] is True
    assert clash.clashes[0].theirs["score"] == 5
    assert clash.clashes[0].who == "bo"


def test_a_final_evaluation_takes_no_change_but_its_reopening(store) -> None:
    assert isinstance(put(store, ("evaluation", "status"), "final", "k"), Saved)
    told = put(store, SCORE, 4, "x")
    assert isinstance(told, Failed) and "färdigställd och låst" in told.what
    assert isinstance(put(store, ("evaluation", "status"), "draft", "k2"), Saved)
    assert isinstance(put(store, SCORE, 4, "x"), Saved)


def test_a_base_version_from_another_history_is_refused(store) -> None:
    told = store.save(ID, 17, [Change(SCORE, 3, 4)], "anna", "k")
    assert isinstance(told, Failed) and "version 17" in told.what


def test_a_snapshot_stands_on_the_first_line_and_on_every_fiftieth(folder, store) -> None:
    for number in range(101):
        put(store, TEXT, f"Text {number}.", f"k{number}")
    rows = [json.loads(row) for row in journal_path(folder).read_text("utf-8").splitlines()]
    assert [row["seq"] for row in rows if "snapshot" in row] == [1, 50, 100]
    assert now_at(store, TEXT) == "Text 100."
    at = store.at(ID, 77).data["answers"]["anna"]["norr"]["bredd"]["rationale"]
    assert at == "Text 75."
    assert store.verify(ID) == ()


def test_files_that_git_has_given_carriage_returns_are_read_and_written_on(folder, store) -> None:
    """autocrlf on Windows changes every line feed of a data folder kept in Git."""
    put(store, field("rationale"), "Skälet", "k1")
    before = store.get(ID)
    for path in evaluation_folder(folder).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    again = YamlStore(folder)
    found = again.get(ID)
    assert (found.hash, again.verify(ID)) == (before.hash, ())
    assert isinstance(put(again, field("rationale"), "Ett till", "k2"), Saved)
    assert YamlStore(folder).verify(ID) == ()
    assert [entry.key for entry in again.history(ID) if entry.key] == ["k1", "k2"]
