"""A store that logs every version it makes, with the head of the history, before it tells of it.

The order: the version is saved; then it is logged; then whoever saved is told. A log that cannot be
written is found before the save, which is refused, and a version that was saved when the log broke
waits in line and is logged first when the log is there again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from natverkskollen.store.audit_log import AuditLog, pseudonym_in
from natverkskollen.store.contract import Conflict, Failed, Merged, Saved

_WRITING = ("save", "restore", "delete", "bring_back")


class Kept(Protocol):
    """What is asked of a store: its heads, and why it cannot be written."""

    def heads(self, evaluation: str) -> tuple[str, ...] | Failed:
        """The hash of each version."""


class Audited:
    """A store, or a room of one; `room` is the folder whose things it keeps."""

    def __init__(self, kept: Kept, room: str, log: AuditLog):
        self._kept = kept
        self._room = room
        self._log = log

    def unwritable(self) -> Failed | None:
        """Why nothing can be saved here and now; None where something can."""
        inner: Callable[[], Failed | None] = getattr(self._kept, "unwritable", lambda: None)
        return self._log.unwritable() or inner()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._kept, name)
        if name not in _WRITING:
            return found

        def logged(id_: str, *arguments: Any, **named: Any) -> Any:
            if refused := self._log.unwritable():
                return refused
            outcome = found(id_, *arguments, **named)
            if isinstance(outcome, (Saved, Merged, Conflict)):
                self._note(name, id_, outcome.version, _actor(name, arguments, named))
            return outcome

        return logged

    def _note(self, action: str, id_: str, version: int, actor: str) -> None:
        heads = () if action == "delete" else self._kept.heads(id_)
        head = heads[version - 1] if isinstance(heads, tuple) and 0 < version <= len(heads) else ""
        about = f"{self._room}/{id_}"
        told = {"person": pseudonym_in(actor), "about": about, "version": version}
        self._log.note(action, **told, **({"head": head} if head else {}))


def _actor(name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    """Who a write is by, as the store's method is called."""
    at = {"save": 2, "restore": 1, "delete": 1, "bring_back": 0}[name]
    return str(named["actor"] if "actor" in named else arguments[at])
