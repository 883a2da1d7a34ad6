"""The list of memberships to fill in: the evaluation's own, and room for more."""

from __future__ import annotations

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_columns import COLUMNS
from natverkskollen.model.membership import Membership
from natverkskollen.model.network import Network
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.column import AS_IT_IS, Column, Value

_MORE = 200
_WIDTHS = {"network": 40, "joined_by": 34, "paid_by": 24, "cost_note": 30, "seats": 34}
_WIDTHS |= {"presentation": 50}
_SHAPES = dict.fromkeys(("paid", "travel", "other", "hours"), AS_IT_IS) | {"paid_year": "0"}


def membership_template(dossier: Dossier, library: Library) -> bytes:
    """The template with the memberships there are, as an .xlsx file."""
    book = Book(f"Medlemskap: {dossier.evaluation.title}")
    own = dossier.evaluation.memberships
    rows = [membership_cells(each, dossier.networks[each.network]) for each in own]
    sheet = book.table("Medlemskap", membership_columns(), rows)
    known = sorted((each.name for each in library.networks.values()), key=str.casefold)
    book.table("Nätverken", [Column("Nätverk som finns i programmet", 70)], [[n] for n in known])
    choices = {"validate": "list", "source": f"=Nätverken!$A$2:$A${len(known) + 1}"}
    if known:
        rule = {**choices, "show_error": False, "input_title": "Nätverk"}
        rule["input_message"] = "Välj i listan, eller skriv ett nytt namn."
        sheet.data_validation(1, 0, len(rows) + _MORE, 0, rule)
    yes = {"validate": "list", "source": ["ja", "nej"]}
    sheet.data_validation(1, 1, len(rows) + _MORE, 1, yes)
    return book.content()


def membership_columns() -> list[Column]:
    """The columns of the list of memberships, as they go out and come in."""
    return [
        Column(heading, _WIDTHS.get(name, 15), _SHAPES.get(name, "General"))
        for name, (heading, _) in COLUMNS.items()
    ]


def membership_cells(each: Membership, network: Network) -> list[Value]:
    """One membership as the row of a table with these columns."""
    paid = each.entered_fee
    since = each.since
    return [
        network.name,
        "ja" if each.member else "nej",
        since,
        each.joined_by,
        paid.amount if paid else None,
        paid.year if paid else None,
        paid.note if paid else None,
        each.hours_per_year,
        each.travel_sek,
        each.other_sek,
        each.cost_note,
        "\n".join(each.seats),
        each.presentation,
    ]
