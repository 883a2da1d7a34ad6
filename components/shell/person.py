"""Who sits at the screen, as the history names them; the one place that knows of a person.

The program has no login: whoever has opened it is the officer, unless the form asks for a role.
"""

from __future__ import annotations

OFFICER = "handläggaren"


def actor(role: str = "") -> str:
    """Who a save is by: the role given for it, else whoever has opened the program."""
    return role.strip() or OFFICER
