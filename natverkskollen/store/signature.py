"""What a save is signed with: who it is by, in a form that can be forgotten, and some words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from natverkskollen.model.access import Rights
from natverkskollen.model.principal import OFFICER, Principal
from natverkskollen.store import clock
from natverkskollen.store.contract import Failed
from natverkskollen.store.history_names import pseudonym_of


@dataclass(frozen=True)
class Signed:
    """Who a save is by, as the journal says it, and what stands before the person's own keys."""

    pseudonym: str
    words: str

    @property
    def actor(self) -> str:
        """The pseudonym, with the words that the form asks for after it."""
        return ", ".join(filter(None, (self.pseudonym, self.words)))

    def key(self, key: str) -> str:
        """A key that nobody else has."""
        return f"{self.pseudonym}:{key}" if key else ""


def signed(
    folder: Path, who: Principal, rights: Rights, words: str, but: frozenset[str] = frozenset()
) -> Signed | Failed:
    """What a save by a person is signed with; `but` are words that say nothing more than who."""
    found = pseudonym_of(folder, who, rights, clock.now().date())
    if isinstance(found, Failed):
        return found
    said = words.strip()
    return Signed(found, "" if said in (who.name, OFFICER, *but) else said)
