"""The store stays in its folder, waits for its turn, and says who it waits for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from natverkskollen.store import Change, Failed, Saved, YamlStore, disk, lock
from tests.building.folders import ID, evaluation_folder, field, put
from tests.robust.faults import FaultyOs

NAMES = ["", ".", "..", "../liten", "liten/..", "/etc", "a/b", "a\\b", "..%2fliten", "CON", "con"]
NAMES += ["nul", "com1", "Liten", "å", "a b", "a\x00b", "a\nb", "-a", "a-", "a" * 65, ".las"]
NAMES += [".borttagna", "\\\\srv\\x", "liten.yaml", "liten\u202e", "~", "$HOME", "%00", "a" * 300]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_is_no_id_reaches_no_file(folder: Path, name: str) -> None:
    store = YamlStore(folder)
    before = sorted(folder.parent.rglob("*"))
    change = Change(("evaluation",), None, {"id": name})
    for outcome in (
        store.get(name),
        store.save(name, 0, [change], "anna", "k"),
        store.history(name),
        store.at(name, 0),
        store.restore(name, 0, "anna"),
        store.delete(name, 0, "anna"),
    ):
        assert isinstance(outcome, Failed)
    assert store.verify(name)
    assert sorted(folder.parent.rglob("*")) == before


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_an_assessors_name_that_is_no_id_reaches_no_file(folder: Path, name: str) -> None:
    told = put(YamlStore(folder), ("answers", name, "norr", "bredd", "score"), 3, "k")
    assert isinstance(told, Failed)
    assert [p.name for p in (evaluation_folder(folder) / "answers").iterdir()] == ["anna.yaml"]


@pytest.mark.parametrize("path", [(), ("x",), ("answers",), ("answers", "anna"), (1, 2), None])
def test_a_path_that_leads_nowhere_is_refused(folder: Path, path: object) -> None:
    told = YamlStore(folder).save(ID, 0, [Change(path, None, "x")], "anna", "k")
    assert isinstance(told, Failed) and "inte finns" in told.what


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "hemlig.yaml"
    elsewhere.write_text("hemligt")
    sheet = evaluation_folder(folder) / "answers" / "anna.yaml"
    sheet.unlink()
    sheet.symlink_to(elsewhere)
    assert isinstance(YamlStore(folder).get(ID), Failed)
    sheet.unlink()
    (folder / "evaluations" / "lank").symlink_to(evaluation_folder(folder))
    assert isinstance(YamlStore(folder).get("lank"), Failed)
    assert elsewhere.read_text() == "hemligt"


def test_a_lock_held_too_long_says_by_whom(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "SECONDS", 0.2)
    with lock.held(folder / "evaluations", ID, "Ekonomen"):
        told = put(YamlStore(folder), field("score"), 4, "k")
    assert isinstance(told, Failed)
    assert "någon annan sparar" in told.what and "Ekonomen" in told.what
    assert isinstance(put(YamlStore(folder), field("score"), 4, "k"), Saved)


def test_each_step_is_synced_before_the_next(folder: Path, monkeypatch) -> None:
    store = YamlStore(folder)
    put(store, field("score"), 4, "förut")
    counted = FaultyOs()
    monkeypatch.setattr(disk, "os", counted)
    assert store.save(ID, 2, [Change(field("score"), 4, 5)], "anna", "k") == Saved(3)
    steps = [name for name in counted.calls if name in ("write", "fsync", "replace")]
    file, folder_, line, moved = ["write", "fsync"], ["fsync"], ["write", "fsync"], ["replace"]
    assert steps == [*file, *folder_, *line, *moved, *folder_]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets a file inherit its folder's rights")
def test_files_are_readable_by_owner_and_group_only(folder: Path) -> None:
    put(YamlStore(folder), field("score", "bo-1"), 4, "k")
    path = evaluation_folder(folder) / "answers" / "bo-1.yaml"
    assert stat.S_IMODE(path.stat().st_mode) & 0o007 == 0


def test_a_folder_that_cannot_be_written_can_still_be_read(folder: Path, monkeypatch) -> None:
    sheet = evaluation_folder(folder) / "answers" / "anna.yaml"
    put(YamlStore(folder), field("score"), 4, "k")
    sheet.write_text(sheet.read_text("utf-8").replace("score: 4", "score: 2"), "utf-8")
    real = FaultyOs()

    def read_only(path, flags, *mode):
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(30, "Read-only file system")
        return os.open(path, flags, *mode)

    real.__dict__["open"] = read_only
    monkeypatch.setattr(disk, "os", real)
    found = YamlStore(folder).get(ID)
    assert (found.version, found.data["answers"]["anna"]["norr"]["bredd"]["score"]) == (2, 2)
    (told,) = [f for f in YamlStore(folder).selftest() if "skrivskyddad" in f.what]
    assert told.remedy


def test_windows_holding_a_file_for_a_moment_is_waited_out(tmp_path: Path, monkeypatch) -> None:
    one, other = tmp_path / "ett", tmp_path / "två"
    one.write_text("nytt")
    tries = []

    def busy_twice(source, target):
        tries.append(source)
        if len(tries) < 3:
            error = PermissionError(13, "busy")
            error.winerror = 32
            raise error
        os.replace(source, target)

    counted = FaultyOs()
    counted.__dict__["replace"] = busy_twice
    monkeypatch.setattr(disk, "os", counted)
    disk.put_in_place(one, other)
    assert (len(tries), other.read_text()) == (3, "nytt")
