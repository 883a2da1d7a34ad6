"""The audit log: who did what, outside the data folder, one line put last at a time and chained.

It holds no texts: a pseudonym, an action, what it was about, its version and the head of its
history. What cannot be written waits, in order, and nothing more is saved until it has been.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from natverkskollen.files.server_settings import AuditSettings, audit_settings
from natverkskollen.model.history_names import PSEUDONYM
from natverkskollen.model.principal import Principal
from natverkskollen.store import clock, disk, lock
from natverkskollen.store.contract import Failed
from natverkskollen.store.history_names import known_pseudonym
from natverkskollen.store.write_failure import failed

FIRST = "0" * 64
_NAME = "granskningsloggen"
_MOST_WAITING = 10_000
_BLOCK = 64 * 1024  # more than two lines
_RECENT = 16 * 1024 * 1024

Told = Mapping[str, Any]


@dataclass(frozen=True)
class AuditLine:
    """One line as it stands in the log; `fault` is why it is not one of ours, in Swedish."""

    number: int
    told: Told
    fault: str = ""


@dataclass
class AuditLog:
    """The log at a path, its chain made with a key or, where the key is empty, without one."""

    path: Path
    key: str = ""
    _waiting: list[dict[str, Any]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def note(self, action: str, **told: Any) -> None:
        """Write down that something was done; what cannot be written waits for the next time."""
        line = {"when": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}", "action": action, **told}
        with self._lock:
            del self._waiting[_MOST_WAITING:]
            self._waiting.append(line)
            self._write()

    def unwritable(self) -> Failed | None:
        """Why nothing can be logged here and now, and so nothing saved; None where it can."""
        with self._lock:
            return self._write()

    def lines(self) -> Iterator[AuditLine]:
        """Every line in order, each tried against the one before; raises OSError."""
        before = FIRST
        with open(self.path, "rb") as file:
            for number, raw in enumerate(file, 1):
                if not raw.endswith(b"\n") or b'"sum":"' not in raw:
                    continue  # cut short as it was written: nobody has been told of it
                told, claimed = _read(raw)
                fault = ""
                if claimed != self._sum(raw):
                    fault = "raden är ändrad, eller skriven med en annan nyckel"
                elif told.get("prev") != before:
                    fault = "raden följer inte på raden före: en rad är ändrad eller borttagen"
                before = claimed
                yield AuditLine(number, told, fault)

    def recent(self) -> Iterator[Told]:
        """The last lines, some tens of thousands of them, whether the chain holds or not."""
        for row in self._end(_RECENT).splitlines(keepends=True):
            if row.endswith(b"\n") and b'"sum":"' in row[-90:]:
                yield _read(row)[0]

    def _write(self) -> Failed | None:
        try:
            with lock.held(self.path.parent, self.path.name, _NAME):
                before, ends = self._last()
                raw = b"" if ends else b"\n"
                for line in self._waiting:
                    row = self._sealed({**line, "prev": before})
                    before = _read(row)[1]
                    raw += row
                if raw:
                    disk.append(self.path, raw)
                else:
                    disk.may_append(self.path)
        except lock.Busy:
            return Failed(f"{_NAME} är upptagen", "Vänta några sekunder och försök igen")
        except OSError as error:
            found = failed(_NAME, error)
            remedy = "Säg till den som sköter servern. Det som redan är sparat finns kvar"
            return Failed(found.what, remedy)
        self._waiting.clear()
        return None

    def _last(self) -> tuple[str, bool]:
        """The sum of the last whole line, and whether the file ends with a whole line."""
        end = self._end(_BLOCK)
        rows = [row for row in end.splitlines(keepends=True) if b'"sum":"' in row[-90:]]
        whole = [row for row in rows if row.endswith(b"\n")]
        return _read(whole[-1])[1] if whole else FIRST, not end or end.endswith(b"\n")

    def _end(self, size: int) -> bytes:
        """The last bytes of the file; none where there is no file."""
        try:
            with open(self.path, "rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - size))
                return file.read()
        except FileNotFoundError:
            return b""

    def _sealed(self, line: Told) -> bytes:
        body = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
        return body[:-1] + f',"sum":"{self._sum_of(body)}"}}\n'.encode()

    def _sum(self, row: bytes) -> str:
        return self._sum_of(row.rpartition(b',"sum":"')[0] + b"}")

    def _sum_of(self, body: bytes) -> str:
        if self.key:
            return hmac.new(self.key.encode(), body, hashlib.sha256).hexdigest()
        return hashlib.sha256(body).hexdigest()


def audit_log() -> AuditLog | None:
    """The log of this program; None where nobody has said where. DataError where it is wrong."""
    settings = audit_settings()
    return _opened(settings) if settings else None


@lru_cache(maxsize=8)
def _opened(settings: AuditSettings) -> AuditLog:
    return AuditLog(settings.path, settings.key)


def person_in_log(folder: Path, who: Principal, key: str = "") -> str:
    """What the log calls a person: as the journals do, or else a code that tells nothing of them.

    Without a key whoever has a list of subjects can work out whose a code is.
    """
    code = hmac.new(key.encode(), "\n".join(who.key).encode(), hashlib.sha256).hexdigest()
    return known_pseudonym(folder, who) or f"inloggad-{code[:16]}"


def pseudonym_in(actor: str) -> str:
    """The pseudonym that a save is signed with; a word where it was signed without one."""
    found = PSEUDONYM.match(actor)
    return found[0] if found else "utan inloggning"


def _read(row: bytes) -> tuple[Told, str]:
    try:
        told = json.loads(row)
    except ValueError:
        return {}, ""
    return (told, str(told.get("sum", ""))) if isinstance(told, dict) else ({}, "")
