"""As whom a command runs: whoever is at the computer, or, where the folder has rights, as a person.

Who looks after the machine says who they are; that they may be at it is the machine's own matter.
A command is nobody's assessor, so what is not handed in stays hidden from it whoever it runs as.
"""

from __future__ import annotations

import argparse
import os

from natverkskollen.dossier.access_reading import read_access
from natverkskollen.files.data_folder import data_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.access import ACCESS_FILE, MACHINE
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store.door import rights_at
from natverkskollen.store.shared import brought_up

PERSON = "NATVERKSKOLLEN_AS"


def add_argument(shared: argparse.ArgumentParser) -> None:
    """Add the option to what every command takes."""
    words = f"vem du är, där mappen har {ACCESS_FILE}: e-post eller grupp (annars {PERSON})"
    shared.add_argument("--as", dest="person", metavar="VEM", help=words)


def asked_by(asked: argparse.Namespace) -> Principal:
    """The person a command runs as; DataError where the folder's rights need one to be told."""
    folder = data_folder(asked.data)
    brought_up(folder)
    reading = read_access(folder)
    if reading is None:
        return LOCAL
    if reading.model is None:
        raise DataError(list(reading.problems))
    said = (asked.person or os.environ.get(PERSON) or "").strip()
    if not said:
        what = "datamappen har rättigheter, och kommandot säger inte vem du är"
        remedy = f"Skriv --as och din e-post, eller sätt {PERSON}"
        raise DataError([Problem(ACCESS_FILE, 0, what, remedy)])
    group = frozenset() if "@" in said else frozenset({said})
    found = Principal(MACHINE, said, f"{said} ({MACHINE})", "" if group else said, group)
    if not rights_at(folder, found).reads_networks():
        what = f"'{said}' har ingen rätt att köra kommandon här"
        raise DataError(
            [Problem(ACCESS_FILE, 0, what, "Lägg till en rad med rätten, eller rätta --as")]
        )
    return found
