"""The list of memberships as a workbook on the command line: the template out, a list in."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from natverkskollen.cli.form import read_bytes, write_bytes
from natverkskollen.cli.outcome import must
from natverkskollen.cli.person import asked_by
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_columns import (
    COLUMNS,
    Layout,
    guess,
    guess_in,
    headings,
)
from natverkskollen.editing.membership_import import (
    Plan,
    Wanted,
    list_changes,
    new_network,
    plan,
)
from natverkskollen.editing.membership_list import ListRow, MembershipList, read_list
from natverkskollen.editing.network_entry import network_changes
from natverkskollen.files.data_folder import existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.workbook import Sheet, cell_name, read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import networks_at, read_library, store_at
from natverkskollen.swedish.words import capital, counted


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    taken = add("memberships", "skriv eller läs in listan med medlemskap", _memberships)
    taken.add_argument("evaluation", metavar="UTVÄRDERING")
    taken.add_argument("file", metavar="FIL.xlsx", nargs="?", help="listan att läsa in")
    taken.add_argument("-o", "--output", metavar="FIL.xlsx", help="skriv mallen hit")
    taken.add_argument("--preview", action="store_true", help="visa vad som ändras, spara inget")
    taken.add_argument("--sheet", metavar="BLAD", help="bladet med listan")
    taken.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FÄLT=KOLUMN",
        help=f"vilken kolumn som är vad, till exempel network=B; fälten är {', '.join(COLUMNS)}",
    )
    taken.add_argument("--year", metavar="ÅR", help="fakturans år, där ingen kolumn säger det")
    taken.add_argument("--create", action="store_true", help="lägg till nätverk som inte finns")


def _memberships(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    library = read_library(folder, asked_by(asked))
    dossier = library.dossier(asked.evaluation)
    if asked.output:
        from natverkskollen.output.excel.membership_template import membership_template

        write_bytes(asked.output, membership_template(dossier, library))
        print(asked.output)
        return 0
    if not asked.file:
        what = "säg vilken lista som ska läsas in, eller -o FIL.xlsx för mallen"
        raise DataError([Problem("memberships", 0, what, "Lägg till filens namn")])
    return _read_in(asked, folder, library, dossier.evaluation)


def _read_in(
    asked: argparse.Namespace, folder: Path, library: Library, evaluation: Evaluation
) -> int:
    if evaluation.status == "final":
        what = "utvärderingen är färdigställd och låst"
        raise DataError([Problem(evaluation.id, 0, what, "Öppna den igen på sidan Klar")])
    sheet, layout = _layout(asked)
    found = read_list(sheet, layout, library.networks)
    year = asked.year or layout.year(sheet) or str(evaluation.year)
    source = f"Bladet {sheet.name} i {Path(asked.file).name}"
    create: dict[str, tuple[ListRow, dict[str, Any]]] = {}
    wanted, left = [], []
    for row in found.rows:
        taken = (*library.networks, *create)
        entry = new_network(row.name, taken) if asked.create and not row.near else None
        if row.network:
            wanted.append(Wanted(row, row.network, year, source))
        elif entry and entry.data and not row.wrong:
            create[entry.data["id"]] = row, entry.data
            wanted.append(Wanted(row, entry.data["id"], year, source))
        else:
            wrong = entry.wrong.values() if entry else ()
            left.append(replace(row, wrong=(*row.wrong, *wrong)))
    made = plan(evaluation, wanted)
    for line in (*_columns(sheet, layout), *found.told, *_lines(found, made, left, library)):
        print(line)
    if asked.preview:
        print("Inget är sparat.")
    else:
        folder_to_write(asked.data)
        _save(folder, asked_by(asked), evaluation, made, create)
    return 1 if left or made.wrong else 0


def _layout(asked: argparse.Namespace) -> tuple[Sheet, Layout]:
    try:
        sheets = read_workbook(read_bytes(asked.file))
    except UnreadableWorkbook as refusal:
        raise DataError([Problem(asked.file, 0, refusal.what, refusal.remedy)]) from None
    shown = {each.name: each for each in sheets if each.rows and not each.hidden}
    best = guess(tuple(shown.values()))
    if best is None or (asked.sheet and asked.sheet not in shown):
        what = "filen har ingen lista" if best is None else f"bladet '{asked.sheet}' finns inte"
        remedy = f"Bladen som går att läsa är {', '.join(shown) or 'inga'}"
        raise DataError([Problem(asked.file, 0, what, remedy)])
    sheet = shown[asked.sheet or best.sheet]
    layout = guess_in(sheet) or Layout(sheet.name, 0, {})
    columns = dict(layout.columns)
    letters = {cell_name(0, at)[:-1]: at for at in range(300)}
    for each in asked.column:
        name, _, column = each.partition("=")
        if name not in COLUMNS or column.upper() not in letters:
            what = f"'{each}' är ingen kolumn"
            raise DataError([Problem("--column", 0, what, "Skriv till exempel network=B")])
        columns = {field: at for field, at in columns.items() if at != letters[column.upper()]}
        columns[name] = letters[column.upper()]
    if "network" not in columns:
        what = f"bladet '{sheet.name}' har ingen kolumn som säkert är nätverkens namn"
        raise DataError([Problem(asked.file, 0, what, "Peka ut den med --column network=A")])
    return sheet, Layout(sheet.name, layout.heading, columns)


def _columns(sheet: Sheet, layout: Layout) -> Iterator[str]:
    """Which column was read as what, and which were not read."""
    called = headings(sheet, layout.heading)
    letters = {at: cell_name(0, at)[:-1] for at in called}
    for field, at in layout.columns.items():
        yield f"Kolumn {letters.get(at, cell_name(0, at)[:-1])}: {COLUMNS[field][0]}."
    left = [f"{letters[at]} ({called[at]})" for at in called if at not in layout.columns.values()]
    if left:
        yield f"Läses inte: kolumn {', '.join(left)}."


def _lines(
    found: MembershipList, made: Plan, left: list[ListRow], library: Library
) -> Iterator[str]:
    names = {row.row: row.name for row in found.rows}
    for row, changes in made.shown.items():
        told = "; ".join(f"{what}: {old or '–'} → {new or '–'}" for what, old, new in changes)
        joins = "läggs till i utvärderingen" if row in made.joins else ""
        if told or joins:
            said = "; ".join(each for each in (joins, told) if each)
            yield f"Rad {row}, {names[row]}: {said}."
    for row, wrong in made.wrong.items():
        yield f"Rad {row}, {names[row]}: sparas inte. {' '.join(wrong)}"
    for each in left:
        like = ", ".join(library.networks[id_].name for id_ in each.near)
        why = f"liknar {like}" if like else "finns inte i programmet"
        told = " ".join(each.wrong) or f"Nätverket {why}."
        yield f"Rad {each.row}, {each.name}: sparas inte. {told}"


def _save(
    folder: Path,
    by: Principal,
    evaluation: Evaluation,
    made: Plan,
    create: dict[str, tuple[ListRow, dict[str, Any]]],
) -> None:
    for id_, (row, data) in create.items():
        if row.row not in made.wrong:
            key, changes = secrets.token_hex(8), network_changes({}, data)
            must(networks_at(folder, by).save(id_, 0, changes, LOCAL.name, key), row.name)
    changes = list_changes(evaluation, made)
    if changes:
        key = secrets.token_hex(8)
        must(
            store_at(folder, by).save(evaluation.id, None, changes, LOCAL.name, key), evaluation.id
        )
    count = sum(bool(each) or row in made.joins for row, each in made.shown.items())
    print(f"{capital(counted(count, 'ett medlemskap', 'medlemskap'))} sparade.")
