"""One line of the journal: plain data as JSON that carries its own hash and the line before's."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from natverkskollen.store import clock
from natverkskollen.store.contract import Change, Clash, Entry, Kind
from natverkskollen.store.plain_data import State, from_json, json_text, plain

FIRST = "0" * 64
_SEALED = re.compile(rb'(.*),"sha256":"([0-9a-f]{64})"\}', re.DOTALL)


class Broken(Exception):
    """Why a line is not what the program wrote, in Swedish."""


@dataclass(frozen=True)
class Line:
    """A version: what changed and what the files' hashes are after it.

    `snapshot` is the whole evaluation after the version, on every line from which the history
    may be read without those before it.
    """

    seq: int
    kind: Kind
    base: int
    when: datetime
    actor: str
    key: str
    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    snapshot: State | None = None
    revision: str = ""
    program: str = ""
    prev: str = FIRST
    sha256: str = ""

    @cached_property
    def entry(self) -> Entry:
        """The line as the history shows it."""
        return Entry(
            self.seq,
            self.kind,
            self.base,
            self.when,
            self.actor,
            self.key,
            self.changes,
            self.clashes,
        )


def now() -> datetime:
    """The time a line is stamped with; versions, not times, say what came first."""
    return clock.now().replace(microsecond=0)


def line_bytes(line: Line) -> bytes:
    """The line as it stands in the file, with its line feed."""
    data: dict[str, Any] = {
        "seq": line.seq,
        "kind": line.kind,
        "base": line.base,
        "ts": _stamp(line.when),
        "actor": line.actor,
        "key": line.key,
        "changes": [[each.path, each.old, each.new] for each in line.changes],
        "clashes": [
            [c.path, c.mine, c.theirs, c.who, c.when and _stamp(c.when)] for c in line.clashes
        ],
        "files": line.files,
        "criteria_revision": line.revision,
        "program": line.program,
        "snapshot": line.snapshot,
        "prev": line.prev,
    }
    for key in ("clashes", "snapshot"):
        if not data[key]:
            del data[key]
    # Each text as it will be read back, so that a line means the same before and after.
    body = json_text(plain(data)).encode()
    return body[:-1] + f',"sha256":"{hashlib.sha256(body).hexdigest()}"}}\n'.encode()


def read_line(raw: bytes, before: Line | None) -> Line:
    """The line some bytes (without the line feed) are; Broken where nobody wrote them so."""
    found = _SEALED.fullmatch(raw)
    if found is None:
        raise Broken("raden är inte skriven av programmet")
    body, sha256 = found[1] + b"}", found[2].decode()
    if hashlib.sha256(body).hexdigest() != sha256:
        raise Broken("raden är ändrad efter att den skrevs")
    try:
        line = _line(from_json(body), sha256)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Broken("raden är inte skriven av programmet") from None
    if line.prev != (before.sha256 if before else FIRST):
        raise Broken("raden följer inte på raden före: en rad är ändrad, borttagen eller flyttad")
    if line.seq != (before.seq if before else 0) + 1:
        raise Broken(f"raden har nummer {line.seq}, men nästa nummer i ordningen är ett annat")
    return line


def _line(data: dict[str, Any], sha256: str) -> Line:
    return Line(
        seq=data["seq"],
        kind=data["kind"],
        base=data["base"],
        when=_time(data["ts"]),
        actor=data["actor"],
        key=data["key"],
        changes=tuple(Change(path, old, new) for path, old, new in data["changes"]),
        clashes=tuple(
            Clash(path, mine, theirs, who, when and _time(when))
            for path, mine, theirs, who, when in data.get("clashes", ())
        ),
        files=data["files"],
        snapshot=data.get("snapshot"),
        revision=data["criteria_revision"],
        program=data["program"],
        prev=data["prev"],
        sha256=sha256,
    )


def _stamp(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _time(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
