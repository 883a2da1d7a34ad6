"""Whose the data folder is stands in one file, and an evaluation keeps what it took from it."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.editing.own_municipality import own_municipality
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE, OwnMunicipality
from natverkskollen.store import Failed, read_library
from natverkskollen.store.backup import backup, restore_to
from natverkskollen.store.municipality_file import save_municipality
from tests.building.folders import shipped_folder, small_folder

HANINGE = OwnMunicipality(schema=1, name="Haninge kommun", code="0136")


def write(folder: Path, text: str) -> None:
    (folder / MUNICIPALITY_FILE).write_text("schema: 1\n" + text, "utf-8")


def who(folder: Path, until: date):
    library = read_library(folder)
    assert library.municipality is not None, library.problems
    return own_municipality(library.municipality, library.reference, until)


def test_a_chosen_place_is_written_read_and_counted_on_with_the_tables(tmp_path: Path) -> None:
    small_folder(tmp_path)
    assert save_municipality(tmp_path, None, HANINGE, "anna") is None
    found = who(tmp_path, date(2025, 6, 1))
    assert found is not None and (found.name, found.code) == ("Haninge kommun", "0136")
    assert found.as_of == date(2024, 12, 31) and found.source is not None
    assert set(found.populations) == {2023, 2025}
    assert read_library(tmp_path).problems == ()
    assert who(tmp_path, date(2000, 1, 1)) is None


def test_own_figures_go_before_the_tables_and_say_where_they_are_from(tmp_path: Path) -> None:
    small_folder(tmp_path)
    write(tmp_path, 'name: Haninge kommun\ncode: "0136"\npopulations: {2024: 99000}\nnote: Egen.\n')
    found = who(tmp_path, date(2025, 6, 1))
    assert found is not None and (found.inhabitants, found.source) == (99000, None)
    later = who(tmp_path, date(2026, 6, 1))
    assert later is not None and later.as_of.year == 2025 and later.populations[2024] == 99000


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("name: X\n", 2, "varken code eller populations"),
        ("name: X\npopulations: {2025: 5}\n", 3, "de egna talen saknar källa"),
        ('name: X\ncode: "9999"\n', 3, "finns inte bland kommunerna"),
        ('name: X\ncode: "0136"\nkind: region\n', 3, "hör inte till en region"),
        ("name: X\ncod: 1\n", 3, "cod"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    small_folder(tmp_path)
    write(tmp_path, text)
    (problem,) = read_library(tmp_path).problems
    assert (problem.file, problem.line) == (MUNICIPALITY_FILE, line) and told in problem.what


def test_another_choice_made_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    small_folder(tmp_path)
    other = OwnMunicipality(schema=1, name="Huddinge kommun", code="0126")
    assert save_municipality(tmp_path, None, HANINGE, "anna") is None
    told = save_municipality(tmp_path, None, other, "bo")
    assert isinstance(told, Failed) and "någon annan har bytt kommun" in told.what
    assert save_municipality(tmp_path, HANINGE, other, "bo") is None
    assert read_library(tmp_path).municipality == other


def test_notes_in_the_file_are_left_to_the_hand_that_wrote_them(tmp_path: Path) -> None:
    small_folder(tmp_path)
    write(tmp_path, 'name: Haninge kommun  # som i loggan\ncode: "0136"\n')
    seen = read_library(tmp_path).municipality
    told = save_municipality(tmp_path, seen, OwnMunicipality(schema=1, name="H", code="0126"), "a")
    assert isinstance(told, Failed) and "anteckning på rad 2" in told.what


def test_it_is_in_the_backup_and_comes_back(tmp_path: Path) -> None:
    small_folder(tmp_path / "d")
    save_municipality(tmp_path / "d", None, HANINGE, "anna")
    packed = backup(tmp_path / "d", tmp_path / "k.zip")
    assert MUNICIPALITY_FILE in zipfile.ZipFile(packed).namelist()
    restore_to(packed, tmp_path / "ny")
    assert read_library(tmp_path / "ny").municipality == HANINGE


def test_the_command_counts_for_the_folders_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped_folder(tmp_path, ("networks", "criteria"))
    command = ["fee", "sekom", "--year", "2025", "--data", str(tmp_path)]
    assert main(command) == 1 and "kommunen är inte känd" in capsys.readouterr().err
    save_municipality(tmp_path, None, HANINGE, "anna")
    assert main(command) == 0
    own = capsys.readouterr().out
    assert main([*command, "--place", "Haninge"]) == 0 and capsys.readouterr().out == own
