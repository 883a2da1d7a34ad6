"""A list of memberships beside the register: what is known, what is new, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_columns import (
    COLUMNS,
    Columns,
    Layout,
    guess,
    heading_at,
)
from natverkskollen.editing.membership_import import new_network
from natverkskollen.editing.membership_list import ListRow, read_list
from natverkskollen.editing.network_entry import network_changes
from natverkskollen.editing.register_entry import (
    RegisterFields,
    fields_of,
    free_id,
    membership_from,
    register_changes,
)
from natverkskollen.files.workbook import Sheet, read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook
from natverkskollen.model.register import CLASSES
from natverkskollen.store import Change, Conflict, Failed, MembershipStore, NetworkStore
from natverkskollen.store.plain_data import plain
from natverkskollen.swedish.words import listed

# The columns of the register: our own heading, and words that others use for the same.
REGISTER_COLUMNS: Final[Columns] = {
    "network": COLUMNS["network"],
    "body": ("Ansvarig nämnd", ("nämnd", "styrelse", "förvaltning", "ansvarig")),
    "role": ("Ansvarig roll", ("roll", "handläggare", "kontaktperson", "tjänst")),
    "kind": ("Klass", ("kategori", "typ", "slag")),
    "purpose": ("Varför ni är med", ("syfte", "ändamål", "beskrivning", "motiv")),
    "since": COLUMNS["since"],
    "paid": COLUMNS["paid"],
    "paid_year": COLUMNS["paid_year"],
    "budget_line": ("Budget", ("konto", "kostnadsställe", "ansvar", "budgetpost", "kontering")),
    "rule": ("Regel för uppsägning", ("uppsägning", "uppsägningstid", "utträde", "villkor")),
    "seats": COLUMNS["seats"],
    "next_evaluation": ("Nästa utvärdering", ("utvärdering", "översyn", "följs upp")),
    "ended": ("Avslutat", ("avslutad", "upphört", "slut", "medlem till")),
}


@dataclass(frozen=True)
class Planned:
    """What one row of the list makes of a membership, or what is wrong in it.

    `shown` are the fields that change: heading, before and after. `id` is the file's name, and
    `network` the data of a network that is made first; `new` says that the membership is.
    """

    row: ListRow
    id: str = ""
    changes: tuple[Change, ...] = ()
    shown: tuple[tuple[str, str, str], ...] = ()
    wrong: tuple[str, ...] = ()
    new: bool = False
    network: dict[str, Any] | None = None

    @property
    def words(self) -> str:
        """What changes, in words on one line."""
        told = (f"{what}: {old or '–'} → {new or '–'}" for what, old, new in self.shown)
        return "; ".join(told).replace("\n", ", ")


@dataclass(frozen=True)
class Reading:
    """A list that has been read: what each row makes, and what is told of rows not read."""

    planned: tuple[Planned, ...]
    told: tuple[str, ...]

    @property
    def ready(self) -> tuple[Planned, ...]:
        """The rows that change something and can be saved."""
        return tuple(each for each in self.planned if each.changes and not each.wrong)


def read_register(
    library: Library, raw: bytes, year: str, create: bool = False
) -> Reading | Failed:
    """A workbook's list beside the folder's own register, or why it cannot be read.

    `year` is that of the amounts, where neither a column nor a heading says; `create` makes the
    networks that are new.
    """
    try:
        sheets = read_workbook(raw)
    except UnreadableWorkbook as refusal:
        return Failed(refusal.what, refusal.remedy)
    layout = guess(sheets, REGISTER_COLUMNS)
    if layout is None or "network" not in layout.columns:
        what = "filen har ingen kolumn som säkert är nätverkens namn"
        return Failed(what, "Kalla kolumnen Nätverk")
    sheet = next(each for each in sheets if each.name == layout.sheet)
    return read_sheet(library, sheet, layout, layout.year(sheet) or year, create)


def read_sheet(
    library: Library, sheet: Sheet, layout: Layout, year: str, create: bool = False
) -> Reading:
    """The list in one sheet beside the folder's own register, by the columns pointed out in it."""
    layout, other = _without_other_classes(sheet, layout)
    found = read_list(sheet, layout, library.networks, REGISTER_COLUMNS)
    rows = plan(library, found.rows, year, create)
    return Reading(rows, (*other, *found.told))


