"""The rows of a list of memberships: which network each is about, and what it says of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Final

from natverkskollen.editing.form_cell_reading import refuse_odd
from natverkskollen.editing.membership_columns import COLUMNS, Columns, Layout
from natverkskollen.editing.typed import Unclear, typed_amount, written_amount
from natverkskollen.files.workbook import Sheet, Value, cell_name
from natverkskollen.model.network import Network

_SUMS: Final = ("summa", "totalt", "total", "delsumma", "antal")
AMOUNTS: Final = ("paid", "travel", "other", "hours")
_DAYS: Final = ("since", "ended", "next_evaluation")
_YEAR: Final = r"(?i)(?:år |sedan |från )?(\d{4})(?:-)?"
_YES: Final = ("ja", "j", "x", "sant", "medlem", "aktiv", "1")
_NO: Final = ("nej", "n", "falskt", "ej medlem", "inte medlem", "avslutad", "0")


@dataclass(frozen=True)
class ListRow:
    """One row of the list: the name in it, what the rest says by field, and what is wrong in it.

    `network` is the network it is about, where that is certain; `near` are those it may mean.
    """

    row: int
    name: str
    given: Mapping[str, str]
    wrong: tuple[str, ...] = ()
    network: str | None = None
    near: tuple[str, ...] = ()


@dataclass
class MembershipList:
    """The rows of a list, and what is to be told of those that are not read."""

    rows: list[ListRow] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def read_list(
    sheet: Sheet, layout: Layout, networks: Mapping[str, Network], columns: Columns = COLUMNS
) -> MembershipList:
    """The rows below the headings, matched with the networks there are."""
    found = MembershipList()
    names = _names(networks)
    for at in range(layout.heading + 1, len(sheet.rows)):
        values = {
            name: sheet.rows[at][column] if column < len(sheet.rows[at]) else None
            for name, column in layout.columns.items()
        }
        if any(value is not None for value in values.values()):
            _read_row(found, sheet, layout, at, values, names, columns)
    places: dict[str, list[int]] = {}
    for row in found.rows:
        places.setdefault(_place(row), []).append(row.row)
    twice = {where: rows for where, rows in places.items() if len(rows) > 1}
    for at, row in enumerate(found.rows):
        if rows := twice.get(_place(row)):
            listed = ", ".join(str(each) for each in rows)
            told = f"Nätverket står på flera rader ({listed}). Behåll en av dem."
            found.rows[at] = replace(row, wrong=(*row.wrong, told))
    if hidden := sheet.hidden_rows & set(range(layout.heading + 1, len(sheet.rows))):
        found.told.append(f"Bladet har dolda rader ({len(hidden)}). De lästes också.")
    return found


def _place(row: ListRow) -> str:
    """What a row is about: two names that differ by a hyphen alone would be one network."""
    return row.network or _folded(row.name)


def _names(networks: Mapping[str, Network]) -> dict[str, tuple[str, ...]]:
    """The networks by every name they go under; two of them may share a short one."""
    found: dict[str, tuple[str, ...]] = {}
    for each in networks.values():
        for name in dict.fromkeys(map(_folded, (each.id, each.short, each.name))):
            found[name] = (*found.get(name, ()), each.id)
    return found


def _folded(name: str) -> str:
    """A name as its letters and digits alone, without case and accents of its own."""
    plain_name = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain_name if sign.isalnum())


def _read_row(
    found: MembershipList,
    sheet: Sheet,
    layout: Layout,
    at: int,
    values: Mapping[str, Value],
    names: Mapping[str, tuple[str, ...]],
    columns: Columns,
) -> None:
    name = values.get("network")
    if not isinstance(name, str) or not name.strip():
        merged = (at, layout.columns["network"]) in sheet.merged
        why = "cellen är sammanfogad med raden ovanför" if merged else "nätverkets namn saknas"
        if name is not None:
            why = f"i cell {cell_name(at, layout.columns['network'])} står inget namn"
        found.told.append(f"Rad {at + 1} lästes inte: {why}.")
        return
    name = " ".join(name.split())
    if name.casefold().split()[0].rstrip(":") in _SUMS:
        found.told.append(f"Rad {at + 1} ({name[:40]}) är en summa och lästes inte.")
        return
    given, wrong = {}, []
    for key, value in values.items():
        if key == "network" or value is None:
            continue
        place = cell_name(at, layout.columns[key])
        if (at, layout.columns[key]) in sheet.merged:
            continue
        try:
            given[key] = _typed(key, value)
        except Unclear as unclear:
            wrong.append(f"{place}, {columns[key][0]}: {unclear}")
    folded = _folded(name)
    near = get_close_matches(folded, list(names), 3, 0.75)
    if len(folded) > 3:
        near += [each for each in names if len(each) > 3 and (each in folded or folded in each)]
    meant = names.get(folded, ())
    known = meant[0] if len(meant) == 1 else None
    ids = (id_ for each in (folded, *near) for id_ in names.get(each, ()))
    alike = tuple(dict.fromkeys(ids)) if known is None else ()
    found.rows.append(ListRow(at + 1, name, given, tuple(wrong), known, alike))


def _typed(key: str, value: Value) -> str:
    """What a cell says, as one would have typed it in the field."""
    if key == "member":
        return _yes_or_no(value)
    refuse_odd(value)
    if isinstance(value, (date, time)):
        if key not in (*_DAYS, "joined_by", "paid_by", "cost_note"):
            what = f"Cellen innehåller en dag eller en tid ({value.isoformat()[:10]}). "
            raise Unclear(f"{what}Skriv ett tal.")
        return value.isoformat()[:10]
    if isinstance(value, Decimal):
        value = written_amount(value)
    text = str(value).strip()
    if key in AMOUNTS:
        text = re.sub(r"(?i)\s*(kronor|kr|sek|:-|timmar|tim|h)\.?$", "", text).strip()
        return written_amount(typed_amount(text))
    if key in ("since", "ended") and (years := re.fullmatch(_YEAR, text)):
        return years[1]
    return text


def _yes_or_no(value: Value) -> str:
    said = "ja" if value is True else "nej" if value is False else str(value).strip().casefold()
    if said in _YES:
        return "ja"
    if said in _NO:
        return "nej"
    raise Unclear(f"”{said[:30]}” är varken ja eller nej.")
