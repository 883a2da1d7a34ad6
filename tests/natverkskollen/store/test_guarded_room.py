"""The networks and the register as one person has them: what may not be read is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from natverkskollen.store import Change, Failed, Saved, networks_at
from natverkskollen.store.door import memberships_at
from natverkskollen.store.guarded_room import GuardedRoom
from tests.building.rights import PEOPLE, guarded_folder

NAME = ("network", "name")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = guarded_folder(tmp_path)
    store = networks_at(made, PEOPLE["administratör"])
    was = store.get("norr").data["network"]["name"]
    assert isinstance(store.save("norr", None, [Change(NAME, was, "Omdöpt")], "", "k"), Saved)
    return made


@pytest.mark.parametrize("who", ["handläggare", "bedömaren Anna", "läsare", "nätverk", "okänd"])
def test_what_all_share_is_changed_and_brought_back_by_nobody_else(folder: Path, who: str) -> None:
    store = networks_at(folder, PEOPLE[who])
    assert isinstance(store.save("norr", None, [Change(NAME, "Omdöpt", "Mitt")], "", "k2"), Failed)
    assert isinstance(store.restore("norr", 1, "", (), "k3"), Failed)
    assert isinstance(store.keep_document("stadgar", ".txt", b"x", ""), Failed)
    now = networks_at(folder, PEOPLE["administratör"]).get("norr")
    assert (now.version, now.data["network"]["name"]) == (2, "Omdöpt")
    assert not list(folder.glob("documents/stadgar*"))


def test_who_may_change_what_all_share_brings_it_back_in_their_own_name(folder: Path) -> None:
    store = networks_at(folder, PEOPLE["handläggare för alla"])
    assert isinstance(store.restore("norr", 1, "Adam", (), "k"), Saved)
    latest = store.history("norr")[-1]
    assert (latest.actor, latest.key) == ("Alla, Adam", "k")
    assert networks_at(folder, PEOPLE["administratör"]).history("norr")[-1].key == ""


@pytest.mark.parametrize("at", [networks_at, memberships_at])
def test_of_a_room_that_one_may_not_read_nothing_is_there(folder: Path, at) -> None:
    store = at(folder, PEOPLE["nätverk"])
    assert isinstance(store, GuardedRoom)
    gone = store.get("norr")
    assert isinstance(gone, Failed) and store.ids() == ()
    assert store.history("norr") == store.heads("norr") == store.at("norr", 1) == gone
    (folder / "networks/norr.yaml").write_text("trasig: [", "utf-8")
    assert store.verify("norr") == ()
