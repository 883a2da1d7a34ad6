"""All there is of an evaluation in one workbook: what was judged, answered, found and paid.

It holds what the viewer may see, as every page does: answers that are hidden are not in a dossier's
sheets. Numbers are numbers, with their unit in the heading, and days are days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from fractions import Fraction

from natverkskollen.analysis.cost import fee_history
from natverkskollen.analysis.facts import KINDS, source_words
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.wording import STATUS, cell_words, verdict_name
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import OUTCOME_WORDS
from natverkskollen.output.answers_csv import HEADING, answer_rows
from natverkskollen.output.excel.book import AS_IT_IS, Book, Column, Value
from natverkskollen.output.excel.membership_template import membership_cells, membership_columns
from natverkskollen.swedish.words import capital, listed

Rows = Iterator[Sequence[Value]]
_POINTS, _MONEY, _SHARE = "0.0", "#,##0.00", "0.0"
_NAME = Column("Nätverk", 30)


def everything(result: Result) -> bytes:
    """The whole evaluation as an .xlsx file; the same result gives the same bytes."""
    evaluation = result.evaluation
    made = datetime.combine(evaluation.case.date, time())
    book = Book(evaluation.title, made)
    about = [Column("Uppgift", 30), Column("Värde", 90, AS_IT_IS, "left")]
    book.table("Utvärderingen", about, list(_about(result)))
    themes = [Column(f"{each.title} (0–100)", 16, _POINTS) for each in result.criteria.themes]
    book.table("Resultat", [*_RESULT, *themes], list(_results(result)))
    book.table("Kriterier", _CRITERIA, list(_criteria(result)))
    answers = [Column(capital(words), width) for words, width in zip(HEADING, _WIDE, strict=True)]
    book.table("Svar", answers, list(answer_rows(result.dossier)))
    networks = result.dossier.networks
    rows = [membership_cells(each, networks[each.network]) for each in evaluation.memberships]
    book.table("Medlemskap", membership_columns(), rows)
    book.table("Kostnader", _COSTS, list(_costs(result)))
    book.table("Avgifter", _FEES, list(_fees(result)))
    book.table("Nätverk", _NETWORKS, [_network(each) for each in networks.values()])
    facts = [row for each in networks.values() for row in _facts(each)]
    book.table("Uppgifter", _FACTS, facts)
    documents = [row for each in networks.values() for row in _documents(each)]
    book.table("Källor", _DOCUMENTS, documents)
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


_RESULT = [
    _NAME,
    Column("Medlem i dag", 10),
    Column("Värde (0–100)", 10, _POINTS),
    Column("Lägst (0–100)", 10, _POINTS),
    Column("Högst (0–100)", 10, _POINTS),
    Column("Nytta utan kostnad (0–100)", 14, _POINTS),
    Column("Resultat", 24),
    Column("Förslag till beslut", 24),
    Column("Bedömd del av vikten (procent)", 14, _SHARE),
    Column("Kostnad (kronor per år)", 14, _MONEY),
    Column("Kostnad (kronor per invånare)", 14, _MONEY),
    Column("Arbetstiden är med", 11),
]


def _results(result: Result) -> Rows:
    for each in result.networks:
        yield (
            each.network.name,
            each.member,
            each.total,
            each.low,
            each.high,
            each.benefit,
            verdict_name(each.verdict, each.member),
            OUTCOME_WORDS[each.decision.outcome] if each.decision else None,
            each.coverage * 100,
            each.cost.total,
            each.cost.per_inhabitant,
            each.cost.hours_counted,
            *(theme.value for theme in each.themes),
        )


_CRITERIA = [
    _NAME,
    Column("Tema", 26),
    Column("Kriterium", 34),
    Column("Svar", 44),
    Column("Tal", 12, AS_IT_IS),
    Column("Talets enhet", 16),
    Column("Värde (0–100)", 10, _POINTS),
    Column("Lägst (0–100)", 10, _POINTS),
    Column("Högst (0–100)", 10, _POINTS),
    Column("Vikt (procent)", 10, _SHARE),
]


def _criteria(result: Result) -> Rows:
    for each in result.networks:
        for cell in each.criteria:
            criterion = cell.criterion
            unit = criterion.figure_unit or "steg på skalan"
            figure: Fraction | None = cell.assessment.figure
            yield (
                each.network.name,
                cell.theme.title,
                criterion.title,
                cell_words(cell),
                figure,
                unit if figure is not None else None,
                cell.value,
                cell.low,
                cell.high,
                cell.share * 100,
            )


_WIDE = (16, 26, 30, 26, 34, 8, 8, 12, 60, 14, 60, 30)
_COSTS = [
    _NAME,
    Column("Rad", 24),
    Column("Belopp (kronor per år)", 16, _MONEY),
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


_FEES = [
    _NAME,
    Column("Avgiftens år", 9, "0"),
    Column("Gäller", 10),
    Column("Slag av medlemskap", 20),
    Column("Regel", 60),
    Column("Blir för er, utan moms", 14, _MONEY),
    Column("Valuta", 8),
    Column("Källa", 40),
    Column("Citat", 60),
]


def _fees(result: Result) -> Rows:
    evaluation = result.evaluation
    for each in result.networks:
        network = each.network
        counted = {
            id(found.fee): found for found in fee_history(evaluation, each.membership, network)
        }
        for fee in network.fees:
            found = counted.get(id(fee))
            yield (
                network.name,
                fee.year,
                fee.member,
                fee.category,
                rule_words(fee),
                found.net if found else None,
                fee.currency,
                source_words(network, fee.source),
                fee.source.quote,
            )


_NETWORKS = [
    Column("Namn", 44),
    Column("Kortnamn", 24),
    Column("Id", 24),
    Column("Att vara med heter", 16),
    Column("Beskrivning", 60),
    Column("Webbplats", 34),
    Column("Uppsägning", 40),
    Column("Sista dag att säga upp (månad-dag)", 14),
    Column("Inträde", 40),
]


def _network(each: Network) -> Sequence[Value]:
    terms = each.terms
    head = (each.name, each.short, each.id, each.membership, each.description, each.website)
    return (*head, terms.notice, terms.last_notice_day, terms.entry)


_FACTS = [
    _NAME,
    Column("Uppgift", 40),
    Column("Tal", 12, AS_IT_IS),
    Column("Text", 30),
    Column("Enhet", 16),
    Column("Per", 12),
    Column("Cirka", 8),
    Column("Slag", 16),
    Column("Skala", 8),
    Column("Svarande (antal)", 10, "0"),
    Column("Källa", 40),
    Column("Citat", 60),
    Column("Anmärkning", 40),
]


def _facts(network: Network) -> Rows:
    for fact in network.facts:
        words = fact.value if isinstance(fact.value, str) else None
        yield (
            network.name,
            fact.label,
            None if isinstance(fact.value, str) else fact.value,
            words,
            fact.unit,
            fact.as_of,
            fact.approximate,
            KINDS.get(fact.kind, "resultat"),
            f"{fact.scale.min}–{fact.scale.max}" if fact.scale else None,
            fact.respondents,
            source_words(network, fact.source),
            fact.source.quote,
            fact.note,
        )


_DOCUMENTS = [
    _NAME,
    Column("Dokument", 50),
    Column("Utgivare", 30),
    Column("Publicerat", 12),
    Column("Fil", 30),
    Column("Adress", 50),
    Column("Diarienummer", 18),
    Column("Anmärkning", 40),
]


def _documents(network: Network) -> Rows:
    for each in network.documents:
        head = (network.name, each.title, each.publisher, each.published)
        yield (*head, each.file, each.url, each.diarienummer, each.note)
