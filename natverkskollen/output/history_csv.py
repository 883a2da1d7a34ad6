"""The history of an evaluation as a table: a row for each changed field, and side of a conflict."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.dossier.copies import copy_words
from natverkskollen.output.csv_table import Cell, csv_bytes
from natverkskollen.store import Entry
from natverkskollen.store.plain_data import json_text, plain

_HISTORY = ("version", "tid (UTC)", "vem", "vad", "från", "till")


def history_csv(entries: tuple[Entry, ...]) -> bytes:
    """The history as a table: one row per changed field, and per side of a conflict."""
    rows = []
    for entry in entries:
        head = (str(entry.version), f"{entry.when:%Y-%m-%d %H:%M:%S}", entry.actor)
        for change in entry.changes:
            cells = (
                _cell(value) if (copy := copy_words(change.path, value)) is None else copy
                for value in (change.old, change.new)
            )
            rows.append((*head, "/".join(change.path), *cells))
        for clash in entry.clashes:
            what = f"{'/'.join(clash.path)} (krock, inte sparat)"
            rows.append((*head, what, _cell(clash.theirs), _cell(clash.mine)))
    return csv_bytes(_HISTORY, rows)


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, str) else json_text(plain(value))
