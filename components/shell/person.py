"""Who sits at the screen, and what the history calls them; the one place that knows of a person."""

from __future__ import annotations

from natverkskollen.model.principal import LOCAL, Principal


def principal() -> Principal:
    """Who is signed in; whoever has opened the program where nobody signs in."""
    return LOCAL


def actor(role: str = "") -> str:
    """Who a save is by: the role given for it, else the person's name."""
    return role.strip() or principal().name
