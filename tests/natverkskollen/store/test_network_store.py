"""A network in the program keeps an evaluation's promises: versions, clashes, hand and crash."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from natverkskollen.files.yaml_notes import first_note
from natverkskollen.store import Change, Conflict, Failed, Merged, Saved, read_library
from natverkskollen.store.backup import backup, backup_problems, restore_to
from natverkskollen.store.room_store import NetworkStore
from tests import ROOT

NEW: dict[str, Any] = {
    "schema": 1,
    "id": "provnat",
    "name": "Provnätverket",
    "short": "Prov",
    "description": "Ett nätverk för prov.",
    "documents": [{"id": "faktura", "title": "Faktura 2026", "note": "hos kommunen"}],
    "fees": [
        {
            "year": 2026,
            "fixed": 30000,
            "source": {"document": "faktura", "place": "beloppet", "quote": "30 000 kr"},
        }
    ],
    "terms": {"notice": "okänt"},
    "facts": [],
}


@pytest.fixture
def store(tmp_path: Path) -> NetworkStore:
    return NetworkStore(tmp_path)


def created(store: NetworkStore) -> None:
    outcome = store.save("provnat", 0, [Change(("network",), None, NEW)], "anna", "k1")
    assert outcome == Saved(1)


def rename(old: str, new: str) -> list[Change]:
    return [Change(("network", "name"), old, new)]


def test_a_network_made_here_is_read_as_one_written_by_hand(
    store: NetworkStore, tmp_path: Path
) -> None:
    created(store)
    library = read_library(tmp_path)
    assert library.problems == () and library.networks["provnat"].fees[0].fixed == 30000
    assert store.ids() == ("provnat",)
    assert (tmp_path / "networks" / ".historik" / "provnat" / "history.jsonl").exists()


def test_two_who_change_different_fields_both_keep_theirs_and_the_same_field_is_told(
    store: NetworkStore,
) -> None:
    created(store)
    assert store.save("provnat", 1, rename("Provnätverket", "Nya"), "anna", "k2") == Saved(2)
    notice = [Change(("network", "terms"), {"notice": "okänt"}, {"notice": "sex månader"})]
    assert store.save("provnat", 1, notice, "bo", "k3") == Merged(3)
    clash = store.save("provnat", 1, rename("Provnätverket", "Andra"), "bo", "k4")
    assert isinstance(clash, Conflict)
    assert (clash.clashes[0].theirs, clash.clashes[0].who) == ("Nya", "anna")
    found = store.get("provnat")
    assert not isinstance(found, Failed) and found.data["network"]["name"] == "Nya"


def test_an_earlier_version_comes_back_and_the_history_tells_all(store: NetworkStore) -> None:
    created(store)
    store.save("provnat", 1, rename("Provnätverket", "Nya"), "anna", "k2")
    assert store.restore("provnat", 1, "bo") == Saved(3)
    entries = store.history("provnat")
    assert not isinstance(entries, Failed)
    assert [(each.kind, each.actor) for each in entries] == [
        ("save", "anna"),
        ("save", "anna"),
        ("restore", "bo"),
    ]
    found = store.get("provnat")
    assert not isinstance(found, Failed) and found.data["network"]["name"] == "Provnätverket"


def test_what_is_changed_by_hand_becomes_a_version_of_its_own(
    store: NetworkStore, tmp_path: Path
) -> None:
    created(store)
    path = tmp_path / "networks" / "provnat.yaml"
    path.write_text(path.read_text("utf-8").replace("Provnätverket", "För hand"), "utf-8")
    found = store.get("provnat")
    assert not isinstance(found, Failed)
    assert (found.version, found.data["network"]["name"]) == (2, "För hand")
    assert isinstance(store.save("provnat", 1, rename("Provnätverket", "X"), "a", "k"), Conflict)


def test_a_save_cut_short_before_the_file_is_in_place_is_finished(
    store: NetworkStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from natverkskollen.store import disk

    created(store)

    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    with monkeypatch.context() as broken, pytest.raises(Cut):
        broken.setattr(disk, "put_in_place", cut)
        store.save("provnat", 1, rename("Provnätverket", "Nya"), "anna", "k2")
    assert "Provnätverket" in (tmp_path / "networks" / "provnat.yaml").read_text("utf-8")
    found = NetworkStore(tmp_path).get("provnat")
    assert not isinstance(found, Failed) and found.version == 2
    assert "name: Nya" in (tmp_path / "networks" / "provnat.yaml").read_text("utf-8")


def test_a_network_beside_it_that_is_broken_hinders_nobody(
    store: NetworkStore, tmp_path: Path
) -> None:
    created(store)
    (tmp_path / "networks" / "trasig.yaml").write_text("schema: 1\n", "utf-8")
    assert store.save("provnat", 1, rename("Provnätverket", "Nya"), "a", "k2") == Saved(2)


def test_what_the_reader_would_refuse_is_never_written(store: NetworkStore) -> None:
    created(store)
    wrong = [Change(("network", "documents"), NEW["documents"], [])]
    outcome = store.save("provnat", 1, wrong, "anna", "k2")
    assert isinstance(outcome, Failed) and "dokumentet 'faktura' finns inte" in outcome.what


def test_a_shipped_file_is_changed_beside_its_notes_and_left_where_one_is_in_the_way(
    store: NetworkStore, tmp_path: Path
) -> None:
    beside = shutil.ignore_patterns(".*.tmp")  # a test beside this one tries whether it can write
    shutil.copytree(ROOT / "networks", tmp_path / "networks", ignore=beside)
    before = read_library(tmp_path).networks
    names = {id_: before[id_].name for id_ in ("sambruk", "geoforum")}
    outcome = store.save("sambruk", 0, rename(names["sambruk"], "Nya"), "a", "k")
    assert outcome == Saved(2), "after what was there first"
    text = (tmp_path / "networks" / "sambruk.yaml").read_text("utf-8")
    assert text.startswith("# ") and read_library(tmp_path).networks["sambruk"].name == "Nya"
    fees = read_library(tmp_path).networks["sambruk"].fees
    assert fees == before["sambruk"].fees
    path = tmp_path / "networks" / "geoforum.yaml"
    kept = path.read_text("utf-8")
    outcome = store.save("geoforum", 0, rename(names["geoforum"], "Nya"), "a", "k")
    assert outcome == Saved(2), "the notes of the file are beside what is changed"
    assert path.read_text("utf-8") == kept.replace(f"name: {names['geoforum']}", "name: Nya")
    noted = kept.replace(f"name: {names['geoforum']}", "name: Nya  # hör efter")
    path.write_text(noted, "utf-8")
    refused = store.save("geoforum", None, rename("Nya", "Andra"), "a", "k2")
    assert isinstance(refused, Failed) and "har en anteckning på rad 22" not in refused.what
    assert "har en anteckning på rad" in refused.what
    assert path.read_text("utf-8") == noted


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# head\n# more\na: 1\n", None),
        ("a: 1\n\n# mine\nb: 2\n", 3),
        ("a: 1 # mine\n", 1),
        ("a: 'x # y'\nb: |\n  # text\n  more\nc: x#y\n", None),
        ('a: "# y"\nb:\n  - "# z"\n  # mine\n', 4),
    ],
)
def test_a_note_is_told_from_a_hash_in_a_text(text: str, line: int | None) -> None:
    assert first_note(text.encode()) == line


def test_a_history_that_somebody_has_changed_is_told_by_verify(
    store: NetworkStore, tmp_path: Path
) -> None:
    created(store)
    assert store.verify("provnat") == ()
    journal = tmp_path / "networks" / ".historik" / "provnat" / "history.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"30000", b"90000"))
    (problem,) = store.verify("provnat")
    assert "raden är ändrad efter att den skrevs" in problem.what


def test_a_backup_holds_the_networks_histories_and_no_locks(
    store: NetworkStore, tmp_path: Path
) -> None:
    created(store)
    copy = backup(tmp_path, tmp_path.parent / f"{tmp_path.name}.zip")
    assert backup_problems(copy) == ()
    with zipfile.ZipFile(copy) as packed:
        names = set(packed.namelist())
    assert "networks/.historik/provnat/history.jsonl" in names
    assert not any("/.las/" in name for name in names)
    back = tmp_path.parent / f"{tmp_path.name}-igen"
    restore_to(copy, back)
    assert NetworkStore(back).verify("provnat") == ()
