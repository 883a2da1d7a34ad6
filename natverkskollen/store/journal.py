"""The journal of one evaluation: every version in order, and what the evaluation was at each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce

from natverkskollen import __version__
from natverkskollen.store.contract import Change
from natverkskollen.store.journal_line import FIRST, Broken, Line, line_bytes, now, read_line
from natverkskollen.store.plain_data import State, value_at, with_value

SNAPSHOT_EVERY = 50


@dataclass(frozen=True)
class Journal:
    """The lines that hold. `fault` tells of the first that does not (its number, and why).

    `length` is how many bytes the lines that hold take up; `torn` is what stands after the last
    line feed: a line whose writing was cut short and that nobody has been told is saved.
    """

    lines: tuple[Line, ...] = ()
    state: State | None = None
    length: int = 0
    fault: tuple[int, str] | None = None
    torn: bytes = b""

    @property
    def version(self) -> int:
        """The latest version; 0 where nothing is written yet."""
        return self.lines[-1].seq if self.lines else 0

    @property
    def files(self) -> dict[str, str]:
        """The hash of every file as the latest version left it."""
        return self.lines[-1].files if self.lines else {}

    def at(self, version: int) -> State:
        """The evaluation at a version; version 0 is what was there when the history began."""
        if version == 0:
            return (self.lines[0].snapshot or {}) if self._started_from_files else {}
        done = self.lines[:version]
        latest = next((n for n in reversed(range(version)) if done[n].snapshot is not None), 0)
        state = done[latest].snapshot or {}
        return reduce(lambda s, line: applied(s, line.changes), done[latest + 1 :], state)

    @property
    def _started_from_files(self) -> bool:
        return bool(self.lines) and self.lines[0].kind == "start"

    def with_key(self, key: str) -> Line | None:
        """The line a save with this key has left."""
        return next((line for line in reversed(self.lines) if key and line.key == key), None)

    def latest_touching(self, path: tuple[str, ...]) -> Line | None:
        """The latest line that changed the value at a path, or something in it or around it."""
        for line in reversed(self.lines):
            if any(_overlap(change.path, path) for change in line.changes):
                return line
        return None

    def next_lines(
        self, line: Line, before: State, after: State, found: dict[str, str]
    ) -> tuple[Line, ...]:
        """A new line put last: numbered, chained, with a snapshot where one is due.

        The first line of an evaluation that had no history is what was `found`: the state before
        and the files' hashes.
        """
        revision = value_at(after, ("evaluation", "criteria_revision")) or ""
        line = replace(line, revision=revision, program=__version__)
        lines = [line]
        if not self.lines and before:
            start = Line(1, "start", 0, line.when, line.actor, "", (), files=found, snapshot=before)
            lines.insert(0, replace(start, revision=revision, program=__version__))
        made: list[Line] = []
        for each in lines:
            seq = self.version + len(made) + 1
            head = made[-1] if made else self.lines[-1] if self.lines else None
            due = each.snapshot is None and (seq == 1 or seq % SNAPSHOT_EVERY == 0)
            snapshot = after if due else each.snapshot
            prev = head.sha256 if head else FIRST
            each = replace(each, seq=seq, snapshot=snapshot, prev=prev)
            made.append(read_line(line_bytes(each)[:-1], head))
        return tuple(made)

    def grown(self, raw: bytes) -> Journal:
        """The journal with the bytes that stand after it read as well."""
        lines, state, length = list(self.lines), self.state, self.length
        *rows, torn = raw.split(b"\n")
        for row in rows:
            try:
                # Git and some copying tools give each line feed a carriage return before it.
                line = read_line(row.removesuffix(b"\r"), lines[-1] if lines else None)
                if line.snapshot is None and not lines:
                    raise Broken("den första raden saknar utgångsläget")
                state = applied(state or {}, line.changes) if line.changes else state
                if line.snapshot is not None:
                    state = line.snapshot
            except Broken as broken:
                return Journal(tuple(lines), state, length, (len(lines) + 1, str(broken)), torn)
            lines.append(line)
            length += len(row) + 1
        return Journal(tuple(lines), state, length, None, torn)


def new_line(kind: str, base: int, actor: str, key: str, **parts: object) -> Line:
    """A line that is not placed in a journal yet."""
    return Line(0, kind, base, now(), actor, key, **{"changes": (), **parts})  # type: ignore[arg-type]


def applied(state: State, changes: tuple[Change, ...]) -> State:
    """The state after some changes."""
    return reduce(lambda s, change: with_value(s, change.path, change.new), changes, state)


def snapshot_faults(journal: Journal) -> tuple[int, ...]:
    """The numbers of the lines whose snapshot is not what the changes before it add up to."""
    states: list[State] = [journal.lines[0].snapshot or {}] if journal.lines else []
    for line in journal.lines[1:]:
        states.append(applied(states[-1], line.changes))
    pairs = zip(journal.lines, states, strict=True)
    return tuple(ln.seq for ln, state in pairs if ln.snapshot not in (None, state))


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(a == b for a, b in zip(one, other, strict=False))
