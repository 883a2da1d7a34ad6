"""What the form lets a person change, and what it offers them to choose from."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from natverkskollen.analysis.wording import GRADES
from natverkskollen.editing.score_form import COLUMNS
from natverkskollen.files.workbook import read_workbook
from tests.building.folders import small_folder
from tests.natverkskollen.editing.test_score_form import at, form
from tests.natverkskollen.files.workbooks import saved_by_office

NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
NETWORKS, CRITERIA = ("norr", "soder"), ("bredd", "djup", "tid")


def part(content: bytes, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


@pytest.fixture(params=["ours", "saved by LibreOffice"], scope="module")
def content(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> bytes:
    place = tmp_path_factory.mktemp("form")
    made = form(small_folder(place / "data"), "liten", "anna")
    return made if request.param == "ours" else saved_by_office(made, place)


def test_only_what_is_asked_can_be_written_in(content: bytes) -> None:
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert sheet.xpath("x:sheetProtection/@sheet", namespaces=NS)[0] in ("1", "true")
    looks = part(content, "xl/styles.xml").xpath("x:cellXfs/x:xf", namespaces=NS)
    no = ("0", "false")
    unlocked = {
        str(n)
        for n, xf in enumerate(looks)
        if any(each in no for each in xf.xpath("x:protection/@locked", namespaces=NS))
    }
    found = {
        cell.get("r")
        for cell in sheet.iter(f"{{{NS['x']}}}c")
        if cell.get("s") in unlocked and cell.get("r")[0] in "BCDEF"
    }
    asked = {(n, c, f) for n in NETWORKS for c in CRITERIA for f in COLUMNS}
    asked -= {(n, "tid", "upper") for n in NETWORKS}
    assert found == {at(content, *each) for each in asked}


def test_each_answer_is_chosen_among_its_levels_in_words(content: bytes) -> None:
    lists = next(sheet for sheet in read_workbook(content) if sheet.name == "Listor")
    assert lists.hidden
    sheet = part(content, "xl/worksheets/sheet1.xml")
    offered = {}
    for rule in sheet.iter(f"{{{NS['x']}}}dataValidation"):
        column = rule.xpath("string(x:formula1)", namespaces=NS).split("$")[1]
        at_column = ord(column) - 65
        words = [row[at_column] for row in lists.rows if at_column < len(row)]
        offered |= {cell: [each for each in words if each] for cell in rule.get("sqref").split()}
    steps = ["1 – a", "2 – b", "3 – c", "4 – d", "5 – e", "Ej bedömt", "Ej tillämpligt"]
    assert offered[at(content, "norr", "bredd", "score")] == steps
    assert offered[at(content, "norr", "tid", "score")] == ["Ej tillämpligt"]
    assert offered[at(content, "norr", "bredd", "upper")] == ["2", "3", "4", "5"]
    assert offered[at(content, "soder", "tid", "grade")] == list(GRADES.values())
