"""A whole data folder moved into a database, and out of it again, byte for byte.

Only an empty database and an empty folder are written in, and all of it or nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.principal import Principal
from natverkskollen.store.backup import all_files, lay, refuse_unless_empty
from natverkskollen.store.database import revisions
from natverkskollen.store.database.address import Address
from natverkskollen.store.database.connections import Connections, Unanswered
from natverkskollen.store.database_copy import is_copy
from natverkskollen.store.door import memberships_at, networks_at, store_at

if TYPE_CHECKING:
    from psycopg import Connection

_SPEAK = "Kontrollera adressen och att databasen är igång"


def files_to_database(
    folder: Path, address: Address, by: Principal, preview: bool = False
) -> Mapping[str, bytes]:
    """Write every file of a data folder to an empty database; the files by their names.

    What was changed by hand becomes a version first, as it would at the next reading. Files that
    cannot be read are moved as they lie. `preview` only looks, and refuses what would be refused.
    DataError where it cannot be done, or everything is not theirs to copy who asks (`by`).
    """
    if is_copy(folder):
        what = "mappen är en kopia av en databas"
        raise DataError([Problem(str(folder), 0, what, "Ange mappen med filerna med --data")])
    with _connected(address) as connection:
        _refuse_unless_empty(connection, address)
        if not preview:
            stores = (store_at(folder, by), networks_at(folder, by), memberships_at(folder, by))
            for store in stores:
                for id_ in store.ids():
                    store.get(id_)
        files = all_files(folder, by)
        if preview or not files:
            return files
        connection.execute("BEGIN")
        revisions.lock(connection, "")
        _refuse_unless_empty(connection, address)
        revisions.write(connection, {}, files)
        connection.execute("COMMIT")
    return files


def database_to_files(address: Address, folder: Path, preview: bool = False) -> Mapping[str, bytes]:
    """Write every file of a database to an empty folder, as of one moment; the files.

    Each is compared with the hash that the database has of it.
    """
    refuse_unless_empty(folder)
    with _connected(address) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        listed = revisions.every_file(connection)
        files = dict(revisions.whole(connection, [each.path for each in listed]))
    for each in listed:
        if sha256(files[each.path]).digest() != each.hash:
            what = "filen i databasen har inte det innehåll som dess kontrollsumma säger"
            remedy = "Återställ databasen ur en säkerhetskopia"
            raise DataError([Problem(each.path, 0, what, remedy)])
    if not preview:
        lay(files, folder)
    return files


def _refuse_unless_empty(connection: Connection, address: Address) -> None:
    if there := revisions.every_file(connection):
        what = f"databasen är inte tom ({len(there)} filer)"
        remedy = "Ange ett annat schema med ?schema=, eller en annan databas"
        raise DataError([Problem(address.shown, 0, what, remedy)])


@contextlib.contextmanager
def _connected(address: Address) -> Iterator[Connection]:
    """The database, for as long as it takes; DataError where it does not answer."""
    connections = Connections(address)
    try:
        with connections.one() as connection:
            yield connection
    except Unanswered as error:
        raise DataError([Problem(address.shown, 0, str(error), _SPEAK)]) from None
    finally:
        connections.close()