def _without_other_classes(sheet: Sheet, layout: Layout) -> tuple[Layout, tuple[str, ...]]:
    """The layout without a column of another's kinds or types, and what is told of it.

    It would else keep every row from being saved. A column that is called as ours is ours.
    """
    at = layout.columns.get("kind")
    name = "" if at is None else heading_at(sheet, layout.heading, at)
    if at is None or name == REGISTER_COLUMNS["kind"][0]:
        return layout, ()
    cells = [row[at] for row in sheet.rows[layout.heading + 1 :] if at < len(row)]
    if all(str(each).strip().casefold() in CLASSES for each in cells if each is not None):
        return layout, ()
    columns = {field: column for field, column in layout.columns.items() if field != "kind"}
    told = f"Kolumnen {name} lästes inte: den har andra ord än {listed(CLASSES, 'eller')}."
    return replace(layout, columns=columns), (told,)


def plan(
    library: Library, rows: Sequence[ListRow], year: str, create: bool = False
) -> tuple[Planned, ...]:
    """What each row makes of the folder's own register; one with anything wrong changes nothing.

    `year` is that of the amounts, where no column says; `create` makes the networks that are new.
    """
    found: list[Planned] = []
    taken = [*library.networks]
    for row in rows:
        network, made = row.network, None
        if network is None and create and not row.near and not row.wrong:
            entry = new_network(row.name, tuple(taken))
            made = entry.data
            network = made["id"] if made else None
            taken += [network] if network else []
        if network is None or row.wrong:
            found.append(Planned(row, wrong=row.wrong or (_unknown(library, row),)))
        else:
            found.append(_planned(library, row, network, year, made))
    return tuple(found)


def _unknown(library: Library, row: ListRow) -> str:
    if row.near:
        like = listed([library.networks[id_].name for id_ in row.near], "eller")
        return f"Nätverket liknar {like}. Skriv namnet som det står i programmet."
    return "Nätverket finns inte i programmet."


def _planned(
    library: Library, row: ListRow, network: str, year: str, made: dict[str, Any] | None
) -> Planned:
    own = {i: m for i, m in library.memberships.items() if m.municipality is None}
    id_ = next((i for i, m in own.items() if m.network == network), "")
    old = own.get(id_)
    now = replace(fields_of(old), network=network)
    fields = _filled(now, row, year)
    kinds = {kind.casefold(): kind for kind in CLASSES}
    kind = kinds.get(fields.kind.casefold(), fields.kind)
    if kind and kind not in CLASSES:
        wrong = f"Klass: välj {listed(CLASSES, 'eller')}."
        return Planned(row, wrong=(wrong,))
    entry = membership_from(replace(fields, kind=kind), old)
    if entry.data is None:
        told = (f"{REGISTER_COLUMNS[k][0]}: {words}" for k, words in entry.wrong.items())
        return Planned(row, wrong=tuple(told))
    before, after = asdict(now), asdict(fields)
    shown = tuple(
        (REGISTER_COLUMNS[name][0], before[name], after[name])
        for name in REGISTER_COLUMNS
        if name in before and before[name] != after[name]
    )
    changes = register_changes(plain(old) if old else {}, entry.data)
    new_id = id_ or free_id(network, tuple(library.memberships))
    return Planned(row, new_id, changes, shown, new=old is None, network=made)


def _filled(now: RegisterFields, row: ListRow, year: str) -> RegisterFields:
    """The fields with what the row says; an invoice takes the place of its own year's alone."""
    given = {name: text for name, text in row.given.items() if text}
    paid, paid_year = given.pop("paid", ""), given.pop("paid_year", "") or year
    if given.get("since") == now.since[:4]:
        del given["since"]
    if paid:
        rows = [each for each in now.paid.splitlines() if not each.startswith(f"{paid_year}:")]
        given["paid"] = "\n".join(sorted((*rows, f"{paid_year}: {paid}")))
    return replace(now, **given)


def save_planned(
    networks: NetworkStore, memberships: MembershipStore, each: Planned, actor: str, key: str
) -> Failed | None:
    """Save what a row makes, its network first; why not, where it did not go."""
    if each.wrong or not each.changes:
        return None
    if each.network:
        made = networks.save(each.network["id"], 0, network_changes({}, each.network), actor, key)
        if isinstance(made, Failed):
            return made
    outcome = memberships.save(each.id, 0 if each.new else None, each.changes, actor, key)
    if isinstance(outcome, Conflict):
        return Failed("någon annan har ändrat detsamma", "Läs in listan en gång till")
    return outcome if isinstance(outcome, Failed) else None
