"""The networks, or the register, as one person has them: read where they may, and written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from natverkskollen.files.problem import Problem
from natverkskollen.model.access import Rights
from natverkskollen.model.principal import Principal
from natverkskollen.store.contract import Changes, Entry, Failed, KeyPath, SaveOutcome, Versioned
from natverkskollen.store.history_names import known_pseudonym, names_at
from natverkskollen.store.permission import NOT_YOURS
from natverkskollen.store.room_store import RoomStore
from natverkskollen.store.sight import Sight
from natverkskollen.store.signature import signed


@dataclass(frozen=True)
class GuardedRoom:
    """One file a thing, bound to who asks; `reads` says whether they may read what lies there."""

    inner: RoomStore
    base: Path
    who: Principal
    rights: Rights
    reads: bool

    def ids(self) -> tuple[str, ...]:
        """Those there are a file of."""
        return self.inner.ids() if self.reads else ()

    def get(self, id_: str) -> Versioned | Failed:
        """One as it stands now."""
        return self.inner.get(id_) if self.reads else self.inner.gone

    def history(self, id_: str) -> tuple[Entry, ...] | Failed:
        """Every version, told by name."""
        found = self.inner.history(id_) if self.reads else self.inner.gone
        return found if isinstance(found, Failed) else tuple(map(self._sight().entry, found))

    def heads(self, id_: str) -> tuple[str, ...] | Failed:
        """The hash of each version's line."""
        return self.inner.heads(id_) if self.reads else self.inner.gone

    def at(self, id_: str, version: int) -> Versioned | Failed:
        """One as it stood at a version."""
        return self.inner.at(id_, version) if self.reads else self.inner.gone

    def verify(self, id_: str) -> tuple[Problem, ...]:
        """What is wrong with the history of one and its file."""
        return self.inner.verify(id_) if self.reads else ()

    def save(
        self, id_: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none, for whoever may change what every evaluation shares."""
        if not self.rights.edits_shared():
            return NOT_YOURS
        by = signed(self.base, self.who, self.rights, actor)
        if isinstance(by, Failed):
            return by
        outcome = self.inner.save(id_, base_version, changes, by.actor, by.key(key))
        return self._sight().outcome(outcome)

    def restore(
        self, id_: str, version: int, actor: str, path: KeyPath = (), key: str = ""
    ) -> SaveOutcome:
        """A new version in which it is as it was at an earlier one."""
        if not self.rights.edits_shared():
            return NOT_YOURS
        by = signed(self.base, self.who, self.rights, actor)
        if isinstance(by, Failed):
            return by
        outcome = self.inner.restore(id_, version, by.actor, path, by.key(key))
        return self._sight().outcome(outcome)

    def keep_document(
        self, stem: str, ending: str, raw: bytes, actor: str, listed: Collection[str] = ()
    ) -> str | Failed:
        """The name in documents/ that some bytes are kept under."""
        if not self.rights.edits_shared():
            return NOT_YOURS
        return self.inner.keep_document(stem, ending, raw, "", listed)  # a lock names nobody

    def mend(self) -> None:
        """Put right what a crash left behind."""
        self.inner.mend()

    def _sight(self) -> Sight:
        own = known_pseudonym(self.base, self.who)
        return Sight(frozenset(), names_at(self.base), own and f"{own}:")
