"""What every store promises: field-level saves with versions, and outcomes as values.

A version is a whole number per evaluation that only grows. No caller writes a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, Protocol

from natverkskollen.dossier.source import Evaluations
from natverkskollen.files.problem import Problem

KeyPath = tuple[str, ...]
Kind = Literal["start", "save", "merge", "conflict", "import", "restore", "rebuild", "delete"]
# What the history is called in a copy of an evaluation: one version a line, each with its hash.
JOURNAL: Final = "history.jsonl"
BY_HAND: Final = "redigerad utanför programmet"


class _Unseen:
    """The type of UNSEEN."""

    def __repr__(self) -> str:
        return "UNSEEN"


UNSEEN: Final = _Unseen()


@dataclass(frozen=True)
class Change:
    """One field from the value the person saw to the one they want; None is no value.

    `old` may be UNSEEN where nobody knows what the person saw: the change then goes through only
    if the field already has the new value, and is a conflict otherwise.
    """

    path: KeyPath
    old: Any
    new: Any


@dataclass(frozen=True)
class Versioned:
    """An evaluation as it stands: {"evaluation": {…}, "answers": {assessor: {network: …}}}.

    `hash` is the SHA-256 of the data alone, the same in every store.
    """

    version: int
    data: Mapping[str, Any]
    hash: str


@dataclass(frozen=True)
class Saved:
    """The change is kept; `version` is the evaluation's version with it."""

    version: int


@dataclass(frozen=True)
class Merged:
    """The change is kept together with what others changed since the base version."""

    version: int


@dataclass(frozen=True)
class Clash:
    """A field (or a whole answer) that somebody else gave another value in the meantime.

    `who` is empty and `when` None where the value is older than the history.
    """

    path: KeyPath
    mine: Any
    theirs: Any
    who: str
    when: datetime | None


@dataclass(frozen=True)
class Conflict:
    """Nothing was changed; both values are in the history. Try again on `version` as base."""

    version: int
    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class Failed:
    """It did not go: what is wrong and what to do, in Swedish without the closing full stop.

    `outcome` is "no" where nothing was saved, "unknown" where only the next reading can tell; a
    new try with the same key is always safe.
    """

    what: str
    remedy: str
    outcome: Literal["no", "unknown"] = "no"


SaveOutcome = Saved | Merged | Conflict | Failed


@dataclass(frozen=True)
class Entry:
    """One line of the history: who did what on which base, and the version it made.

    `clashes` holds both values of a conflict, whose `changes` are none.
    """

    version: int
    kind: Kind
    base: int
    when: datetime
    actor: str
    key: str
    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...] = ()


Changes = Sequence[Change] | Callable[[Mapping[str, Any]], Sequence[Change] | Failed]


class Store(Evaluations, Protocol):
    """Where evaluations are kept, and the only way to them: what is read and what is written."""

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now; version 0 is one that has no history yet."""

    def save(
        self,
        evaluation: str,
        base_version: int | None,
        changes: Changes,
        actor: str,
        key: str,
    ) -> SaveOutcome:
        """Make all the changes or none. The same key twice gives the first outcome once more.

        `base_version` is the version the person saw; None is the one there is, where what was seen
        stands in the changes themselves. Where only the data can tell what is to be changed,
        `changes` is a function of it, asked while nobody else can write; Failed gives up.
        A save that changes nothing is Saved, leaves no line in the history and uses up no key.
        A whole new evaluation is the change of ("evaluation",) from None.
        """

    def history(self, evaluation: str) -> tuple[Entry, ...] | Failed:
        """Every version from the first to the latest."""

    def heads(self, evaluation: str) -> tuple[str, ...] | Failed:
        """The hash of each version's line: of that version and all before it."""

    def at(self, evaluation: str, version: int) -> Versioned | Failed:
        """The evaluation as it stood at a version."""

    def restore(
        self, evaluation: str, version: int, actor: str, path: KeyPath = (), key: str = ""
    ) -> SaveOutcome:
        """A new version in which what is under the path is as it was at an earlier one."""

    def delete(self, evaluation: str, base_version: int, actor: str) -> Saved | Failed:
        """Put the evaluation aside with its history; refused where it has changed since."""

    def deleted(self, evaluation: str) -> Entry | None:
        """Who last put an evaluation with this id aside, and when; None where nobody has."""

    def bring_back(self, evaluation: str, actor: str) -> Saved | Failed:
        """The evaluation last put aside under this id, there again with all its history."""

    def verify(self, evaluation: str) -> tuple[Problem, ...]:
        """What is wrong with the history, by line; nothing where it holds."""

    def copy(self, evaluation: str) -> Mapping[str, bytes] | Failed:
        """Every file of an evaluation with its history, copied while nobody can write it."""

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """All there is, as files by their names in evaluations/: what a backup must hold.

        Each evaluation is copied while nobody can write it, and as it lies where it is broken.
        """

    def mend(self) -> None:
        """Put right what a crash left behind; quick where it left nothing."""

    def unwritable(self) -> Failed | None:
        """Why nothing can be saved here and now; None where something can."""

    def selftest(self) -> tuple[Failed, ...]:
        """What keeps the store from saving, and every evaluation that cannot be put right."""
