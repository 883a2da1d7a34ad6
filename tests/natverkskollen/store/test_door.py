"""Every store is read through the same door: what is listed, read, copied and backed up."""

from __future__ import annotations

from pathlib import Path

import pytest

from natverkskollen.dossier.library import library_of
from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.store import Change, Failed, Saved, Store, YamlStore, read_library, store_at
from natverkskollen.store.contract import JOURNAL
from natverkskollen.store.verifying import journal_of
from tests.building.folders import (
    ID,
    evaluation_folder,
    field,
    memory_store,
    put,
)
from tests.building.replicas import filled, replica_in, store_of
from tests.database import database

PARTS = ("evaluation.yaml", "criteria.yaml", "answers/anna.yaml")


@pytest.fixture(params=["folder", "memory", "database"])
def store(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Store:
    """Each kind of store, with a save in its history so that the criteria are copied."""
    made: Store = YamlStore(folder) if request.param == "folder" else memory_store(folder)
    if request.param == "database":
        made = store_of(filled(replica_in(tmp_path / "kopia", database().address())))
    assert isinstance(put(made, field("rationale"), "Nytt.", "k"), Saved)
    return made


def test_what_there_is_stands_in_order(store: Store) -> None:
    assert store.ids() == (ID,)
    assert ID in store.taken()
    assert store.names(ID) == PARTS
    assert store.names("finns-inte") == ()


def test_a_file_is_read_and_has_a_stamp_that_changes_with_it(store: Store) -> None:
    before = {name: store.stamp(ID, name) for name in PARTS}
    assert all(before.values()) and b"Nytt." in store.read(ID, "answers/anna.yaml")
    put(store, field("rationale"), "Nyare.", "k2")
    assert store.stamp(ID, "answers/anna.yaml") != before["answers/anna.yaml"]
    assert b"Nyare." in store.read(ID, "answers/anna.yaml")


def test_an_evaluation_made_again_is_another(store: Store, folder: Path) -> None:
    """The numbers of the versions begin again; nothing that was kept of the first may be shown."""
    whole = dict(store.get(ID).data["evaluation"])
    for title in ("Den första", "Den andra"):
        store.delete(ID, store.get(ID).version, "anna")
        store.save(ID, 0, [Change(("evaluation",), None, {**whole, "title": title})], "a", title)
        assert library_of(folder, store).dossier(ID).evaluation.title == title


NOWHERE = [("..", "x"), (ID, "../../criteria/litet.yaml"), (ID, "answers/../evaluation.yaml")]
NOWHERE += [(ID, "history.jsonl"), (ID, ""), ("", "evaluation.yaml"), (".las", ID), (ID, "a:b")]
NOWHERE += [(f"../evaluations/{ID}", "evaluation.yaml"), (ID, "answers/a\\b.yaml"), ("a\0", "b")]


@pytest.mark.parametrize(("evaluation", "name"), NOWHERE, ids=ascii)
def test_a_name_that_is_no_part_leads_nowhere(store: Store, evaluation: str, name: str) -> None:
    assert store.stamp(evaluation, name) == ()
    with pytest.raises(OSError):
        store.read(evaluation, name)


def test_a_copy_holds_the_evaluation_with_its_history(store: Store) -> None:
    copied = store.copy(ID)
    assert isinstance(copied, dict) and {*PARTS, JOURNAL} <= copied.keys()
    entries = [line.entry for line in journal_of(copied[JOURNAL]).lines]
    assert tuple(entries) == store.history(ID)
    assert isinstance(store.copy("finns-inte"), Failed) or store.copy("finns-inte") == {}


def test_everything_is_what_a_backup_must_hold(store: Store) -> None:
    everything = dict(store.everything())
    copied = store.copy(ID)
    assert {f"{ID}/{name}": raw for name, raw in copied.items()}.items() <= everything.items()


def test_a_library_reads_the_same_from_any_store(folder: Path) -> None:
    put(YamlStore(folder), field("rationale"), "Nytt.", "k")
    kept = memory_store(folder)
    ours, theirs = read_library(folder), library_of(folder, kept)
    assert theirs.ids == ours.ids and theirs.headers == ours.headers
    assert theirs.dossier(ID) == ours.dossier(ID)
    assert theirs.problems == ours.problems == ()
    put(kept, field("score"), 5, "k2")
    assert library_of(folder, kept).dossier(ID) != ours.dossier(ID)
    assert quote_problems(theirs, folder) == []


def test_a_folder_has_one_store_and_its_own_guides_are_backed_up(folder: Path) -> None:
    assert store_at(folder) is store_at(Path(str(folder)))
    (folder / "evaluations" / "README.md").write_text("Så här.", "utf-8")
    (folder / "evaluations" / "halv").mkdir()
    (folder / "evaluations" / "halv" / "anteckning.txt").write_text("kvar", "utf-8")
    (evaluation_folder(folder) / "evaluation.yaml").write_text("trasig: [", "utf-8")
    names = {name for name, _ in store_at(folder).everything()}
    assert {"README.md", "halv/anteckning.txt", f"{ID}/evaluation.yaml"} <= names
    assert not any(name.startswith(".las") for name in names)


def test_nothing_can_be_written_tells_what_the_disk_says(folder: Path) -> None:
    assert store_at(folder).unwritable() is None
    assert store_at(folder / "finns-inte").unwritable() is not None
