"""The list that every municipality already has: read however it lies, told before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_columns import guess
from natverkskollen.editing.membership_entry import taken_out
from natverkskollen.editing.membership_import import Plan, Wanted, list_changes, plan
from natverkskollen.editing.membership_list import read_list
from natverkskollen.files.workbook import Sheet, read_workbook
from natverkskollen.model.membership import Membership
from natverkskollen.output.excel.membership_template import membership_template
from natverkskollen.store import Saved, read_library, store_at
from tests.building.folders import ID, shipped_folder
from tests.natverkskollen.files.workbooks import all_saved_by_office, with_cells, workbook

HUDDINGE = "huddinge-2025"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shipped_folder(tmp_path / "data")


def listed(rows: Sequence[Sequence[Any]], name: str = "Blad1", **formats: str) -> bytes:
    """A workbook with a list in it as somebody might have made one."""

    def fill(book) -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, str) and value.startswith("="):
                    sheet.write_formula(row, column, value, None, 4711)
                elif value is not None:
                    sheet.write(row, column, value)

    return workbook(fill)


def read(content: bytes, library: Library):
    sheets = read_workbook(content)
    layout = guess(sheets)
    assert layout is not None
    sheet = next(each for each in sheets if each.name == layout.sheet)
    return sheet, layout, read_list(sheet, layout, library.networks)


def planned(content: bytes, folder: Path, evaluation: str = HUDDINGE) -> Plan:
    library = read_library(folder)
    sheet, layout, found = read(content, library)
    year = layout.year(sheet) or "2025"
    wanted = [Wanted(row, row.network, year, "Listan") for row in found.rows if row.network]
    return plan(library.dossier(evaluation).evaluation, wanted)


FOREIGN = [
    ["Medlemskap och nätverk, Huddinge kommun"],
    ["Sammanställt av kansliet", None, None, None, None, date(2026, 2, 3)],
    [],
    ["Nr", "Förvaltning", "Organisation", "Medlem från", "Medlemsavgift 2026", "Tim/år", "Kontakt"],
    [1, "KSF", "SEKOM", 1996, "38 291,20 kr", None, "Miljöstrateg"],
    [2, "KSF", "Klimatkommunerna ", date(2019, 1, 1), 21_000, None, "Miljöstrateg"],
    [3, "SBF", "Föreningen Sveriges Ekokommuner", 2001, 5000, None, "Planarkitekt"],
    [4, "SBF", "Klimatkommunernas förening", None, None, None, None],
    [None, None, "Summa", None, "=SUM(E5:E8)", None, None],
]


def test_a_foreign_list_is_found_below_its_titles_with_its_own_headings(data: Path) -> None:
    library = read_library(data)
    sheet, layout, found = read(listed(FOREIGN), library)
    assert layout.heading == 3
    assert {name: sheet.rows[3][at] for name, at in layout.columns.items()} == {
        "network": "Organisation",
        "since": "Medlem från",
        "paid": "Medlemsavgift 2026",
        "hours": "Tim/år",
    }
    assert layout.year(sheet) == "2026"
    by_row = {row.row: row for row in found.rows}
    assert by_row[5].network == "sekom" and by_row[6].network == "klimatkommunerna"
    assert by_row[7].network is None
    assert by_row[8].network is None and "klimatkommunerna" in by_row[8].near
    assert found.told == ["Rad 9 (Summa) är en summa och lästes inte."]


def test_what_the_list_says_becomes_the_memberships_and_what_it_does_not_say_stays(
    data: Path,
) -> None:
    before = read_library(data).dossier(HUDDINGE).evaluation
    made = planned(listed(FOREIGN), data)
    assert not made.wrong
    now = {each["network"]: Membership.model_validate(each) for each in made.data["memberships"]}
    old = before.membership("sekom")
    paid = now["sekom"].entered_fee
    assert paid and (paid.amount, paid.year, paid.note) == (Decimal("38291.2"), 2026, "Listan")
    assert now["klimatkommunerna"].since == date(2019, 1, 1) and now["sekom"].since == old.since
    assert (now["sekom"].quoted_fee, now["sekom"].seats) == (old.quoted_fee, old.seats)


def test_our_own_template_comes_back_as_it_was_also_through_libreoffice(
    data: Path, tmp_path: Path
) -> None:
    library = read_library(data)
    dossiers = [library.dossier(each) for each in (HUDDINGE, "exempel-vastra-gotaland")]
    ours = [membership_template(each, library) for each in dossiers]
    for dossier, *contents in zip(dossiers, ours, all_saved_by_office(ours, tmp_path), strict=True):
        for content in contents:
            made = planned(content, data, dossier.evaluation.id)
            assert not made.wrong and not any(made.shown.values())
            assert len(made.shown) == len(dossier.evaluation.memberships)


def test_a_network_known_and_not_in_the_evaluation_is_added_to_it(data: Path) -> None:
    rows = [
        ["Nätverk", "Avgift (kr)", "År"],
        ["Kommunnätverket för hållbar utveckling", 1200, 2025],
    ]
    library = read_library(data)
    name = next(e.name for e in library.networks.values() if e.id.startswith("kommunnatverket"))
    rows[1][0] = name.upper()
    made = planned(listed(rows), data)
    assert made.joins == {2} and len(made.data["memberships"]) == 3


def test_a_network_that_was_taken_out_comes_back_with_what_was_kept(data: Path) -> None:
    example = "exempel-vastra-gotaland"
    store = store_at(data)
    old = read_library(data).dossier(example).evaluation.membership("sekom")
    path = data / "evaluations" / example / "evaluation.yaml"
    text = path.read_text("utf-8")
    assert "\ndecisions:" in text
    path.write_text(text.partition("\ndecisions:")[0] + "\n", "utf-8")
    away = taken_out(read_library(data).dossier(example), "sekom", "Ekonom", date(2026, 11, 3))
    assert isinstance(store.save(example, None, away, "Ekonom", "ut"), Saved)
    made = planned(listed([["Nätverk", "Avgift (kr)", "År"], ["SEKOM", 9, 2025]]), data, example)
    changes = list_changes(read_library(data).dossier(example).evaluation, made)
    assert made.joins == {2}
    assert [change.path[1] for change in changes] == ["memberships", "taken_out"]
    assert isinstance(store.save(example, None, changes, "Ekonom", "in"), Saved)
    evaluation = read_library(data).dossier(example).evaluation
    back = evaluation.membership("sekom")
    assert (back.since, back.hours_per_year) == (old.since, old.hours_per_year)
    assert back.entered_fee and back.entered_fee.amount == 9 and evaluation.taken_out == ()


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (date(2026, 3, 2), "en dag"),
        (True, "sant eller falskt"),
        ("=1+1", "en formel"),
        ("mycket", "går inte att läsa"),
        ("1.200", "Menar du"),
        (-5, "mindre än noll"),
        ("38 tkr", "går inte att läsa"),
    ],
)
def test_what_is_no_amount_is_told_with_its_cell_and_the_row_changes_nothing(
    data: Path, cell: Any, words: str
) -> None:
    before = read_library(data).dossier(HUDDINGE).evaluation
    made = planned(listed([["Organisation", "Avgift 2025"], ["SEKOM", cell]]), data)
    assert words in " ".join(made.wrong[2]) and "avgift" in " ".join(made.wrong[2]).casefold()
    assert len(made.data["memberships"]) == len(before.memberships) and not made.shown


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("1 234,50", "1234.5"), ("12 000:-", "12000"), ("700 SEK", "700"), (0, "0"), (0.1, "0.1")],
)
def test_an_amount_is_read_however_it_is_written(data: Path, cell: Any, amount: str) -> None:
    made = planned(listed([["Organisation", "Avgift 2025"], ["SEKOM", cell]]), data)
    sekom = next(each for each in made.data["memberships"] if each["network"] == "sekom")
    assert sekom["entered_fee"]["amount"] == Decimal(amount)


def test_hours_without_the_price_of_an_hour_are_told(folder: Path) -> None:
    made = planned(listed([["Nätverk", "Timmar"], ["norr", 12]]), folder, ID)
    assert "vad en timme kostar" in made.wrong[2][0]


def test_one_network_on_two_rows_is_told_and_neither_is_used(data: Path) -> None:
    rows = [["Organisation", "Avgift 2025"], ["SEKOM", 1], ["sekom", 2]]
    made = planned(listed(rows), data)
    assert set(made.wrong) == {2, 3} and "flera rader (2, 3)" in made.wrong[2][0]


def test_names_that_differ_by_a_hyphen_are_one_new_network(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(listed([["Nätverk", "Avgift"], ["ABC-nät", 100], ["ABC nät", 200]]))
    assert main(["memberships", HUDDINGE, str(path), "--create", "--data", str(data)]) == 1
    assert "flera rader (2, 3)" in capsys.readouterr().out
    assert "abc-nat" not in read_library(data).networks


def test_long_names_that_begin_alike_are_never_one_network(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, name = tmp_path / "lista.xlsx", "Det nationella nätverket för kommuner som arbetar med "
    path.write_bytes(listed([["Nätverk", "Avgift"], [f"{name}a", 100], [f"{name}b", 200]]))
    assert main(["memberships", HUDDINGE, str(path), "--create", "--data", str(data)]) == 1
    assert "b: sparas inte. Det finns redan ett nätverk" in capsys.readouterr().out
    evaluation = read_library(data).dossier(HUDDINGE).evaluation
    assert [each.entered_fee.amount for each in evaluation.memberships if each.entered_fee] == [100]


def test_a_short_name_that_two_networks_share_is_asked_about(folder: Path) -> None:
    library = read_library(folder)
    networks = {
        id_: each.model_copy(update={"short": "KK"}) for id_, each in library.networks.items()
    }
    sheet = Sheet("B", (("Nätverk", "Avgift"), ("KK", Decimal(1))))
    layout = guess((sheet,))
    assert layout
    (row,) = read_list(sheet, layout, networks).rows
    assert row.network is None and set(row.near) == set(networks)


def test_one_network_chosen_for_two_rows_is_told_and_neither_is_used(folder: Path) -> None:
    sheet = Sheet("B", (("Nätverk", "Avgift"), ("x", Decimal(900)), ("y", Decimal(100))))
    layout = guess((sheet,))
    assert layout
    library = read_library(folder)
    rows = read_list(sheet, layout, library.networks).rows
    made = plan(
        library.dossier(ID).evaluation, [Wanted(row, "norr", "2025", "Listan") for row in rows]
    )
    assert set(made.wrong) == {2, 3} and not made.shown
    assert "Samma nätverk är valt på flera rader (2, 3)" in made.wrong[2][0]


@pytest.mark.parametrize(
    ("row", "note"),
    [((12000, 2026, "Faktura 2026-77"), "Faktura 2026-77"), ((12000, 2026, None), "Listan")],
)
def test_the_same_amount_in_another_year_is_read_on_another_invoice(
    data: Path, row: tuple[Any, ...], note: str
) -> None:
    head = ["Nätverk", "Avgift", "Fakturans år", "Faktura"]
    first = planned(listed([head, ["SEKOM", 12000, 2025, "Faktura 2025-123"]]), data)
    changes = list_changes(read_library(data).dossier(HUDDINGE).evaluation, first)
    assert isinstance(store_at(data).save(HUDDINGE, None, changes, "anna", "k"), Saved)
    made = planned(listed([head, ["SEKOM", *row]]), data)
    sekom = next(each for each in made.data["memberships"] if each["network"] == "sekom")
    assert (sekom["entered_fee"]["year"], sekom["entered_fee"]["note"]) == (2026, note)


def test_the_newest_fee_is_read_and_what_travel_costs_is_no_fee(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    head = ["Nätverk", "Medlemsavgift 2025", "Medlemsavgift 2026", "Kostnad för resor"]
    path.write_bytes(listed([head, ["SEKOM", 100, 200, 7]]))
    call = ["memberships", HUDDINGE, str(path), "--preview", "--data", str(data)]
    assert main(call) == 0
    said = capsys.readouterr().out
    assert "Kolumn C: Betald avgift (kronor)." in said
    assert "Kolumn D: Resor (kronor per år)." in said
    assert "Läses inte: kolumn B (Medlemsavgift 2025)." in said
    assert "Betald avgift (kronor): – → 200" in said and "Resor (kronor per år): – → 7" in said


def test_the_year_of_a_fee_in_the_first_column_is_read() -> None:
    sheet = Sheet("B", (("Avgift 2024", "Nätverk"), (Decimal(1), "x")))
    layout = guess((sheet,))
    assert layout and layout.year(sheet) == "2024"


def test_the_command_tells_what_is_wrong_in_a_row_of_a_new_network(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(listed([["Nätverk", "Avgift"], ["Nytt nät", "mycket"]]))
    assert main(["memberships", HUDDINGE, str(path), "--create", "--data", str(data)]) == 1
    assert "Talet går inte att läsa" in capsys.readouterr().out


def test_a_merged_name_is_told_and_not_carried_down() -> None:
    sheet = Sheet(
        "B", (("Nätverk", "Avgift"), ("norr", Decimal(1)), (None, Decimal(2))), merged={(2, 0)}
    )
    layout = guess((sheet,))
    assert layout
    found = read_list(sheet, layout, {})
    assert found.told == ["Rad 3 lästes inte: cellen är sammanfogad med raden ovanför."]


def test_names_that_begin_like_formulas_are_names(data: Path, tmp_path: Path) -> None:
    content = listed([["Organisation", "Avgift 2025"], ["x", 1]])
    content = with_cells(content, {"A2": "=HYPERLINK(1)"})
    _, _, found = read(content, read_library(data))
    assert found.rows[0].name == "=HYPERLINK(1)"


def test_the_command_previews_creates_and_saves(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    rows = [*FOREIGN[:7], [4, "SBF", "Nätverket för gröna tak", 2020, 900, None, None]]
    rows[6] = [None] * 7
    path.write_bytes(listed(rows))
    call = ["memberships", HUDDINGE, str(path), "--data", str(data)]
    assert main([*call, "--preview"]) == 1
    said = capsys.readouterr().out
    assert "Nätverket för gröna tak: sparas inte. Nätverket finns inte i programmet." in said
    assert "Inget är sparat." in said
    assert main([*call, "--create"]) == 0
    library = read_library(data)
    assert library.problems == () and "natverket-for-grona-tak" in library.networks
    evaluation = library.dossier(HUDDINGE).evaluation
    assert evaluation.membership("natverket-for-grona-tak").since == 2020
    assert evaluation.membership("sekom").entered_fee.amount == Decimal("38291.2")
    capsys.readouterr()
    assert main(call) == 0 and "Noll\u00a0medlemskap sparade." in capsys.readouterr().out


def test_the_command_says_what_it_cannot_do(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(listed([["A", "B"], ["SEKOM", 5]]))
    call = ["memberships", HUDDINGE, str(path), "--data", str(data), "--preview"]
    assert main(call) == 1 and "--column network=A" in capsys.readouterr().err
    assert main([*call, "--column", "network=A", "--column", "paid=B"]) == 0
    assert "Betald avgift (kronor): – → 5" in capsys.readouterr().out
    assert main([*call, "--sheet", "Finns ej"]) == 1
    path.write_bytes(b"%PDF")
    assert main(call) == 1 and "PDF" in capsys.readouterr().err


def test_the_template_is_written_by_the_command(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mall.xlsx"
    assert main(["memberships", HUDDINGE, "-o", str(path), "--data", str(data)]) == 0
    assert [sheet.name for sheet in read_workbook(path.read_bytes())] == ["Medlemskap", "Nätverken"]
