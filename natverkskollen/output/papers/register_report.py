"""The yearly report of the memberships to the body that answers for them, in the papers' template.

At most two pages for a municipality with a dozen memberships: one table, and short lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from natverkskollen.analysis.register.expectations import turned_out
from natverkskollen.analysis.register.use import Use
from natverkskollen.analysis.register.yearly import YearReport, YearRow
from natverkskollen.decisions.point import Point, acts
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Head,
    Numbered,
    Paper,
    Paragraph,
    Section,
    Table,
    with_texts,
)
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.register_summary import summary_words
from natverkskollen.output.papers.template import MemoTemplate, read_template, template_file
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.line_breaks import unbroken
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.sentences import split_sentences
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, counted, genitive

BOARD = "Kommunstyrelsen"
FICTIONAL = (
    "Påhittat exempel. Kommunen och allt som står om dess medlemskap är påhittat, och skrivelsen "
    "säger inget om nätverken."
)
_MOST_SAID = 12  # memberships with room for all that is said of each
_MOST_DAYS = 8


@dataclass(frozen=True)
class Report:
    """The report written out: the paper, and the Word file it is put in."""

    paper: Paper
    word_template: Path
    year: int
    written: datetime

    def file(self, kind: str) -> bytes:
        """The report as `docx`, `pdf` or `txt`; DataError where the template has a fault."""
        return _FORMATS[kind](self)

    def file_name(self, kind: str) -> str:
        """The name of the file: `redovisning-medlemskap-2026.docx`."""
        return f"redovisning-medlemskap-{self.year}.{kind}"


_FORMATS: Mapping[str, Callable[[Report], bytes]] = {
    "docx": lambda each: docx_bytes(each.paper, each.word_template, each.written),
    "pdf": lambda each: pdf_bytes(each.paper, each.word_template, each.written),
    "txt": lambda each: txt_bytes(each.paper),
}
KINDS = tuple(_FORMATS)


def report(
    found: YearReport,
    folder: Path,
    whose: str | OwnMunicipality | None,
    written: datetime,
    template: str | None = None,
) -> Report:
    """The report of a year in a template (None: the first); DataError if it has a fault.

    `whose` is the municipality or its name; None where the folder does not say.
    """
    form = read_template(folder, template)
    name = whose.name if isinstance(whose, OwnMunicipality) else whose or "[Fyll i: kommunen]"
    sections = tuple(_sections(found, form, name))
    fictional = any(each.row.membership.fictional for each in found.rows)
    paper = Paper(
        Head(
            document_name=form.document_name,
            municipality=name,
            department="",
            officer="",
            date=found.register.today.isoformat(),
            diarienummer="",
            addressee=_board(found),
            title=f"Redovisning av {_whose(name)} medlemskap {found.year}",
            stamp="",
            footer=form.footer or "",
        ),
        (FICTIONAL,) if fictional else (),
        sections,
        form.notation_parts,
    )
    word = template_file(folder, f"{form.id}.docx")
    return Report(paper, word, found.year, written)


def _whose(name: str) -> str:
    return "regionens" if "region" in name.lower() else "kommunens"


def _board(found: YearReport) -> str:
    """The body that answers for most of the memberships."""
    bodies = [each.row.membership.owner.body for each in found.rows if each.row.membership.owner]
    return max(dict.fromkeys(bodies), key=bodies.count, default=BOARD)


def _sections(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Section]:
    for id_, heading, blocks in (
        ("forslag-till-beslut", form.heading("forslag-till-beslut", _board(found)), _decision),
        ("sammanfattning", form.heading("sammanfattning"), _summary),
        ("medlemskapen", f"Medlemskapen {found.year}", _table),
        ("forvantningar", "Förväntningar och utfall", _expectations),
        ("utvarderingar", "Medlemskap som bör utvärderas", _to_evaluate),
        ("dagar", "Dagar att hålla det närmaste året", _days),
    ):
        written = tuple(blocks(found, form, name))
        if written:
            whole = tuple(with_texts(block, unbroken) for block in written)
            yield Section(id_, heading, whole)


def _decision(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Block]:
    """The body approves the report; in the template's own style."""
    board, day = _board(found), form.days.document(found.register.today)
    what = f"redovisningen av {_whose(name)} medlemskap {found.year}, daterad {day}"
    point: Point = acts(board, f"godkänner {what}", f"godkänna {what}", f"{what}, godkänns")
    words = point.written(form.decision_style)
    if form.decision_style in ("att", "infinitive"):
        yield Paragraph(f"{capital(board)} beslutar", kind="lead")
    yield Numbered((words,)) if form.numbered_points else Paragraph(words)


def _summary(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Block]:
    yield Paragraph(summary_words(found, name))


def _table(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Block]:
    said = len(found.rows) <= _MOST_SAID and any(each.told for each in found.rows)
    header = ["Medlemskap", "Kostnad", "Användning", "Uppsägning senast"]
    widths = [34, 18, 28, 20]
    if said:
        header.insert(3, "Vad det gav")
        widths = [22, 14, 19, 30, 15]
    rows = tuple(_cells(each, said) for each in found.rows)
    total = ("Summa", _kronor(found.total), *[""] * (len(header) - 2))
    yield Table(
        f"{capital(genitive(name))} medlemskap {found.year}",
        tuple(header),
        (*rows, total) if len(rows) > 1 and found.total else rows,
        tuple(widths),
        numeric=(1,),
        totals=1 if len(rows) > 1 and found.total else 0,
    )


def _cells(each: YearRow, said: bool) -> tuple[str, ...]:
    cells = [
        each.row.name,
        _kronor(each.paid) if each.paid is not None else "inte inskriven",
        _used(each.use),
        each.leave,
    ]
    if said:
        cells.insert(3, split_sentences(each.told.gave)[0] if each.told else "inte uppföljt")
    return tuple(cells)


def _used(use: Use) -> str:
    if not use.occasions:
        return "ingen"
    many = counted(use.occasions, "en gång", "gånger")
    return ", ".join(filter(None, (many, use.hours_words)))


def _day(day: date) -> str:
    return long_date(day).removeprefix(f"den{HARD}")


def _kronor(amount: Decimal) -> str:
    return f"{number(amount, 0)}{HARD}kr"


def _expectations(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Block]:
    memberships = (row.membership for row in found.register.rows)
    if told := turned_out(memberships, "förvaltningen"):
        yield Paragraph(" ".join(told))


def _to_evaluate(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Block]:
    """Each with its reasons; with the weightiest alone where they would be a page of their own."""
    rows = [each.row for each in found.to_evaluate]
    most = None if len(rows) <= _MOST_SAID else 1
    if rows:
        yield Bullets(tuple(f"{row.name}: {' '.join(row.reasons[:most])}" for row in rows))


def _days(found: YearReport, form: MemoTemplate, name: str) -> Iterator[Block]:
    late = [
        f"{d.key.title.rstrip('.')}, skulle ha gjorts {long_date(d.day)}."
        for d in found.register.late
    ]
    told = [f"{_day(d.day)}: {d.key.title.rstrip('.')}." for d in found.days]
    shown = (*late[:_MOST_DAYS], *told[:_MOST_DAYS])
    if shown:
        yield Bullets(shown)
    if left := len(late) + len(told) - len(shown):
        yield Paragraph(f"Ytterligare {counted(left, 'en dag', 'dagar')} står i registret.")
