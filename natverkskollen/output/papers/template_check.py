"""What is wrong with a municipality's own template, all at once and before anybody needs it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.reading import read_model
from natverkskollen.output.papers.blocks import (
    Bullets,
    Head,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Section,
    Table,
)
from natverkskollen.output.papers.docx import docx_bytes, page_of, template_bytes
from natverkskollen.output.papers.intake.fault import TemplateFault, unreadable
from natverkskollen.output.papers.looks import LOOKS, SIGNATURES, STRONG, TABLE
from natverkskollen.output.papers.placeholders import misplaced
from natverkskollen.output.papers.template import MemoTemplate

_KINDS = {
    WD_STYLE_TYPE.PARAGRAPH: "styckeformat",
    WD_STYLE_TYPE.TABLE: "tabellformat",
    WD_STYLE_TYPE.CHARACTER: "teckenformat",
}


def check_template(path: Path) -> list[Problem]:
    """Every problem in a Word template and in the YAML file beside it that has the same name."""
    word, mapping = path.with_suffix(".docx"), path.with_suffix(".yaml")
    problems = list(_mapping(mapping))
    try:
        content = template_bytes(word)
    except TemplateFault as fault:
        return [*problems, Problem(word.name, 0, fault.what, fault.remedy)]
    told = [*misplaced(content), *_styles(content)]
    problems += [Problem(word.name, 0, what, remedy) for what, remedy in dict.fromkeys(told)]
    if not told:
        problems += _trial(word)
    return problems


def _mapping(path: Path) -> Iterator[Problem]:
    if not path.is_file():
        what = "mappningsfilen finns inte"
        yield Problem(path.name, 0, what, "Kopiera huddinge.yaml hit och ändra id")
        return
    reading = read_model(path, path.name, MemoTemplate)
    yield from reading.problems
    if reading.model and reading.model.id != path.stem:
        what, remedy = "id är inte detsamma som filnamnet", f"Skriv id: {path.stem}"
        yield reading.problem(("id",), what, remedy)


def _styles(content: bytes) -> Iterator[tuple[str, str]]:
    """Styles of the right name but the wrong kind; those that are missing are added by us."""
    wanted = dict.fromkeys(LOOKS, WD_STYLE_TYPE.PARAGRAPH)
    wanted |= dict.fromkeys((TABLE, SIGNATURES), WD_STYLE_TYPE.TABLE)
    wanted |= {STRONG: WD_STYLE_TYPE.CHARACTER}
    try:
        styles = {style.name: style.type for style in Document(BytesIO(content)).styles}
    except Exception as error:  # whatever a broken file makes python-docx or lxml raise
        yield unreadable(error)
        return
    for name, kind in wanted.items():
        if styles.get(name, kind) != kind:
            words = _KINDS[kind]
            yield f"formatmallen '{name}' är inget {words}", "Ta bort den eller gör om den i Word"


def _trial(word: Path) -> list[Problem]:
    """Fill in the template with a memo that has one block of every kind."""
    try:
        docx_bytes(_EXAMPLE, word)
        page_of(_EXAMPLE, word)
    except DataError as error:
        return [Problem(word.name, 0, each.what, each.remedy) for each in error.problems]
    return []


_EXAMPLE = Paper(
    head=Head(
        document_name="Tjänsteskrivelse",
        municipality="Provkommunen",
        department="Provförvaltningen",
        officer="Handläggaren Prov",
        date="2025-04-01",
        diarienummer="KS-2025/1",
        addressee="Provnämnden",
        title="En rubrik på prov",
        stamp="UTKAST – ARBETSMATERIAL",
        footer="En sidfot på prov",
    ),
    remarks=("En anmärkning på prov.",),
    sections=(
        Section(
            "forslag-till-beslut",
            "Förslag till beslut",
            (
                Heading(3, "Provnämndens beslut"),
                Numbered(("Provnämnden prövar mallen.",)),
                Bullets(("En punkt på prov.",)),
                Table("En tabell på prov", ("Ett", "Två"), (("1", "2"),), (50, 50), (1,)),
                Paragraph("En motivering på prov.", kind="quote"),
            ),
        ),
    ),
    page_notation=("", " (", ")"),
)
