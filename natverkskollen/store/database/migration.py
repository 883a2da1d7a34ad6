"""The tables, made and changed by numbered files of plain SQL, each carried out once."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from natverkskollen.files.problem import DataError, Problem

if TYPE_CHECKING:
    from psycopg import Connection

_FOLDER = files("natverkskollen.store.database") / "migrations"
_TABLE = """
CREATE TABLE IF NOT EXISTS migration (
    number int PRIMARY KEY,
    done timestamptz NOT NULL DEFAULT clock_timestamp()
)"""


def migrate(connection: Connection, schema: str) -> None:
    """Bring the schema to what this version of the program knows, by one server at a time.

    DataError where a newer version of the program has been at it.
    """
    from psycopg import sql

    known = _known()
    with connection.transaction():
        connection.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"{schema} migration",)
        )
        if _done(connection) == max(known):
            return
        there = connection.execute(
            "SELECT 1 FROM pg_namespace WHERE nspname = %s", (schema,)
        ).fetchone()
        if not there:
            connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
        connection.execute(_TABLE)
        done = _done(connection) or 0
        if done > max(known):
            what = f"är skriven av en nyare version av programmet (migrering {done})"
            raise DataError([Problem("databasen", 0, what, "Installera den nya versionen")])
        for number, text in known.items():
            if number > done:
                connection.execute(text)
                connection.execute("INSERT INTO migration (number) VALUES (%s)", (number,))


def _known() -> dict[int, bytes]:
    """The files in the order they are to be carried out, by their numbers."""
    found = {
        int(each.name.removesuffix(".sql")): each.read_bytes()
        for each in _FOLDER.iterdir()
        if each.name.endswith(".sql")
    }
    return dict(sorted(found.items()))


def _done(connection: Connection) -> int | None:
    """The latest one carried out; None where there is no table of them."""
    there = connection.execute("SELECT to_regclass('migration')").fetchone()
    if there is None or there[0] is None:
        return None
    found = connection.execute("SELECT max(number) FROM migration").fetchone()
    return int(found[0] or 0) if found else 0
