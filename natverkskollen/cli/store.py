"""The commands about what is stored: verify, history, backup and restore."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from pathlib import Path

from natverkskollen.cli.person import asked_by
from natverkskollen.cli.seals import seal_problems
from natverkskollen.dossier.copies import copy_words, seal_notes
from natverkskollen.dossier.library import Library
from natverkskollen.files.data_folder import existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.history import HIDDEN, hides
from natverkskollen.store import (
    Entry,
    Failed,
    Store,
    clock,
    memberships_at,
    networks_at,
    read_library,
    store_at,
)
from natverkskollen.store.audit_check import unlike_log
from natverkskollen.store.backup import backup, backup_problems, restore_to
from natverkskollen.store.door import rights_at
from natverkskollen.store.history_names import forget
from natverkskollen.store.permission import NOT_ADMIN
from natverkskollen.store.plain_data import json_text, plain
from natverkskollen.swedish.words import counted


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the command line."""
    verify = add("verify", "kontrollera att historiken är hel och oförändrad", _verify)
    verify.add_argument("evaluation", metavar="UTVÄRDERING", nargs="?")
    verify.add_argument(
        "--all", action="store_true", help="alla utvärderingar, nätverk och medlemskap"
    )

    history = add("history", "visa vem som har ändrat vad", _history)
    history.add_argument("evaluation", metavar="UTVÄRDERING")

    saved = add("backup", "gör en säkerhetskopia av datamappen", _backup)
    saved.add_argument("-o", "--output", required=True, metavar="FIL.zip|MAPP")

    add("forget", "glöm namn i historiken när tiden i access.yaml har gått", _forget)

    restored = add("restore", "kontrollera eller packa upp en säkerhetskopia", _restore)
    restored.add_argument("file", metavar="FIL.zip")
    what = restored.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="kontrollera utan att skriva något")
    what.add_argument("--to", metavar="MAPP", help="packa upp i en ny mapp")


def _verify(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    by = asked_by(asked)
    library = read_library(folder, by)
    if not asked.evaluation and not asked.all:
        known = ", ".join(library.ids) or "inga"
        what = "säg vilken utvärdering, eller --all för alla"
        raise DataError([Problem("verify", 0, what, f"De som finns är {known}")])
    chosen = library.ids if asked.all else (asked.evaluation,)
    found = [_verified(store_at(folder, by), library, id_) for id_ in chosen]
    problems = list(unlike_log(folder, by, None if asked.all else asked.evaluation))
    if asked.all:
        rooms = (networks_at(folder, by), memberships_at(folder, by))
        problems += [told for room in rooms for id_ in room.ids() for told in room.verify(id_)]
    for problem in problems:
        print(problem)
    found.append(1 if problems else 0)
    return max(found)


def _verified(store: Store, library: Library, evaluation: str) -> int:
    problems = store.verify(evaluation)
    for problem in problems:
        print(problem)
    dossier, _ = library.opened(evaluation)
    sealed = seal_problems(library, evaluation) if dossier else ()
    for told in (*sealed, *(seal_notes(dossier) if dossier else ())):
        print(told)
    if sealed or problems:
        return 1
    found = store.history(evaluation)
    count = len(found) if isinstance(found, tuple) else 0
    words = counted(count, "en version", "versioner") if count else "ingen historik ännu"
    print(f"{evaluation}: historiken är hel och stämmer med filerna, {words}.")
    return 0


def _history(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    found = store_at(folder, asked_by(asked)).history(asked.evaluation)
    if isinstance(found, Failed):
        raise DataError([Problem(asked.evaluation, 0, found.what, found.remedy)])
    dossier, _ = read_library(folder, asked_by(asked)).opened(asked.evaluation)
    hidden = dossier.evaluation.hidden if dossier else frozenset()
    for entry in found:
        for row in _rows(entry, hidden):
            print(row)
    return 0


def _rows(entry: Entry, hidden: Collection[str]) -> list[str]:
    rows = [f"{entry.version}  {entry.when:%Y-%m-%d %H:%M:%S} UTC  {entry.actor or '-'}"]
    rows[0] += f"  ({_KINDS[entry.kind]})"
    for change in entry.changes:
        old, new = change.old, change.new
        if hides(hidden, change.path):
            rows.append(f"     {'/'.join(change.path)}: {HIDDEN}")
            continue
        old, new = (
            value if (copy := copy_words(change.path, value)) is None else copy or None
            for value in (old, new)
        )
        rows.append(f"     {'/'.join(change.path)}: {_short(old)} → {_short(new)}")
    for clash in entry.clashes:
        if hides(hidden, clash.path):
            rows.append(f"     {'/'.join(clash.path)}: {HIDDEN}")
            continue
        sides = f"ville {_short(clash.mine)}, behöll {_short(clash.theirs)}"
        rows.append(f"     {'/'.join(clash.path)}: {sides}")
    return rows


_KINDS = {
    "start": "utgångsläget",
    "save": "sparat",
    "merge": "sparat, sammanfört med andras ändringar",
    "conflict": "krock, inget ändrat",
    "import": "ändring i filen",
    "restore": "återställt",
    "rebuild": "filen återskapad",
    "delete": "borttagen",
}


def _short(value: object) -> str:
    if value is None:
        return "inget"
    text = value if isinstance(value, str) else json_text(plain(value))
    text = " ".join(text.split())
    return f"”{text[:57]}…”" if len(text) > 60 else f"”{text}”"


def _backup(asked: argparse.Namespace) -> int:
    folder_to_write(asked.data)  # the lock is taken in the folder
    print(backup(existing_folder(asked.data), Path(asked.output), asked_by(asked)))
    return 0


def _restore(asked: argparse.Namespace) -> int:
    if asked.check:
        problems = backup_problems(Path(asked.file))
        for problem in problems:
            print(problem)
        if not problems:
            print("Säkerhetskopian är hel.")
        return 1 if problems else 0
    count = restore_to(Path(asked.file), Path(asked.to))
    print(f"{counted(count, 'en fil', 'filer')} uppackade i {asked.to}.")
    return 0


def _forget(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    if not rights_at(folder, asked_by(asked)).governs():
        raise DataError([Problem("forget", 0, NOT_ADMIN.what, NOT_ADMIN.remedy)])
    count = forget(folder, clock.now().date())
    if isinstance(count, Failed):
        raise DataError([Problem("forget", 0, count.what, count.remedy)])
    print(f"{counted(count, 'ett namn', 'namn')} glömda i historiken.")
    return 0
