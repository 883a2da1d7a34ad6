"""The command that makes a reading link for the committee: `link`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from natverkskollen.cli.person import asked_by
from natverkskollen.files.data_folder import existing_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.server_settings import link_key, server_settings
from natverkskollen.store import Failed, read_library
from natverkskollen.store.link_making import made_link


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    link = add("link", "gör en länk till sammanfattningen för nämnden, utan inloggning", _link)
    link.add_argument("evaluation", metavar="UTVÄRDERING")
    words = "länkens sista dag, som 2026-12-31"
    link.add_argument("--until", metavar="DAG", type=date.fromisoformat, required=True, help=words)


def _link(asked: argparse.Namespace) -> int:
    folder, by = existing_folder(asked.data), asked_by(asked)
    read_library(folder, by).dossier(asked.evaluation)  # or why not
    key, server = link_key(), server_settings().address
    if not key or not server:
        what = "servern har ingen nyckel för länkar, eller ingen adress"
        raise _wrong(what, "Sätt NATVERKSKOLLEN_LINK_KEY och inloggningen som för servern")
    made = made_link(folder, by, asked.evaluation, asked.until)
    if isinstance(made, Failed):
        raise _wrong(made.what, made.remedy)
    print(made.address(server, key))
    print(f"Återkalla den med numret {made.number} under revoked_links i access.yaml.")
    return 0


def _wrong(what: str, remedy: str) -> DataError:
    return DataError([Problem("länken", 0, what, remedy)])
