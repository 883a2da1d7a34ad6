"""Who asks: a person as the login knows them, or whoever sits at the computer where there is none.

The key is issuer and subject, never the e-mail: an address is given to another person one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

OFFICER: Final = "handläggaren"


@dataclass(frozen=True)
class Principal:
    """A person as who they are signed in: who says so, under which key, and in which groups."""

    issuer: str
    subject: str
    name: str
    email: str = ""
    groups: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """What tells this person from every other: the issuer and the subject there."""
        return (self.issuer, self.subject)


# Whoever has opened the program on their own computer, where nobody signs in.
LOCAL: Final = Principal("", "", OFFICER)
