"""The commands for a store that servers share: `store copy` moves all the data, `put` one file."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Mapping

from natverkskollen.cli.form import read_bytes
from natverkskollen.cli.person import asked_by
from natverkskollen.files.data_folder import data_folder, existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store import Failed
from natverkskollen.store.database.address import FILES, address_in
from natverkskollen.store.hand_files import put_file
from natverkskollen.store.moving import database_to_files, files_to_database
from natverkskollen.swedish.words import counted


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the command line."""
    store = add("store", "flytta allt mellan datamappen och en databas", _copy)
    store.add_argument("what", choices=("copy",), metavar="copy", help="kopiera allt")
    words = "files (datamappen) eller postgresql://…"
    store.add_argument("--from", dest="source", required=True, metavar="VAR", help=words)
    store.add_argument("--to", dest="target", required=True, metavar="VAR", help=words)
    store.add_argument("--preview", action="store_true", help="visa utan att skriva något")

    put = add("put", "lägg in eller byt en fil som skrivs för hand, på alla servrar", _put)
    put.add_argument("path", metavar="PLATS", help="till exempel criteria/egna.yaml")
    what = put.add_mutually_exclusive_group(required=True)
    what.add_argument("file", metavar="FIL", nargs="?", help="filen som ska ligga där")
    what.add_argument("--remove", action="store_true", help="ta bort den som ligger där")


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


def _put(asked: argparse.Namespace) -> int:
    folder = folder_to_write(asked.data)
    raw = None if asked.remove else read_bytes(asked.file)
    told = put_file(folder, asked.path, raw, asked_by(asked))
    if isinstance(told, Failed):
        raise DataError([Problem(asked.path, 0, told.what, told.remedy)])
    print(f"{asked.path}: {'borttagen' if asked.remove else 'inlagd'}.")
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
