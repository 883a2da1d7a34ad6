"""A server's own data folder as a copy of the database: read by everybody, written only by this.

The database is the truth. The copy can be thrown away: the first time a program uses it every file
is compared with the database by its hash, and later only what newer revisions have changed is
fetched. Nothing that has not been committed is ever in it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import threading
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from natverkskollen.files.data_folder import ROOMS
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store import clock, disk, lock
from natverkskollen.store.area import ROOT_FILES
from natverkskollen.store.database import revisions
from natverkskollen.store.database.revisions import Listed, Revision

if TYPE_CHECKING:
    from psycopg import Connection

COPY_FOLDER = ".kopia"  # what the program keeps for itself in the copy
_MARK = f"{COPY_FOLDER}/databas"  # which database it is a copy of
_STATE = f"{COPY_FOLDER}/lage.json"  # and at which revision
ASIDE = ".undanlagt"  # what somebody has changed in the copy by hand
_NOTHING = Revision(-1, "")


class DatabaseCopy:
    """The files of the database in a folder, as they were at the revision it was last brought to.

    Programs on one computer may share the folder: one at a time brings it up to date.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._thread = threading.RLock()
        self._lock = folder / COPY_FOLDER / "las"
        self._file = FileLock(self._lock, poll_interval=0.005, mode=0o640, fallback_to_soft=False)
        self._latest = _NOTHING  # of this process: every file has been compared since it started

    @property
    def compared(self) -> bool:
        """Whether every file has been compared with the database since the program started."""
        return self._latest is not _NOTHING

    def catch_up(self, connection: Connection) -> None:
        """Bring the copy to the database's latest revision; raises OSError, psycopg's errors."""
        if self.compared:
            newest, ours = revisions.head(connection, self._latest.number)
            if newest == self._latest and ours == self._latest.token:
                return
        with self.still():
            if not (self.compared and newest == self._latest):  # what was written here meanwhile
                with _one_moment(connection):
                    self._bring(connection)

    def compare(self, connection: Connection) -> None:
        """Compare every file with the database, and put right what is not the same."""
        with self.still(), _one_moment(connection):
            self._latest = _NOTHING
            self._bring(connection)

    def take(self, earlier: Revision, made: Revision, files: Mapping[str, bytes | None]) -> None:
        """What this program has just committed, where the copy stands at the `earlier` revision."""
        with self.still():
            if not self.compared or self._kept() != earlier:
                return
            for path, raw in files.items():
                self._put(path, raw)
            self._keep(made)

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """While nobody else brings the copy up to date."""
        with self._thread:
            disk.make_folders(self._lock.parent)
            with self._file:
                yield

    def _bring(self, connection: Connection) -> None:
        kept = self._kept()
        newest, ours = revisions.head(connection, kept.number)
        known = ours is not None and ours == kept.token
        if not self.compared or not known:
            self._make_ours(revisions.head(connection, 0)[1] or "")
        if known:
            self._fetch(connection, kept.number, revisions.changed_since(connection, kept.number))
        if not self.compared or not known:
            self._compare(connection)
        self._keep(newest)

    def _compare(self, connection: Connection) -> None:
        """Every file by its hash; what is not in the database is put aside."""
        listed = {each.path: each for each in revisions.every_file(connection)}
        there = dict(self._hashes())
        for path in there.keys() - listed.keys():
            self._put_aside(path)
        wrong = [path for path, each in listed.items() if there.get(path) != each.hash]
        for path in there.keys() & set(wrong):
            self._put_aside(path)
        for path, raw in revisions.whole(connection, wrong):
            self._put(path, raw)

    def _fetch(self, connection: Connection, since: int, changed: tuple[Listed, ...]) -> None:
        """What later revisions have written, put on what is here; whole files where that fails."""
        kept = [each for each in changed if each.hash is not None]
        parts = revisions.parts_of(connection, [each.path for each in kept], since)
        for each in kept:
            raw, new = b"", parts.get(each.path, ())
            if new and new[0].start:
                raw = (disk.read_bytes(self.folder / each.path) or b"")[: new[0].start]
            raw += b"".join(part.content for part in new)
            if sha256(raw).digest() != each.hash:
                raw = dict(revisions.whole(connection, (each.path,)))[each.path]
            self._put(each.path, raw)
        for each in changed:
            if each.hash is None:
                self._put(each.path, None)

    def _put(self, path: str, raw: bytes | None) -> None:
        """One file in one step. Nothing is synced: after a crash every file is compared anew."""
        place = self.folder / path
        if raw is None:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(place)
            for above in place.parents[: len(Path(path).parents) - 1]:
                try:
                    os.rmdir(above)
                except OSError:  # there is more in it
                    return
            return
        disk.make_folders(place.parent)
        beside = self.folder / COPY_FOLDER / f"{secrets.token_hex(8)}.tmp"
        disk.write_unsynced(beside, raw)
        disk.put_in_place(beside, place)

    def _put_aside(self, path: str) -> None:
        """Keep what somebody has written in the copy by hand: the program knows nothing of it."""
        place = self.folder / ASIDE / f"{clock.now():%Y%m%dT%H%M%SZ}" / path
        disk.make_folders(place.parent)
        disk.put_in_place(self.folder / path, place)
        self._put(path, None)  # and the folders that are empty now

    def _hashes(self) -> Iterator[tuple[str, bytes]]:
        """Every file in the copy with its hash; what lies beside the rooms is not the program's."""
        for top in (self.folder / name for name in (*ROOT_FILES, *ROOMS)):
            for path in [top] if not top.is_dir() else sorted(top.rglob("*")):
                name = path.relative_to(self.folder).as_posix()
                if path.is_file() and lock.FOLDER not in name.split("/"):
                    yield name, sha256(path.read_bytes()).digest()

    def _make_ours(self, database: str) -> None:
        """DataError where the folder is anything but empty or a copy of this database.

        It is marked before the first file is put: a server that dies halfway is begun again.
        """
        marked = self._database()
        if marked is not None and marked != database:
            what = "mappen är en kopia av en annan databas"
            raise DataError([Problem(str(self.folder), 0, what, _EMPTY)])
        if marked is None and next(self._hashes(), None):
            what = "mappen innehåller filer och är ingen kopia av databasen"
            remedy = f"{_EMPTY}, eller kopiera in filerna först: natverkskollen store copy"
            raise DataError([Problem(str(self.folder), 0, what, remedy)])
        if not (self.folder / _MARK).exists():
            disk.write_atomically(self.folder / _MARK, database.encode())

    def _database(self) -> str | None:
        """Which database the folder is a copy of; None where it is of none."""
        marked = disk.read_bytes(self.folder / _MARK)
        return marked.decode() if marked else self._state().get("database")

    def _kept(self) -> Revision:
        kept = self._state()
        return Revision(int(kept["number"]), kept["token"]) if kept else _NOTHING

    def _keep(self, revision: Revision) -> None:
        state = {
            "database": self._database(),
            "number": str(revision.number),
            "token": revision.token,
        }
        self._put(_STATE, json.dumps(state).encode())
        self._latest = revision

    def _state(self) -> dict[str, str]:
        try:
            kept = json.loads(disk.read_bytes(self.folder / _STATE) or b"{}")
            return kept if {"database", "number", "token"} <= kept.keys() else {}
        except (ValueError, AttributeError):
            return {}


_EMPTY = "Ange en tom mapp som datamapp"


def is_copy(folder: Path) -> bool:
    """Whether a folder has been a copy of a database."""
    return (folder / COPY_FOLDER).is_dir()


@contextlib.contextmanager
def _one_moment(connection: Connection) -> Iterator[None]:
    """Everything that is read within is as it was at one and the same moment."""
    with connection.pipeline():
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield
        connection.execute("COMMIT")
