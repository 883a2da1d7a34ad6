"""What stands in the database: its latest revision, its files, and how a new one is written.

Revisions are numbered inside a lock that is held until the commit, so whoever sees one sees every
earlier one. Each function takes a connection whose search path is the schema.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from psycopg import Connection

CHANNEL = "natverkskollen"


@dataclass(frozen=True)
class Revision:
    """A committed write: its number, and the token that no other write has."""

    number: int
    token: str


@dataclass(frozen=True)
class Listed:
    """A file as the database has it; `hash` is its SHA-256, None where it has been removed."""

    path: str
    size: int
    hash: bytes | None


@dataclass(frozen=True)
class Part:
    """What stands in a file from a byte on."""

    start: int
    content: bytes


def head(connection: Connection, ours: int) -> tuple[Revision, str | None]:
    """The latest revision, and the token of the one numbered `ours` (None: there is none)."""
    row = connection.execute(
        "SELECT number, token, (SELECT token FROM revision WHERE number = %s) "
        "FROM revision ORDER BY number DESC LIMIT 1",
        (ours,),
    ).fetchone()
    assert row is not None, "the first migration writes revision 0"
    return Revision(row[0], str(row[1])), None if row[2] is None else str(row[2])


def changed_since(connection: Connection, number: int) -> tuple[Listed, ...]:
    """The files that a later revision has written or removed."""
    return _listed(connection, "revision > %s", (number,))


def every_file(connection: Connection) -> tuple[Listed, ...]:
    """Every file that there is."""
    return _listed(connection, "sha256 IS NOT NULL", ())


def files_in(
    connection: Connection, names: Collection[str], beginnings: Collection[str]
) -> tuple[Listed, ...]:
    """The files that there are of these names, or whose names begin so."""
    where = " OR ".join(["path = ANY(%s)", *("path ^@ %s" for _ in beginnings)])
    return _listed(connection, f"sha256 IS NOT NULL AND ({where})", ([*names], *beginnings))


def _listed(connection: Connection, where: str, values: tuple[object, ...]) -> tuple[Listed, ...]:
    query = f"SELECT path, size, sha256 FROM file WHERE {where} ORDER BY path"
    rows = connection.execute(query.encode(), values).fetchall()
    return tuple(Listed(path, size, hash_) for path, size, hash_ in rows)


def parts_of(
    connection: Connection, paths: Collection[str], after: int = -1
) -> Mapping[str, tuple[Part, ...]]:
    """The parts of some files in order: all of them, or those that came after a revision."""
    rows = connection.execute(
        "SELECT path, start, content FROM part WHERE path = ANY(%s) AND revision > %s "
        "ORDER BY path, start",
        ([*paths], after),
    ).fetchall()
    found: dict[str, tuple[Part, ...]] = {}
    for path, start, content in rows:
        found[path] = (*found.get(path, ()), Part(start, bytes(content)))
    return found


def whole(connection: Connection, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Some files with all their bytes, one file at a time."""
    for path in paths:
        parts = parts_of(connection, (path,)).get(path, ())
        yield path, b"".join(part.content for part in parts)


def lock(connection: Connection, name: str, shared: bool = False) -> None:
    """Wait for a lock that is kept until the transaction ends, and the write can be seen."""
    kind = "_shared" if shared else ""
    query = (
        f"SELECT pg_advisory_xact_lock{kind}(hashtextextended(current_schema() || '/' || %s, 0))"
    )
    connection.execute(query.encode(), (name,))


def write(
    connection: Connection, before: Mapping[str, bytes], after: Mapping[str, bytes | None]
) -> tuple[Revision, Revision]:
    """Write a revision of some files, None for one that is removed; the one before it, and itself.

    It stands when it is committed. `before` is what the same files hold now: of one that only
    grows, what is new is written. All of it is sent at once, since others wait for the lock.
    """
    token = uuid4()
    with connection.pipeline():
        lock(connection, "revision")
        made = connection.execute(
            "INSERT INTO revision (number, token) SELECT max(number) + 1, %s FROM revision "
            "RETURNING number, (SELECT token FROM revision AS earlier "
            "WHERE earlier.number = revision.number - 1)",
            (token,),
        )
        _write_files(connection, before, after)
        connection.execute(
            "SELECT pg_notify(%s, current_schema() || ' ' || max(number)) FROM revision",
            (CHANNEL,),
        )
    row = made.fetchone()
    assert row is not None, "the first migration writes revision 0"
    return Revision(row[0] - 1, str(row[1])), Revision(row[0], str(token))


def _write_files(
    connection: Connection, before: Mapping[str, bytes], after: Mapping[str, bytes | None]
) -> None:
    """Write some files in the revision that was just made."""
    for path, raw in after.items():
        size, hash_ = (0, None) if raw is None else (len(raw), sha256(raw).digest())
        connection.execute(
            "INSERT INTO file (path, size, sha256, revision) "
            "VALUES (%s, %s, %s, (SELECT max(number) FROM revision)) "
            "ON CONFLICT (path) DO UPDATE SET size = excluded.size, sha256 = excluded.sha256, "
            "revision = excluded.revision",
            (path, size, hash_),
        )
        old = before.get(path)
        start = len(old) if raw is not None and old and raw.startswith(old) else 0
        if not start:
            connection.execute("DELETE FROM part WHERE path = %s", (path,))
        if raw is not None and len(raw) > start:
            connection.execute(
                "INSERT INTO part (path, start, content, revision) "
                "VALUES (%s, %s, %s, (SELECT max(number) FROM revision))",
                (path, start, raw[start:]),
            )


def committed(connection: Connection, revision: Revision) -> bool:
    """Whether a revision has been committed."""
    found = connection.execute(
        "SELECT 1 FROM revision WHERE token = %s", (UUID(revision.token),)
    ).fetchone()
    return found is not None
