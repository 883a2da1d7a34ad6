"""A person as a request states them: in headers from a proxy, or in Streamlit's signed cookie.

Either gives a session or a refusal; the refusal is a sentence for whoever looks at the screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.types import Scope

from components.shell.sessions import Session


@dataclass(frozen=True)
class Refusal:
    """Why nobody is let in: a word for the log, and Swedish sentences for the screen.

    `status` is the HTTP status of the answer; 401 is where signing in would help.
    """

    word: str
    said: str
    status: int = 403


Stated = Session | Refusal


def header_values(scope: Scope, name: str) -> list[bytes]:
    """Every value a request has for a header, as sent."""
    asked = name.encode("latin-1")
    return [bytes(value) for told, value in scope["headers"] if bytes(told).lower() == asked]
