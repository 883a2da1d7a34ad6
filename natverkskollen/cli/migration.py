"""The command about criteria that have changed: migrate, as a preview or for real."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from natverkskollen.cli.outcome import must
from natverkskollen.cli.person import asked_by
from natverkskollen.dossier.library import Library
from natverkskollen.editing.migration import go_over, migration
from natverkskollen.files.data_folder import existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.migration_words import migration_text
from natverkskollen.store import Failed, clock, read_library, store_at
from natverkskollen.swedish.words import counted


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    words = "visa vad en ny version av kriterierna betyder, och byt till den"
    moved = add("migrate", words, _migrate)
    moved.add_argument("evaluation", metavar="UTVÄRDERING")
    moved.add_argument("--preview", action="store_true", help="visa bara (gäller om --by saknas)")
    moved.add_argument("--by", metavar="ROLL", help="byt version; rollen står i historiken")
    moved.add_argument("--reason", metavar="SKÄL", help="varför; krävs tillsammans med --by")


def revision_notes(library: Library) -> Iterator[str]:
    """What is no mistake but worth knowing: evaluations on an earlier revision, answers put by."""
    for id_, dossier in library.dossiers.items():
        evaluation, new = dossier.evaluation, dossier.revised
        name = f"evaluations/{id_}/evaluation.yaml"
        if new is not None:
            where = f"criteria/{new.id}.yaml är version {new.revision}"
            if new.revision == evaluation.criteria_revision:
                where = f"criteria/{new.id}.yaml har ändrats utan ny version"
            yield (
                f"{name}: bedömd med version {evaluation.criteria_revision}, men {where}. "
                f"Se vad det betyder: python -m natverkskollen migrate {id_} --preview"
            )
        if dossier.aside:
            many = counted(len(dossier.aside), "ett svar", "svar").capitalize()
            yield f"{name}: {many} finns kvar men räknas inte, för kriterierna har ändrats."


def _migrate(asked: argparse.Namespace) -> int:
    folder: Path = existing_folder(asked.data)
    store = store_at(folder, asked_by(asked))
    now = store.get(asked.evaluation)
    dossier = read_library(folder, asked_by(asked)).dossier(asked.evaluation)
    told = migration(dossier)
    if told is None:
        print(
            "Utvärderingen följer kriterierna som de är nu. Det finns ingen annan version att "
            "byta till."
        )
        return 0
    print(migration_text(dossier, told))
    if asked.preview or not asked.by:
        return 0
    folder_to_write(asked.data)
    if not asked.reason:
        raise DataError([Problem("--reason", 0, "skälet saknas", "Skriv varför ni byter version")])
    if isinstance(now, Failed):
        raise DataError([Problem(asked.evaluation, 0, now.what, now.remedy)])
    day = clock.now().astimezone().date()
    outcome = go_over(store, dossier, now.version, asked.by, asked.reason, day)
    must(outcome, asked.evaluation)
    print(f"\nKlart. Utvärderingen följer nu version {told.after.criteria.revision}.")
    return 0
