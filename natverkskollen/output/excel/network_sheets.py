"""What the networks' own files say, as tables: fees, terms, facts with their sources, documents."""

from __future__ import annotations

from collections.abc import Sequence

from natverkskollen.analysis.result import Result
from natverkskollen.model.network import Network
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.column import NAME, Column, Rows, Value
from natverkskollen.output.excel.fact_sheet import FACTS, fact_rows
from natverkskollen.output.excel.fee_sheet import FEES, fee_rows


def write_networks(book: Book, result: Result) -> None:
    """The sheets Avgifter, Nätverk, Uppgifter and Källor."""
    networks = result.dossier.networks.values()
    book.table("Avgifter", FEES, list(fee_rows(result)))
    book.table("Nätverk", _NETWORKS, [_network(each) for each in networks])
    book.table("Uppgifter", FACTS, [row for each in networks for row in fact_rows(each)])
    book.table("Källor", _DOCUMENTS, [row for each in networks for row in _documents(each)])


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
