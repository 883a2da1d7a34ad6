"""All there is of an evaluation in one workbook: what was judged, answered, found and paid.

It holds what the viewer may see, as every page does: answers that are hidden are not in a dossier's
sheets. Numbers are numbers, with their unit in the heading, and days are days.
"""

from __future__ import annotations

from datetime import datetime, time

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.wording import STATUS
from natverkskollen.output.answer_rows import HEADING, answer_rows
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.column import AS_IT_IS, MONEY, NAME, Column, Rows
from natverkskollen.output.excel.membership_template import membership_cells, membership_columns
from natverkskollen.output.excel.network_sheets import write_networks
from natverkskollen.output.excel.result_sheets import (
    CRITERIA,
    POINTS,
    RESULT,
    criterion_rows,
    result_rows,
)
from natverkskollen.swedish.words import capital, listed


def everything(result: Result) -> bytes:
    """The whole evaluation as an .xlsx file; the same result gives the same bytes."""
    evaluation = result.evaluation
    made = datetime.combine(evaluation.case.date, time())
    book = Book(evaluation.title, made)
    about = [Column("Uppgift", 30), Column("Värde", 90, AS_IT_IS, "left")]
    book.table("Utvärderingen", about, list(_about(result)))
    themes = [Column(f"{each.title} (0–100)", 16, POINTS) for each in result.criteria.themes]
    book.table("Resultat", [*RESULT, *themes], list(result_rows(result)))
    book.table("Kriterier", CRITERIA, list(criterion_rows(result)))
    answers = [Column(capital(words), width) for words, width in zip(HEADING, _WIDE, strict=True)]
    book.table("Svar", answers, list(answer_rows(result.dossier)))
    networks = result.dossier.networks
    rows = [membership_cells(each, networks[each.network]) for each in evaluation.memberships]
    book.table("Medlemskap", membership_columns(), rows)
    book.table("Kostnader", _COSTS, list(_costs(result)))
    write_networks(book, result)
    return book.content()


def _about(result: Result) -> Rows:
    evaluation, who = result.evaluation, result.evaluation.municipality
    yield "Utvärdering", evaluation.title
    yield "Status", STATUS[evaluation.status]
    if evaluation.fictional:
        yield "Anmärkning", "Påhittat exempel"
    yield "Kommun eller region", who.name
    yield "Invånare", who.inhabitants
    yield "Invånare, dag", who.as_of
    yield "Ärendets dag", evaluation.case.date
    yield "Diarienummer", evaluation.case.diarienummer
    yield "Beslutas av", evaluation.case.body
    yield "Avgifternas år", str(evaluation.year)
    yield "Bedömare", listed([each.role for each in evaluation.assessors])
    yield "Kriterier", f"{result.criteria.title}, version {evaluation.criteria_revision}"
    yield "Vikter", result.weighting_title
    waiting = ", ".join(each.role for each in evaluation.waiting_for)
    if waiting:
        yield "Svar som är dolda tills alla har lämnat in", waiting
    yield "Underlagets kontrollsumma (SHA-256)", result.input_hash
    yield "Nätverkskollen, version", result.program_version


_WIDE = (16, 26, 30, 26, 34, 8, 8, 12, 60, 14, 60, 30)
_COSTS = [
    NAME,
    Column("Rad", 24),
    Column("Belopp (kronor per år)", 16, MONEY),
    Column("Belopp i annan valuta", 20),
    Column("Hur det är räknat", 70),
    Column("Räknas i summan", 12),
]


def _costs(result: Result) -> Rows:
    for each in result.networks:
        for lines, counted in ((each.cost.lines, True), (each.cost.beside, False)):
            for line in lines:
                name = each.network.name
                yield name, line.label, line.amount, line.said, line.basis, counted
