"""The register as a workbook: a row a membership, as it can be read in again, days and log."""

from __future__ import annotations

from natverkskollen.analysis.register.register import Register, Row
from natverkskollen.editing.register_entry import fields_of
from natverkskollen.editing.register_import import REGISTER_COLUMNS
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.column import AS_IT_IS, Column, Value

_WIDTHS = {"network": 40, "body": 28, "role": 22, "purpose": 44, "rule": 36, "seats": 40}


def register_book(register: Register) -> bytes:
    """An .xlsx file with the memberships, their days and their logs."""
    book = Book("Registret över medlemskap")
    columns = [
        Column(heading, _WIDTHS.get(name, 15), AS_IT_IS if name == "paid" else "General")
        for name, (heading, _) in REGISTER_COLUMNS.items()
    ]
    book.table("Medlemskap", columns, [_cells(row) for row in register.rows])
    dues = register.coming(730)
    days: list[list[Value]] = [[due.day, due.key.title, due.key.basis] for due in dues]
    book.table("Dagar", [Column("Dag", 14), Column("Vad", 60), Column("Bygger på", 50)], days)
    book.table(
        "Logg",
        [
            *(Column("Nätverk", 30), Column("Dag", 14), Column("Vad", 14)),
            *(Column("Vad det gav", 70), Column("Vem", 24), Column("Timmar", 12, AS_IT_IS)),
        ],
        [
            [row.name, line.day, line.what, line.text, line.by, line.hours]
            for row in register.rows
            for _, line in row.membership.entries
        ],
    )
    return book.content()


def _cells(row: Row) -> list[Value]:
    fields = fields_of(row.membership)
    known: dict[str, Value] = {
        name: getattr(fields, name) or None
        for name in REGISTER_COLUMNS
        if name not in ("network", "paid", "paid_year")
    }
    known |= {
        "network": row.network.name if row.network else row.membership.network,
        "paid": row.paid.amount if row.paid else None,
        "paid_year": row.paid.year if row.paid else None,
    }
    return [known[name] for name in REGISTER_COLUMNS]
