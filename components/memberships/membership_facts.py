"""What the file of a membership says, a line for each thing that is filled in."""

from __future__ import annotations

from components.shell import html
from natverkskollen.analysis.register.register import Row
from natverkskollen.model.register import Decided, Seat
from natverkskollen.model.source import Document
from natverkskollen.swedish.dates import DayOrYear, day_words


def show_facts(row: Row) -> None:
    """Everything that is filled in and shown nowhere else on the page."""
    membership = row.membership
    rows = [
        ("Varför ni är med", membership.purpose or ""),
        ("Ansvarig", row.owner),
        ("Medlem sedan", _day(membership.since)),
        ("Beslut om inträde", _decision(membership.decided_by)),
        ("Budget", membership.budget_line or ""),
        ("Uppdrag", "\n".join(map(_seat, membership.seats))),
        ("Nästa utvärdering", _day(membership.next_evaluation)),
        ("Avslutat", _day(membership.ended)),
        ("Anteckning", membership.note or ""),
        ("Dokument", "\n".join(map(_document, membership.documents))),
    ]
    html.labelled([(label, text) for label, text in rows if text])


def _day(day: DayOrYear | None) -> str:
    return day_words(day, iso=True) if day else ""


def _decision(decided: Decided | None) -> str:
    if decided is None:
        return ""
    paragraph = f"§ {decided.paragraph}" if decided.paragraph else ""
    parts = (decided.body, _day(decided.date), paragraph, decided.diarienummer)
    return ", ".join(filter(None, parts))


def _seat(seat: Seat) -> str:
    return ", ".join(filter(None, (seat.role, seat.span, seat.held_by)))


def _document(each: Document) -> str:
    return ", ".join(filter(None, (each.title, each.publisher, each.diarienummer, each.file)))
