"""What the networks' own files say, as tables: fees, terms, facts with their sources, documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from natverkskollen.analysis.facts import KINDS, source_words
from natverkskollen.analysis.fee import applicable_fee
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.analysis.population import fee_for
from natverkskollen.analysis.result import Result
from natverkskollen.model.network import Network
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.column import AS_IT_IS, Column, Value

Rows = Iterator[Sequence[Value]]
NAME = Column("Nätverk", 30)
MONEY = "#,##0.00"


def write_networks(book: Book, result: Result) -> None:
    """The sheets Avgifter, Nätverk, Uppgifter and Källor."""
    networks = result.dossier.networks.values()
    book.table("Avgifter", _FEES, list(_fees(result)))
    book.table("Nätverk", _NETWORKS, [_network(each) for each in networks])
    book.table("Uppgifter", _FACTS, [row for each in networks for row in _facts(each)])
    book.table("Källor", _DOCUMENTS, [row for each in networks for row in _documents(each)])


_FEES = [
    NAME,
    Column("Avgiftens år", 9, "0"),
    Column("Gäller", 10),
    Column("Slag av medlemskap", 20),
    Column("Regel", 60),
    Column("Blir för er, utan moms", 14, MONEY),
    Column("Valuta", 8),
    Column("Källa", 40),
    Column("Citat", 60),
]


def _fees(result: Result) -> Rows:
    evaluation = result.evaluation
    for each in result.networks:
        network = each.network
        today = applicable_fee(
            network.fees, evaluation.year, evaluation.municipality.kind, each.membership.category
        )
        for fee in network.fees:
            found = fee_for(evaluation.municipality, fee, evaluation.year) if fee is today else None
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
    NAME,
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
    NAME,
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
