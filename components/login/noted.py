"""What is written in the audit log of those who come and go: sign-ins, refusals, drafts read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

import streamlit as st

from components.shell import run, sessions, state
from components.shell.sessions import Session
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.data_folder import data_folder
from natverkskollen.model.reading_link import ISSUER, ReadingLink
from natverkskollen.store import Failed, clock
from natverkskollen.store.audit_log import audit_log, person_in_log

_EACH = timedelta(seconds=10)  # a stranger who knocks all the time does not fill the disk


class AtTheDoor:
    """What happens at the door, written down by another thread: nobody waits for the disk."""

    def __init__(self) -> None:
        self._next: dict[str, datetime] = {}
        self._untold: dict[str, int] = {}

    def came(self, session: Session) -> None:
        """Somebody has signed in."""
        self._note("sign-in", session)

    def left(self, session: Session) -> None:
        """Somebody has signed out; with what tells the session, for when the server starts anew."""
        self._note("sign-out", session, login=session.key)

    def read_by_link(self, link: ReadingLink) -> None:
        """Somebody has read an evaluation by a link."""
        about = f"evaluations/{link.evaluation}"
        self._note("read", None, person=f"{ISSUER} {link.number}", about=about)

    def refused(self, why: str) -> None:
        """Somebody was not let in, for a reason that is one word; told once in a while."""
        now = clock.now()
        if now < self._next.get(why, now):
            self._untold[why] = self._untold.get(why, 0) + 1
            return
        self._next[why] = now + _EACH
        self._note("refused", None, why=why, times=self._untold.pop(why, 0) + 1)

    def _note(self, action: str, session: Session | None, **told: object) -> None:
        if audit_log() is not None:
            written = partial(note, action, session, **told)
            asyncio.get_running_loop().run_in_executor(None, written)


def who_has_left(since: datetime) -> Iterator[str]:
    """The keys of the sessions that were signed out of since a moment, as far as the log tells."""
    log = audit_log()
    for told in log.recent() if log else ():
        if told.get("action") == "sign-out" and str(told.get("when")) >= f"{since:%Y-%m-%dT%H:%M}":
            yield str(told.get("login", ""))


def note(action: str, session: Session | None, **told: object) -> None:
    """Write a line of the log, where there is one, about a person or about nobody known."""
    log = audit_log()
    if log is None:
        return
    who = session and person_in_log(data_folder(), session.principal, log.key)
    log.note(action, **({"person": who} if who else {}), **told)


def note_reading(opened: Dossier | None) -> None:
    """Note that a person has read a version of an evaluation that is not final, once a page."""
    session = sessions.here() if opened and audit_log() else None
    if session is None or opened is None or opened.evaluation.status == "final":
        return
    found = run.store().get(opened.evaluation.id)
    version = 0 if isinstance(found, Failed) else found.version
    read = st.session_state.setdefault(state.READ, set())
    if (opened.evaluation.id, version) not in read:
        read.add((opened.evaluation.id, version))
        note("read", session, about=f"evaluations/{opened.evaluation.id}", version=version)
