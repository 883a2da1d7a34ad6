"""What an evaluation's folder holds, put right after a crash or a change made by hand.

The synced journal is the truth about what was saved. A prepared file that is still there with the
hash the latest line promises was never moved into place: the save is finished. Every other
difference between a file and the journal was made by a person, and becomes a version.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from natverkskollen.dossier.file_reading import ALONE_IN, COPIES, EVALUATION, sheet_name
from natverkskollen.files.cache import Cache
from natverkskollen.store import disk
from natverkskollen.store.contract import JOURNAL, Failed
from natverkskollen.store.files import part, read_state, touched, with_part
from natverkskollen.store.journal import Journal, applied
from natverkskollen.store.place import Place
from natverkskollen.store.plain_data import State, differences

TORN = f"{JOURNAL}.trasig"


class Unusable(Exception):
    """The evaluation cannot be read or written as it stands; carries the Failed to tell."""

    def __init__(self, what: str, remedy: str):
        super().__init__(what)
        self.failed = Failed(what, remedy)


@dataclass(frozen=True)
class Contents:
    """A folder as it lies on disk: the files' bytes, what is prepared for them, the journal."""

    raws: dict[str, bytes]
    prepared: dict[Path, str]
    journal: Journal

    @cached_property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file."""
        return {name: sha256(raw) for name, raw in self.raws.items()}

    @property
    def settled(self) -> bool:
        """Whether the files are as the journal left them, with nothing to clear away."""
        journal = self.journal
        if self.prepared or journal.fault or journal.torn:
            return False
        return not journal.lines or self.hashes == journal.files


def sha256(raw: bytes) -> str:
    """The hash a file is known by."""
    return hashlib.sha256(raw).hexdigest()


_GONE = sha256(disk.GONE)
_NOTHING = (b"", Journal(), Journal())


class Journals:
    """Journals read before, so that only what has been added since is read again."""

    def __init__(self) -> None:
        # The bytes that hold, the journal they make, and the one that the whole file makes.
        self._kept: Cache[tuple[bytes, Journal, Journal]] = Cache(64)

    def read(self, path: Path) -> Journal:
        """The journal in a file; an empty one where there is no file."""

        def renew(kept: tuple[bytes, Journal, Journal] | None) -> tuple[bytes, Journal, Journal]:
            raw = disk.read_bytes(path) or b""
            known, journal, _ = kept or _NOTHING
            if not raw.startswith(known):
                known, journal, _ = _NOTHING
            grown = journal.grown(raw[len(known) :])
            if grown.lines and not grown.fault:
                known = raw[: grown.length]
                journal = Journal(grown.lines, grown.state, grown.length)
            return known, journal, grown

        return self._kept.renewed(path, renew)[2]


def left_behind(place: Place) -> bool:
    """Whether a save was cut short here: a prepared file is left, or the journal ends in a row."""
    return bool(place.prepared()) or disk.last_byte(place.journal) not in (b"", b"\n")


def look(place: Place, journals: Journals) -> Contents:
    """What is there; nothing is changed."""
    for folder, _ in place.folders:
        disk.refuse_link(folder)
    journal = journals.read(place.journal)  # first: a file is never older than its line
    prepared = place.prepared()
    raws = {}
    for name in place.names():
        raw = disk.read_bytes(place.path(name))
        if raw is not None:
            raws[name] = raw
    return Contents(raws, prepared, journal)


def mended_journal(place: Place, contents: Contents, journals: Journals) -> Contents:
    """The place with a last line that was cut short put aside: nobody was told it was saved."""
    journal = contents.journal
    if journal.fault and not (contents.prepared and not journal.torn and _is_last(place, journal)):
        number, why = journal.fault
        what = f"historiken stämmer inte: history.jsonl, rad {number}: {why}"
        raise Unusable(what, "Återställ filen ur en säkerhetskopia, eller fråga IT")
    if not (journal.torn or journal.fault):
        return contents
    torn = (disk.read_bytes(place.journal) or b"")[journal.length :]
    if not (disk.read_bytes(_torn(place)) or b"").endswith(torn):
        disk.append(_torn(place), torn)
    disk.cut(place.journal, journal.length)
    return look(place, journals)


def _is_last(place: Place, journal: Journal) -> bool:
    rest = (disk.read_bytes(place.journal) or b"")[journal.length :]
    return rest.count(b"\n") == 1


def _torn(place: Place) -> Path:
    return place.journal.with_name(TORN)


def finished_save(place: Place, contents: Contents, journals: Journals) -> Contents:
    """The place with the files in place that the latest line of the journal promises."""
    lines = contents.journal.lines
    before = lines[-2].files if len(lines) > 1 else {}
    moved = False
    for path, name in _lagging(contents).items():
        if contents.hashes.get(name) == before.get(name):
            kept = name in contents.journal.files
            (disk.put_in_place if kept else disk.take_away)(path, place.path(name))
            disk.sync_folder(path.parent)
            moved = True
    return look(place, journals) if moved else contents


def _lagging(contents: Contents) -> dict[Path, str]:
    promised, present = contents.journal.files, contents.hashes
    return {
        path: name
        for path, name in contents.prepared.items()
        if present.get(name) != promised.get(name)
        and sha256(disk.read_bytes(path) or b"") == promised.get(name, _GONE)
    }


def by_hand(place: Place, contents: Contents) -> State:
    """What the files say, with what a crash kept from a file that was edited."""
    journal, present = contents.journal, contents.hashes
    state, problems = read_state(contents.raws, place.id)
    if problems:
        told = problems[0]
        raise Unusable(str(told).removesuffix(f". {told.remedy}."), told.remedy)
    if place.own not in present and journal.state is not None:
        key = place.own.removesuffix(".yaml")
        state[key] = journal.state[key]
    for name in _lagging(contents).values():
        # The person edited the file as it was before the latest save, which the crash stopped.
        earlier = journal.at(journal.version - 1)
        theirs = tuple(
            change for change in differences(earlier, state) if name in touched_by(change.path)
        )
        merged = applied(journal.state or {}, theirs)
        state = with_part(state, name, part(merged, name))
    return state


def touched_by(path: tuple[str, ...]) -> tuple[str, ...]:
    """The file a field stands in."""
    whole = {name.removesuffix(".yaml"): name for name in (EVALUATION, *ALONE_IN)}
    whole |= {key: name for name, key in COPIES.items()}
    return (whole[path[0]],) if path[0] in whole else (sheet_name(path[1]),)


def files_behind(contents: Contents, state: State, evaluation: str) -> tuple[str, ...]:
    """The files that do not say what the state does, and are there to be written."""
    said, _ = read_state(contents.raws, evaluation)
    return touched(said, state, contents.raws)
