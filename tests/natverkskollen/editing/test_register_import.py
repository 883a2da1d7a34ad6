"""A list in Excel into the register and out again: told first, saved once, and never a formula."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.analysis.register.register import register_of
from natverkskollen.cli.commands import main
from natverkskollen.editing.register_import import Reading, read_register
from natverkskollen.output.excel.register_book import register_book
from natverkskollen.store import read_library
from tests.building.register import register_folder
from tests.natverkskollen.editing.test_membership_import import listed

FOREIGN = [
    ["Kommunens medlemskap", None, None, None, None],
    ["Organisation", "Nämnd", "Årsavgift 2026", "Kostnadsställe", "Uppsägning"],
    ["norr", "Miljönämnden", 39000, 1234, "senast 3 månader före årets slut"],
    ["Nätverket soder", "Kommunstyrelsen", "5 000 kr", None, None],
    ["Okända föreningen", "Kommunstyrelsen", 700, None, None],
    ["Summa", None, 44700, None, None],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return register_folder(tmp_path / "data")


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    code = main(["register", *words, "--data", str(folder)])
    said = capsys.readouterr()
    return code, (said.out + said.err).replace("\u00a0", " ")


def test_a_foreign_list_is_shown_then_saved_and_the_same_list_again_changes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(listed(FOREIGN))
    before = (folder / "memberships" / "norr.yaml").read_bytes()
    code, said = run(capsys, folder, "--read", str(path), "--preview")
    assert code == 1 and "Inget är sparat." in said
    assert "Ansvarig nämnd: Kommunstyrelsen → Miljönämnden" in said
    assert "Rad 5, Okända föreningen: sparas inte. Nätverket finns inte i programmet." in said
    assert "är en summa och lästes inte" in said
    assert (folder / "memberships" / "norr.yaml").read_bytes() == before
    assert "Två medlemskap sparade." in run(capsys, folder, "--read", str(path))[1]
    library = read_library(folder)
    norr, soder = library.memberships["norr"], library.memberships["soder"]
    assert library.problems == ()
    assert norr.owner and (norr.owner.body, norr.owner.role) == ("Miljönämnden", "Miljöstrateg")
    assert [(p.year, p.amount) for p in norr.paid] == [
        (2024, Decimal(33000)),
        (2025, Decimal("38291.20")),
        (2026, Decimal(39000)),
    ]
    assert norr.notice.rule == "senast 3 månader före årets slut" and norr.budget_line == "1234"
    assert soder.paid[0].amount == 5000
    assert "Noll medlemskap sparade." in run(capsys, folder, "--read", str(path))[1]


def test_a_network_that_is_new_is_made_when_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(listed(FOREIGN))
    assert run(capsys, folder, "--read", str(path), "--create")[0] == 0
    library = read_library(folder)
    made = library.memberships["okanda-foreningen"]
    assert library.networks["okanda-foreningen"].name == "Okända föreningen"
    assert made.paid[0].amount == 700 and library.problems == ()


def test_what_goes_out_comes_in_again_and_changes_nothing(folder: Path) -> None:
    library = read_library(folder)
    book = register_book(register_of(library, date(2026, 11, 27)))
    found = read_register(library, book, "2026")
    assert isinstance(found, Reading) and len(found.planned) == 2
    assert found.ready == () and all(not each.wrong for each in found.planned)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["norr", None, None, None, "3 mån"], "Regeln går inte att läsa"),
        (["norr", None, "mycket", None, None], "Talet går inte att läsa"),
        (["norr", None, "=1+1", None, None], "Cellen innehåller en formel"),
        (["norr", "=HYPERLINK(1)", None, None, None], "Cellen innehåller en formel"),
    ],
)
def test_a_row_with_anything_wrong_changes_nothing_and_says_why(
    folder: Path, row: list[object], told: str
) -> None:
    found = read_register(read_library(folder), listed([*FOREIGN[:2], row]), "2026")
    assert isinstance(found, Reading)
    (planned,) = found.planned
    assert told in " ".join(planned.wrong)
    assert planned.wrong and not planned.changes


def test_a_file_that_is_no_list_is_refused(folder: Path) -> None:
    library = read_library(folder)
    for raw in (b"PK nej", listed([["Datum", "Belopp"], ["2026-01-01", 4]])):
        found = read_register(library, raw, "2026")
        assert not isinstance(found, Reading) and found.what and found.remedy


@pytest.mark.parametrize(
    ("heading", "words", "kinds", "told"),
    [
        ("Kategori", ("Miljö", "Övrig"), (None, None), "Kolumnen Kategori lästes inte"),
        ("Typ", ("Övrig", None), ("övrig", None), ""),
        ("Klass", ("Miljö", "övrig"), (None, "övrig"), ""),
    ],
)
def test_a_column_of_others_kinds_keeps_no_row_from_being_saved(
    folder: Path,
    heading: str,
    words: tuple[str | None, ...],
    kinds: tuple[str | None, ...],
    told: str,
) -> None:
    (folder / "memberships" / "norr.yaml").unlink()
    rows = [["norr", words[0], 100], ["soder", words[1], 200]]
    book = listed([["Organisation", heading, "Årsavgift 2026"], *rows])
    found = read_register(read_library(folder), book, "2026")
    assert isinstance(found, Reading)
    assert bool(told) == bool(found.told) and told in " ".join(found.told)
    refused = [bool(each.wrong) for each in found.planned]
    assert refused == [heading == "Klass", False], "in our own column a wrong word is a mistake"
    shown = [dict((what, new) for what, _, new in each.shown) for each in found.planned]
    assert [(each.get("Klass") or "").casefold() or None for each in shown] == list(kinds)
