"""Who a pseudonym in the history is: given at a person's first save, kept apart, forgotten in time.

The journal holds the pseudonym alone. names.yaml holds the name; when it is forgotten the chain of
hashes is what it was. A pseudonym is drawn at random: without the file nobody can work out whose.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from natverkskollen.dossier.access_reading import read_access
from natverkskollen.dossier.file_reading import read_in
from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.model.access import ROLES, Rights
from natverkskollen.model.history_names import NAMES_FILE, PSEUDONYM, NamedPerson, NamesInHistory
from natverkskollen.model.principal import Principal
from natverkskollen.store import disk, lock
from natverkskollen.store.area import NAMES
from natverkskollen.store.contract import Failed
from natverkskollen.store.shared import within
from natverkskollen.store.write_failure import failed
from natverkskollen.swedish.words import capital

_MOST_NAME = 200
FORGOTTEN = "namnet borttaget"
_ROOM, _LOCK = "networks", "names"
_HEADER = (
    "# Namnen bakom pseudonymerna i historiken. Programmet skriver filen, och glömmer ett namn\n"
    "# när tiden i access.yaml har gått: python -m natverkskollen forget\n"
)
_BROKEN = Failed(f"{NAMES_FILE} går inte att läsa", "Be den som sköter servern köra check")


@dataclass(frozen=True)
class Names:
    """What each pseudonym is called."""

    known: dict[str, str]

    def told(self, actor: str) -> str:
        """Who a save was by, in words: the name in place of the pseudonym it begins with."""
        found = PSEUDONYM.match(actor)
        return self._name(found[0]) + actor[found.end() :] if found else actor

    def told_in(self, text: str) -> str:
        """A sentence with every pseudonym in it as the name."""
        return PSEUDONYM.sub(lambda found: self._name(found[0]), text)

    def _name(self, pseudonym: str) -> str:
        return self.known.get(pseudonym, FORGOTTEN)


def names_at(folder: Path) -> Names:
    """The names that are still known in a data folder."""
    found = _read(folder)
    people = () if isinstance(found, Failed) else found.people
    return Names({each.pseudonym: each.name for each in people})


def known_pseudonym(folder: Path, who: Principal) -> str:
    """What the journal calls a person; empty where they have saved nothing that is remembered."""
    found = _read(folder)
    known = None if isinstance(found, Failed) else _of(found, who)
    return known.pseudonym if known else ""


def pseudonym_of(folder: Path, who: Principal, rights: Rights, today: date) -> str | Failed:
    """What the journal calls a person, given now where they have none; notes the day."""
    found = _read(folder)
    if isinstance(found, Failed):
        return found
    name = _shown(folder, who, rights)
    known = _of(found, who)
    if known and known.last == today and known.name == name:
        return known.pseudonym
    return within(folder, NAMES, lambda place: _given(place, who, name, today))


def _given(folder: Path, who: Principal, name: str, today: date) -> str | Failed:
    try:
        with lock.held(folder / _ROOM, _LOCK, ""):
            found = _read(folder)
            if isinstance(found, Failed):
                return found
            known = _of(found, who)
            pseudonym = known.pseudonym if known else f"person-{secrets.token_hex(6)}"
            person = NamedPerson(
                pseudonym=pseudonym, issuer=who.issuer, subject=who.subject, name=name, last=today
            )
            others = tuple(each for each in found.people if each is not known)
            _write(folder, (*others, person))
    except lock.Busy:
        return Failed("någon annan sparar just nu", "Vänta några sekunder och försök igen")
    except OSError as error:
        return failed(NAMES_FILE, error)
    return pseudonym


def forget(folder: Path, today: date) -> int | Failed:
    """Forget every name whose time is out; how many there were."""
    access = read_access(folder)
    if access is None or access.model is None:
        return Failed("access.yaml finns inte eller går inte att läsa", "Rätta filen först")
    days = access.model.history.forget_after_days
    if days is None:
        what = "access.yaml säger inte när namnen ska glömmas"
        return Failed(what, "Skriv forget_after_days under history, till exempel: 730")
    return within(folder, NAMES, lambda place: _forget(place, today - timedelta(days=days)))


def _forget(folder: Path, since: date) -> int | Failed:
    try:
        with lock.held(folder / _ROOM, _LOCK, ""):
            found = _read(folder)
            if isinstance(found, Failed):
                return found
            kept = tuple(p for p in found.people if p.last >= since)
            if len(kept) < len(found.people):
                _write(folder, kept)
            return len(found.people) - len(kept)
    except lock.Busy:
        return Failed("någon annan sparar just nu", "Vänta några sekunder och försök igen")
    except OSError as error:
        return failed(NAMES_FILE, error)


def _read(folder: Path) -> NamesInHistory | Failed:
    if not (folder / NAMES_FILE).exists():
        return NamesInHistory(schema=1)
    model: NamesInHistory | None = read_in(folder, NAMES_FILE).model
    return _BROKEN if model is None else model


def _of(found: NamesInHistory, who: Principal) -> NamedPerson | None:
    return next((p for p in found.people if (p.issuer, p.subject) == who.key), None)


def _write(folder: Path, people: tuple[NamedPerson, ...]) -> None:
    text = _HEADER + yaml_text(NamesInHistory(schema=1, people=people))
    disk.write_atomically(folder / NAMES_FILE, text.encode())


def _shown(folder: Path, who: Principal, rights: Rights) -> str:
    """The name or the role, as the municipality has chosen."""
    reading = read_access(folder)
    access = reading.model if reading else None
    by_role = access is not None and access.history.show == "role"
    roles = rights.roles()
    if by_role and roles:
        return capital(ROLES[roles[0]])
    return " ".join(FORBIDDEN.sub(" ", who.name).split())[:_MOST_NAME] or who.subject
