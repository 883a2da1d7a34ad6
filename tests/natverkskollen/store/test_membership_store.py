"""The register keeps the store's promises, and a log takes lines from several people at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.log_entry import LogFields, append, log_line, take_back
from natverkskollen.editing.typed import Entry
from natverkskollen.store import (
    Change,
    Conflict,
    Failed,
    MembershipStore,
    Merged,
    Saved,
    read_library,
)
from natverkskollen.store.backup import backup, backup_problems, restore_to
from tests.building.register import FULL, register_folder

TODAY = date(2026, 11, 27)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return register_folder(tmp_path / "data")


def line(text: str) -> dict[str, object]:
    entry = Entry()
    found = log_line(entry, LogFields("2026-11-20", "möte", text, "Miljöstrateg", "2,5"), TODAY)
    assert not entry.wrong
    return found


def said(folder: Path, id_: str = "norr") -> list[str]:
    library = read_library(folder)
    assert library.problems == ()
    return [each.text for _, each in library.memberships[id_].entries]


def test_two_who_write_in_a_log_at_once_never_clash_and_a_second_click_is_the_same_line(
    folder: Path,
) -> None:
    store = MembershipStore(folder)
    assert append(store, "norr", line("Första"), "anna", "aaaaaaaa1") == Saved(2)
    assert append(store, "norr", line("Första"), "anna", "aaaaaaaa1") == Saved(2)
    assert append(MembershipStore(folder), "norr", line("Andra"), "bo", "bbbbbbbb1") == Saved(3)
    assert sorted(said(folder)) == ["Andra", "Första"]
    assert store.verify("norr") == ()


def test_a_hand_written_file_keeps_its_notes_when_a_line_is_added(folder: Path) -> None:
    path = folder / "memberships" / "norr.yaml"
    noted = "# överst\n" + FULL.replace("since: 1996", "# min anteckning\nsince: 1996  # år")
    path.write_text(noted, "utf-8")
    assert append(MembershipStore(folder), "norr", line("Ny"), "anna", "k") == Saved(2)
    assert path.read_text("utf-8").startswith(noted)
    assert said(folder) == ["Ny"]


def test_a_line_is_taken_back_and_brought_back_from_the_history(folder: Path) -> None:
    store = MembershipStore(folder)
    append(store, "norr", line("Fel"), "anna", "k1")
    membership = read_library(folder).memberships["norr"]
    (id_,) = membership.log
    assert take_back(store, "norr", membership, id_, "anna", "k2") == Saved(3)
    assert said(folder) == []
    assert isinstance(store.restore("norr", 2, "anna"), Saved)
    assert said(folder) == ["Fel"]


def test_the_same_field_changed_by_two_is_a_clash_and_different_ones_are_not(
    folder: Path,
) -> None:
    store = MembershipStore(folder)
    one = [Change(("membership", "since"), 1996, 1997)]
    two = [Change(("membership", "budget_line"), "1234 Miljöstrategi", "99")]
    assert store.save("norr", 1, one, "anna", "k1") == Saved(2)
    assert store.save("norr", 1, two, "bo", "k2") == Merged(3)
    clash = store.save("norr", 1, [Change(("membership", "since"), 1996, 1995)], "bo", "k3")
    assert isinstance(clash, Conflict) and clash.clashes[0].theirs == 1997


def test_what_the_reader_would_refuse_is_never_written(folder: Path) -> None:
    wrong = [
        Change(("membership", "notice"), {"rule": "senast 30 september året före"}, {"rule": "x"})
    ]
    outcome = MembershipStore(folder).save("norr", 0, wrong, "anna", "k")
    assert isinstance(outcome, Failed) and "regler för uppsägning" in outcome.what
    assert (folder / "memberships" / "norr.yaml").read_text("utf-8") == FULL


def test_a_line_for_a_membership_that_is_gone_is_refused(folder: Path) -> None:
    outcome = append(MembershipStore(folder), "vaster", line("Ny"), "anna", "k")
    assert isinstance(outcome, Failed) and "medlemskapets fil finns inte" in outcome.what


def test_a_backup_holds_the_register_with_its_history(folder: Path, tmp_path: Path) -> None:
    append(MembershipStore(folder), "norr", line("Ny"), "anna", "k")
    copy = backup(folder, tmp_path / "kopia.zip")
    assert backup_problems(copy) == ()
    restore_to(copy, tmp_path / "igen")
    assert said(tmp_path / "igen") == ["Ny"]
    history = MembershipStore(tmp_path / "igen").history("norr")
    assert not isinstance(history, Failed)
    assert [each.actor for each in history][-1] == "anna"


def test_two_files_about_one_membership_and_a_network_without_a_file_are_told(
    folder: Path,
) -> None:
    room = folder / "memberships"
    (room / "norr-2.yaml").write_text("schema: 1\nnetwork: norr\n", "utf-8")
    (room / "vaster.yaml").write_text("schema: 1\nnetwork: vaster\n", "utf-8")
    library = read_library(folder)
    told = [str(each) for each in library.problems]
    assert any("memberships/norr-2.yaml, rad 2" in t or "memberships/norr.yaml" in t for t in told)
    assert any("nätverket 'vaster' finns inte" in each for each in told)
    assert len([id_ for id_ in library.memberships if id_.startswith("norr")]) == 1
    assert "vaster" in library.memberships
