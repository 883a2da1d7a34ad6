"""Everything in one workbook: the figures of the result, as figures, and nothing that is hidden."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli.commands import main
from natverkskollen.files.workbook import Sheet, read_workbook
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.excel.everything import everything
from natverkskollen.output.result_json import result_json
from natverkskollen.store import read_library
from tests.building.folders import ID, shipped_folder
from tests.natverkskollen.files.workbooks import saved_by_office

NAMES = [
    *("Utvärderingen", "Resultat", "Kriterier", "Svar", "Medlemskap", "Kostnader", "Avgifter"),
    *("Nätverk", "Uppgifter", "Källor"),
]
SHIPPED = ["huddinge-2025", "exempel-vastra-gotaland"]


def sheets(folder: Path, evaluation: str, office: Path | None = None) -> dict[str, Sheet]:
    content = everything(evaluate(read_library(folder).dossier(evaluation)))
    content = saved_by_office(content, office) if office else content
    return {sheet.name: sheet for sheet in read_workbook(content)}


def column(sheet: Sheet, heading: str) -> list:
    at = sheet.rows[0].index(heading)
    return [row[at] if at < len(row) else None for row in sheet.rows[1:]]


@pytest.mark.parametrize("evaluation", SHIPPED)
def test_the_sheets_say_what_the_result_says_also_when_libreoffice_has_saved_them(
    tmp_path: Path, evaluation: str
) -> None:
    folder = shipped_folder(tmp_path / "data")
    result = evaluate(read_library(folder).dossier(evaluation))
    said = result_json(result)["networks"].values()
    for found in (sheets(folder, evaluation), sheets(folder, evaluation, tmp_path)):
        assert list(found) == NAMES
        results = found["Resultat"]
        assert [round(float(v), 4) for v in column(results, "Värde (0–100)")] == [
            each["total"] for each in said
        ]
        costs = column(results, "Kostnad (kronor per år)")
        assert [f"{cost:.2f}" if cost is not None else None for cost in costs] == [
            each["annual_cost_sek"] for each in said
        ]
        facts = [fact for each in result.networks for fact in each.network.facts]
        days = column(found["Uppgifter"], "Per")
        assert days == [fact.as_of for fact in facts] and isinstance(days[0], date)
        values = [None if isinstance(fact.value, str) else fact.value for fact in facts]
        assert column(found["Uppgifter"], "Tal") == values
        assert column(found["Uppgifter"], "Citat") == [fact.source.quote for fact in facts]
        criteria = column(found["Kriterier"], "Vikt (procent)")
        assert sum(criteria) == pytest.approx(Decimal(100) * len(result.networks))


@pytest.mark.parametrize("evaluation", SHIPPED)
def test_the_answers_are_the_rows_of_the_csv_file(tmp_path: Path, evaluation: str) -> None:
    folder = shipped_folder(tmp_path / "data")
    text = answers_csv(read_library(folder).dossier(evaluation)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    sheet = sheets(folder, evaluation)["Svar"]
    assert [str(cell).casefold() for cell in sheet.rows[0]] == rows[0]
    assert column(sheet, "Motivering") == [row[8] or None for row in rows[1:]]


def test_answers_that_are_hidden_are_in_no_sheet(folder: Path) -> None:
    path = folder / "evaluations" / ID / "evaluation.yaml"
    assert "Så var det från början." in repr(sheets(folder, ID))
    path.write_text(path.read_text("utf-8") + "blind: true\n", "utf-8")
    found = sheets(folder, ID)
    assert "Så var det från början." not in repr(found) and len(found["Svar"].rows) == 1
    assert "Miljöstrateg, Ekonom" in repr(found["Utvärderingen"].rows)


def test_the_same_result_gives_the_same_file(folder: Path) -> None:
    result = evaluate(read_library(folder).dossier(ID))
    assert everything(result) == everything(result)


def test_no_text_becomes_a_formula_or_a_link(folder: Path) -> None:
    evil = "=1+1"
    for path in (
        folder / "networks" / "norr.yaml",
        folder / "evaluations" / ID / "answers/anna.yaml",
    ):
        text = path.read_text("utf-8").replace("Finns bara i proven.", f'"{evil}"')
        path.write_text(text.replace("Så var det från början.", f'"{evil}"'), "utf-8")
    found = sheets(folder, ID)
    assert evil in column(found["Nätverk"], "Beskrivning")
    assert evil in column(found["Svar"], "Motivering")
    assert "en formel" not in repr(found)


def test_the_command_writes_it(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "allt.xlsx"
    assert main(["result", ID, "--excel", str(path), "--data", str(folder)]) == 0
    assert [sheet.name for sheet in read_workbook(path.read_bytes())][:2] == NAMES[:2]


def test_every_figure_of_huddinge_stands_under_its_heading(tmp_path: Path) -> None:
    """The themes and totals are counted by hand in test_huddinge.py; one question of fourteen that
    weigh alike within their themes is not answered, which leaves 96.4 per cent."""
    found = sheets(shipped_folder(tmp_path / "data"), "huddinge-2025")
    result = found["Resultat"]
    told = {
        heading: [round(float(each), 2) for each in column(result, heading)]
        for heading in result.rows[0]
        if str(heading).endswith(("(0–100)", "(procent)", "invånare)", "år)"))
    }
    assert told == {
        "Värde (0–100)": [72.75, 56.63],
        "Lägst (0–100)": [58.77, 44.17],
        "Högst (0–100)": [79.67, 69.99],
        "Nytta utan kostnad (0–100)": [77.08, 55.59],
        "Bedömd del av vikten (procent)": [96.43, 96.43],
        "Kostnad (kronor per år)": [38291.2, 38291.2],
        "Kostnad (kronor per invånare)": [0.33, 0.33],
        "Fokusområden (0–100)": [81.25, 62.5],
        "Kostnad (0–100)": [59.76, 59.76],
        "Miljöstrategiskt arbete (0–100)": [95.83, 37.5],
        "Andra värden (0–100)": [54.17, 66.77],
    }
    assert column(result, "Medlem i dag") == ["ja", "ja"]
    assert column(result, "Arbetstiden är med") == ["nej", "nej"]


def test_only_the_fee_that_holds_says_what_it_becomes_and_vat_is_not_in_the_sum(
    tmp_path: Path,
) -> None:
    """4 000 + 0.30 × 114 304 = 38 291.20; Geoforum 550 + 10 050, the latter with VAT."""
    folder = shipped_folder(tmp_path / "data")
    path = folder / "evaluations" / "huddinge-2025" / "evaluation.yaml"
    text = path.read_text("utf-8").replace(
        "memberships:\n", "memberships:\n  - network: geoforum\n"
    )
    path.write_text(text, "utf-8")
    found = sheets(folder, "huddinge-2025")
    fees = found["Avgifter"]
    becomes = zip(column(fees, "Nätverk"), column(fees, "Blir för er, utan moms"), strict=True)
    assert sorted((name, float(each)) for name, each in becomes if each is not None) == [
        ("Geoforum Sverige", 10600.0),
        ("Klimatkommunerna", 38291.2),
        ("Sveriges Ekokommuner", 38291.2),
    ]
    costs = found["Kostnader"]
    rows = zip(column(costs, "Rad"), column(costs, "Räknas i summan"), strict=True)
    assert ("Moms", "nej") in list(rows)
