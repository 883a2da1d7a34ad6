"""A criteria file is looked at before it is used: its mistakes on their lines, else what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from natverkskollen.editing.criteria_preview import files_there, preview, preview_of_file
from natverkskollen.store import read_library
from tests.building.folders import small_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path)


def text(folder: Path) -> str:
    return (folder / "criteria" / "litet.yaml").read_text("utf-8")


def test_every_mistake_stands_beside_its_line_in_the_order_of_the_file(folder: Path) -> None:
    wrong = text(folder).replace(
        "weight: 1\n        levels: {1: a", "weight: hög\n        levels: {1: a"
    )
    wrong = wrong.replace("keep_from: 60", "keep_frm: 60")
    found = preview(read_library(folder), "ny.yaml", wrong.encode())
    assert found.criteria is None
    lines = [each.problem.line for each in found.faults]
    assert lines == sorted(lines) and len(lines) >= 3
    rows = wrong.splitlines()
    assert all(each.line == rows[each.problem.line - 1].rstrip() for each in found.faults)
    assert any("keep_frm" in each.line for each in found.faults)
    assert any("weight: hög" in each.line and "hög" in each.problem.what for each in found.faults)
    assert all(each.problem.remedy for each in found.faults)


def test_a_file_that_holds_says_where_to_lay_it_and_what_it_changes(folder: Path) -> None:
    new = (
        text(folder)
        .replace("title: Bredd", "title: Vidd")
        .replace("keep_from: 60", "keep_from: 70")
    )
    before = text(folder)
    found = preview(read_library(folder), "kopia (1).yaml", new.encode())
    assert found.criteria is not None and found.criteria.criterion("bredd").title == "Vidd"
    assert (found.place, found.used) == ("criteria/litet.yaml", False)
    said = "\n".join(found.changes)
    assert "Vidd: hette ”Bredd”." in said and "70" in said
    assert "Versionen är fortfarande 1." in said and "Samlingen används i" in said
    assert text(folder) == before, "nothing is written"


def test_a_criterion_that_comes_or_goes_is_named_and_an_own_set_is_new(folder: Path) -> None:
    other = text(folder).replace("id: djup\n        title: Djup", "id: hojd\n        title: Höjd")
    said = preview(read_library(folder), "x.yaml", other.encode()).changes
    assert "Höjd: ett nytt kriterium." in said and "Djup: finns inte längre." in said
    own = text(folder).replace("id: litet", "id: eget", 1)
    found = preview(read_library(folder), "x.yaml", own.encode())
    assert found.place == "criteria/eget.yaml" and "ingen samling med det id:t" in found.changes[0]


def test_the_files_in_criteria_are_listed_also_those_that_are_not_used(folder: Path) -> None:
    (folder / "criteria" / "trasig.yaml").write_text("schema: 1\nid: [", "utf-8")
    (folder / "criteria" / "annan.yml").write_text(text(folder), "utf-8")
    library = read_library(folder)
    assert files_there(library) == ["annan.yml", "litet.yaml", "trasig.yaml"]
    assert preview_of_file(library, "litet.yaml").used
    assert not preview_of_file(library, "annan.yml").used
    assert preview_of_file(library, "trasig.yaml").faults
    assert preview_of_file(library, "borta.yaml").criteria is None


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"x" * 2_000_000, b"a: &b [*b]"])
def test_what_is_no_criteria_file_at_all_is_told(folder: Path, raw: bytes) -> None:
    found = preview(read_library(folder), "x.yaml", raw)
    assert found.criteria is None and found.faults and len(found.faults[0].line) < 100
