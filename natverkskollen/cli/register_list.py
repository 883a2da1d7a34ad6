"""`register --read`: a list of memberships out of a spreadsheet into the folder's own register."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Iterator, Sequence

from natverkskollen.cli.form import read_bytes
from natverkskollen.cli.person import asked_by
from natverkskollen.editing.register_import import Planned, Reading, read_register, save_planned
from natverkskollen.files.data_folder import existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.principal import LOCAL
from natverkskollen.store import clock, memberships_at, networks_at, read_library
from natverkskollen.swedish.words import capital, counted


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add what reads a list in."""
    command.add_argument("--read", metavar="LISTA.xlsx", help="läs in en lista med medlemskap")
    command.add_argument("--preview", action="store_true", help="visa vad som ändras, spara inget")
    command.add_argument("--create", action="store_true", help="lägg till nätverk som inte finns")
    command.add_argument("--year", metavar="ÅR", help="fakturans år, där ingen kolumn säger det")


def read_in(asked: argparse.Namespace) -> int:
    """Read the list, tell what it changes, and save it; 1 where a row could not be saved."""
    folder = existing_folder(asked.data)
    by = asked_by(asked)
    year = asked.year or str(clock.now().year)
    found = read_register(read_library(folder, by), read_bytes(asked.read), year, asked.create)
    if not isinstance(found, Reading):
        raise DataError([Problem(asked.read, 0, found.what, found.remedy)])
    for line in (*found.told, *_lines(found.planned)):
        print(line)
    wrong = sum(bool(each.wrong) for each in found.planned)
    if asked.preview:
        print("Inget är sparat.")
        return 1 if wrong else 0
    folder_to_write(asked.data)
    networks, memberships = networks_at(folder, by), memberships_at(folder, by)
    for each in found.ready:
        failed = save_planned(networks, memberships, each, LOCAL.name, secrets.token_hex(8))
        if failed:
            raise DataError([Problem(each.row.name, 0, failed.what, failed.remedy)])
    print(f"{capital(counted(len(found.ready), 'ett medlemskap', 'medlemskap'))} sparade.")
    return 1 if wrong else 0


def _lines(planned: Sequence[Planned]) -> Iterator[str]:
    for each in planned:
        start = f"Rad {each.row.row}, {each.row.name}: "
        if each.wrong:
            yield f"{start}sparas inte. {' '.join(each.wrong)}"
        elif each.changes:
            joins = "nytt i registret" if each.new else ""
            told = "; ".join(filter(None, (joins, each.words)))
            yield f"{start}{told}."
