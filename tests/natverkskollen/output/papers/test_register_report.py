"""The yearly report: at most two pages, in the template, and every word to stand by."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from natverkskollen.analysis.register.register import register_of
from natverkskollen.analysis.register.yearly import YearReport, year_report
from natverkskollen.output.papers.register_report import Report, report
from natverkskollen.store import read_library
from tests import ROOT
from tests.building.register import many_memberships, register_folder

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
EXEMPELBY = "Exempelby kommun"


def of_year(folder: Path, year: int, whose: str | None = None) -> YearReport:
    return year_report(register_of(read_library(folder), date(2026, 11, 27), whose), year)


def written(template: str | None = None, year: int = 2025) -> Report:
    return report(of_year(ROOT, year, EXEMPELBY), ROOT, EXEMPELBY, NOW, template)


def text(made: Report) -> str:
    return made.file("txt").decode("utf-8").replace("\u00a0", " ")


def test_the_example_says_what_the_year_cost_gave_and_asks_for() -> None:
    said = text(written())
    for words in (
        "Kommunstyrelsen godkänner redovisningen av kommunens medlemskap 2025, daterad den "
        "27 november 2026.",
        "Exempelby kommun hade tre medlemskap 2025. De kostade tillsammans 39 980 kronor. Det är "
        "560 kronor mer än 2024. Förvaltningen använde dem elva gånger och lade 81 timmar på det.",
        "Klimatkommunerna och SEKOM bör utvärderas.",
        "Studiebesöket om våtmarker ledde till två åtgärder i naturvårdsprogrammet.",
        "Det förvaltningen kallade troligt inträffade i 7 av 10 fall, och delvis i 1.",
        "I uppföljningen för 2025 föreslås att medlemskapet utvärderas.",
        "30 september 2027: Sista dag att säga upp Kommunnätverket.",
        "Påhittat exempel.",
    ):
        assert words in said, words
    assert " ni " not in said and "Nätverkskollen" not in said and "[" not in said


@pytest.mark.parametrize("template", ["huddinge", "kungsbacka-stil", "att-satser"])
def test_in_every_template_it_is_at_most_two_pages_and_says_the_same_in_all_three(
    template: str,
) -> None:
    made = written(template)
    pages = PdfReader(io.BytesIO(made.file("pdf"))).pages
    assert len(pages) <= 2
    pdf = " ".join(" ".join(page.extract_text().split()) for page in pages)
    word = Document(io.BytesIO(made.file("docx")))
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    body = " ".join(paragraph.text for paragraph in word.paragraphs)
    assert "Summa" in cells and "Kommunnätverket" in cells
    for words in ("81", "Klimatkommunerna och SEKOM bör utvärderas."):
        assert words in pdf and words in body.replace("\u00a0", " ")
    if template == "att-satser":
        assert "att godkänna redovisningen" in pdf
    else:
        assert "godkänner redovisningen" in pdf


def test_what_is_not_known_is_said_and_never_made_up(tmp_path: Path) -> None:
    folder = register_folder(tmp_path / "data")
    said = text(report(of_year(folder, 2025), folder, "Lillköpings kommun", NOW))
    assert "De kostade tillsammans 38 291 kronor." in said
    assert "soder ingår inte, eftersom ingen faktura är inskriven." in said
    assert "Inget är skrivet om hur de användes." in said
    assert "mer än 2024" not in said, "one of them is not known that year"
    bare = text(report(of_year(folder, 2019), folder, None, NOW))
    assert "kostade" not in bare and "[Fyll i: kommunen] hade två medlemskap 2019." in bare


def test_one_membership_is_told_of_as_one(tmp_path: Path) -> None:
    folder = many_memberships(tmp_path / "data", 1, 1)
    log = "log:\n  a: {day: 2025-03-01, what: möte, text: Träff., by: Ekolog, hours: 1}\n"
    path = folder / "memberships" / "natverk-0.yaml"
    path.write_text(path.read_text("utf-8").partition("log:")[0] + log, "utf-8")
    said = text(report(of_year(folder, 2025), folder, "Lillköpings kommun", NOW))
    assert "hade ett medlemskap 2025. Det kostade 38 291 kronor." in said
    assert "Förvaltningen använde det en gång och lade 1 timme på det." in said
    assert "Inget är skrivet om hur det användes." in text(
        report(of_year(folder, 2024), folder, "Lillköpings kommun", NOW)
    )


def test_a_register_of_forty_can_be_reported(tmp_path: Path) -> None:
    folder = many_memberships(tmp_path / "data", 40, 1847)  # the last twenty lines are of 2025
    made = report(of_year(folder, 2025), folder, "Lillköpings kommun", NOW)
    said = text(made)
    assert "hade 40 medlemskap 2025" in said
    assert "20 medlemskap användes inte enligt loggen." in said, "not a list of twenty names"
    assert "dagar står i registret." in said
    asked = said.partition("Medlemskap som bör utvärderas")[2].partition("Dagar att hålla")[0]
    assert asked.count("– natverk-") == 40 and "natverk-7: Avgiften höjdes 16 procent" in asked
    assert max(row.count(". ") for row in asked.splitlines()) == 0, "one reason each"
    assert made.file("pdf").startswith(b"%PDF") and made.file("docx").startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Västra Götalandsregionen", "regionens"),
        ("Region Skåne", "regionens"),
        ("Borås stad", "kommunens"),
    ],
)
def test_a_region_is_called_one(tmp_path: Path, name: str, whose: str) -> None:
    folder = register_folder(tmp_path / "data")
    said = text(report(of_year(folder, 2025), folder, name, NOW))
    assert f"Redovisning av {whose} medlemskap 2025" in said
