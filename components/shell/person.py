"""Who sits at the screen, and what the history calls them; the one place that knows of a person."""

from __future__ import annotations

from components.shell import sessions
from natverkskollen.model.principal import LOCAL, Principal


def principal() -> Principal:
    """Who is signed in; whoever has opened the program where nobody signs in.

    Raises sessions.NotSignedIn where whoever was has been signed out.
    """
    session = sessions.here()
    return session.principal if session else LOCAL


def actor(role: str = "") -> str:
    """Who a save is by: the role given for it, else the person's name."""
    who = principal()  # asked also where a role is given: it may be nobody any longer
    return role.strip() or who.name
