"""One of several servers on a database: how a write is tried, committed and only then seen.

1. The area is locked in the database, and the workshop is made to hold what the database does.
2. The same code as in a data folder writes there. Nobody reads it.
3. What it changed is written to the database and committed. **That is the acknowledgement.**
4. Only then is it put in the data folder that the pages read.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from natverkskollen.store import disk
from natverkskollen.store.area import Area
from natverkskollen.store.contract import Failed
from natverkskollen.store.database import revisions
from natverkskollen.store.database.connections import Connections, Unanswered
from natverkskollen.store.database.listening import Listening
from natverkskollen.store.database.revisions import Revision
from natverkskollen.store.database_copy import COPY_FOLDER, DatabaseCopy
from natverkskollen.store.freshness import Freshness
from natverkskollen.store.workshop import Workshop
from natverkskollen.store.write_failure import UNSURE, failed

if TYPE_CHECKING:
    from psycopg import Connection

T = TypeVar("T")
_TRIES = (0.0, 0.2, 0.5, 1.0, 2.0, 2.0)  # how long to wait before asking what came of a commit
_AGAIN = "Försök igen om en stund. Återkommer det: säg till den som sköter servern"
_REST = 1.0  # seconds for which a database that did not answer is not asked by readers


class Replica:
    """A data folder that is a copy of a database, and the way to write in both."""

    def __init__(self, folder: Path, connections: Connections):
        self.folder = folder
        self._connections = connections
        self._copy = DatabaseCopy(folder)
        self.workshop = Workshop(folder / COPY_FOLDER)
        self._fresh = Freshness()
        self._silent: tuple[float, Failed] | None = None
        self._listening = Listening(connections)

    def catch_up(self, whole: bool = False) -> Failed | None:
        """Bring the folder to what the database holds; why not, where it cannot be done.

        `whole` compares every file with the database by its hash.
        """
        return self._brought(whole) if whole else self._fresh.had(self._brought)

    def _brought(self, whole: bool = False) -> Failed | None:
        if self._silent and time.monotonic() - self._silent[0] < _REST and not whole:
            return self._silent[1]
        try:
            with self._connections.one() as connection:
                if whole:
                    self._copy.compare(connection)
                else:
                    self._copy.catch_up(connection)
        except Unanswered as error:
            self._silent = (time.monotonic(), Failed(str(error), _AGAIN))
            return self._silent[1]
        except OSError as error:
            return failed("i datamappen", error)
        self._silent = None
        return None

    @property
    def place(self) -> str:
        """Which database it is, without a password."""
        return self._connections.address.shown

    @property
    def known(self) -> bool:
        """Whether the folder has been had from the database since the program started."""
        return self._copy.compared

    def heard(self) -> int:
        """A number that is another as soon as some server may have written something."""
        return self._listening.heard()

    def asked(self, question: Callable[[Connection], T]) -> T | Failed:
        """What the database answers to something that is no file's content."""
        try:
            with self._connections.one() as connection:
                return question(connection)
        except Unanswered as error:
            return Failed(str(error), _AGAIN)

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """While nobody else brings the folder further."""
        with self._fresh.turn, self._copy.still():
            yield

    def write(self, area: Area, work: Callable[[Path], T]) -> T | Failed:
        """What comes of some work on the files of an area, committed where it is no Failed.

        The work is done in the workshop, whose folder it gets. It touches nothing but the area.
        """
        if not self.known and (trouble := self.catch_up()):
            return trouble
        with self.workshop.at_work(area):
            try:
                return self._written(area, work)
            except OSError as error:
                return failed("i datamappens arbetsyta", error)
            finally:
                self._fresh.written()

    def _written(self, area: Area, work: Callable[[Path], T]) -> T | Failed:
        made: tuple[Revision, Revision] | None = None
        try:
            with self._connections.one() as connection:
                self._begin(connection, area)
                before = self._laid(connection, area)
                told = work(self.workshop.folder)
                after = {} if isinstance(told, Failed) else self._changed(area, before)
                if isinstance(told, Failed) and told.outcome == "unknown":
                    told = Failed(  # type: ignore[assignment]
                        "det gick inte att skriva i datamappens arbetsyta", told.remedy
                    )
                if after:
                    made = revisions.write(connection, before, after)
                    connection.execute("COMMIT")
        except Unanswered as error:
            if made is None:
                what = "det gick inte att spara: " * (not error.busy) + str(error)
                return Failed(
                    what, "Vänta några sekunder och försök igen" if error.busy else _AGAIN
                )
            if (settled := self._settled(area, made[1])) is not None:
                return settled
        if made is not None:
            # It is saved: what keeps it out of the folder is put right before the next reading.
            with contextlib.suppress(OSError):
                self._copy.take(*made, after)
        return told

    def _begin(self, connection: Connection, area: Area) -> None:
        """Begin a transaction in which nobody else can write in the area."""
        with connection.pipeline():
            connection.execute("BEGIN")
            revisions.lock(connection, "", shared=not area.alone)
            if not area.alone:
                revisions.lock(connection, area.name)

    def _laid(self, connection: Connection, area: Area) -> dict[str, bytes]:
        """What the database holds of an area, now that nobody else can write it."""
        if area.growing:
            # Files that never change: what is in the folder is as it was when it was fetched.
            listed = revisions.files_in(connection, area.files, area.beginnings)
            names = {each.path for each in listed}
            with self._connections.one() as other:
                self._copy.catch_up(other)
                if not all((self.folder / name).is_file() for name in names):
                    self._copy.compare(other)
            self.workshop.lay(area, self.folder, names)
            return dict.fromkeys(names, b"")
        files: dict[str, bytes] = {}
        wanting = []
        for each in revisions.files_in(connection, area.files, area.beginnings):
            for root in (self.workshop.folder, self.folder):
                raw = disk.read_bytes(root / each.path)
                if raw is not None and sha256(raw).digest() == each.hash:
                    files[each.path] = raw
                    break
            else:
                wanting.append(each.path)
        files |= dict(revisions.whole(connection, wanting))
        self.workshop.fill(area, files)
        return files

    def _changed(self, area: Area, before: Mapping[str, bytes]) -> dict[str, bytes | None]:
        if area.growing:
            return dict(self.workshop.new(area, set(before)))
        after = self.workshop.found(area)
        changed: dict[str, bytes | None] = dict.fromkeys(before.keys() - after.keys())
        changed |= {path: raw for path, raw in after.items() if before.get(path) != raw}
        return dict(sorted(changed.items()))

    def _settled(self, area: Area, revision: Revision) -> Failed | None:
        """What came of a commit that was not answered; None where it was carried out.

        Once the area's lock is had anew the earlier transaction has ended, one way or the other.
        """
        for pause in _TRIES:
            time.sleep(pause)
            try:
                with self._connections.one() as connection:
                    self._begin(connection, area)
                    if revisions.committed(connection, revision):
                        return None
                    return Failed("det gick inte att spara: databasen avbröt skrivningen", _AGAIN)
            except Unanswered:
                continue
        what = "det är osäkert om ändringen sparades: databasen slutade svara"
        return Failed(what, UNSURE, "unknown")
