"""A new evaluation takes what the register knows, and keeps it when the register changes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.editing.new_evaluation import create
from natverkskollen.store import (
    Change,
    MembershipStore,
    Saved,
    YamlStore,
    read_library,
)
from tests.building.register import register_folder
from tests.natverkskollen.editing.test_evaluation_entry import made, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return register_folder(tmp_path / "data")


def test_it_takes_the_invoice_the_decision_and_the_seats(folder: Path) -> None:
    norr, soder = made(folder, networks=("norr", "soder")).memberships
    assert norr.since == 1996
    assert norr.joined_by == "kommunstyrelsens beslut 1996-06-12, dnr KS kka 96/445.829"
    assert norr.entered_fee and norr.entered_fee.amount == Decimal("38291.20")
    assert (norr.entered_fee.year, norr.entered_fee.note) == (
        2025,
        "faktura-2025, enligt registret",
    )
    assert norr.seats == ("Ledamot i styrelsen 2023–2026 (förtroendevald)",)
    assert soder.since is None and soder.entered_fee is None and soder.seats == ()


def test_a_seat_that_ended_before_the_year_of_the_case_is_not_taken(folder: Path) -> None:
    path = folder / "memberships" / "norr.yaml"
    path.write_text(path.read_text("utf-8").replace("to: 2026", "to: 2025"), "utf-8")
    assert made(folder, networks=("norr",)).memberships[0].seats == ()


def test_a_network_that_is_only_considered_takes_nothing(folder: Path) -> None:
    (norr,) = made(folder, networks=("norr",), considered=("norr",)).memberships
    assert not norr.member and norr.entered_fee is None and norr.since is None


def test_the_invoice_of_the_year_of_the_case_goes_before_a_later_one(folder: Path) -> None:
    (norr,) = made(
        folder, networks=("norr",), date="2024-11-21", inhabitants_day="2023"
    ).memberships
    assert norr.entered_fee and norr.entered_fee.year == 2024


def test_another_municipalitys_membership_is_never_taken(folder: Path) -> None:
    path = folder / "memberships" / "norr.yaml"
    path.write_text(f"{path.read_text('utf-8')}municipality: Någon annans kommun\n", "utf-8")
    (norr,) = made(folder, networks=("norr",)).memberships
    assert norr.since is None and norr.entered_fee is None


def test_what_it_took_stays_when_the_register_changes(folder: Path) -> None:
    entry = read(folder, networks=("norr",))
    assert create(YamlStore(folder), entry.data, "handläggaren") == Saved(1)
    change = Change(("membership", "since"), 1996, 2001)
    assert isinstance(MembershipStore(folder).save("norr", 0, (change,), "a", "k"), Saved)
    (kept,) = read_library(folder).dossier("arsta-kommun-2026").evaluation.memberships
    assert kept.since == 1996 and read_library(folder).memberships["norr"].since == 2001
    assert read_library(folder).problems == ()
