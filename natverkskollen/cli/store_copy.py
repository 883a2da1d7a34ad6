"""The command that moves all the data between a folder and a database: `store copy`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Mapping

from natverkskollen.cli.person import asked_by
from natverkskollen.files.data_folder import data_folder, existing_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store.database.address import FILES, address_in
from natverkskollen.store.moving import database_to_files, files_to_database
from natverkskollen.swedish.words import counted


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    store = add("store", "flytta allt mellan datamappen och en databas", _copy)
    store.add_argument("what", choices=("copy",), metavar="copy", help="kopiera allt")
    words = "files (datamappen) eller postgresql://…"
    store.add_argument("--from", dest="source", required=True, metavar="VAR", help=words)
    store.add_argument("--to", dest="target", required=True, metavar="VAR", help=words)
    store.add_argument("--preview", action="store_true", help="visa utan att skriva något")


def _copy(asked: argparse.Namespace) -> int:
    if (asked.source == FILES) == (asked.target == FILES):
        what = "ett av --from och --to ska vara files och det andra postgresql://…"
        raise DataError([Problem("store copy", 0, what, "Rätta kommandot")])
    if asked.source == FILES:
        place = address_in(asked.target)
        folder = existing_folder(asked.data)
        files = files_to_database(folder, place, asked_by(asked), asked.preview)
        where = f"databasen {place.shown}"
    else:
        folder = data_folder(asked.data)
        files = database_to_files(address_in(asked.source), folder, asked.preview)
        where = str(folder)
    for row in _rows(files):
        print(row)
    many = counted(len(files), "en fil", "filer")
    print(f"Inget är skrivet. {many} att kopiera." if asked.preview else f"{many} till {where}.")
    return 0


def _rows(files: Mapping[str, bytes]) -> list[str]:
    """How many files there are in each room, and how much they hold."""
    many: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for path, raw in files.items():
        room = path.split("/")[0]
        many[room] += 1
        size[room] += len(raw)
    return [
        f"{room}: {counted(many[room], 'en fil', 'filer')}, {size[room] / 1000:.0f} kB"
        for room in sorted(many)
    ]
