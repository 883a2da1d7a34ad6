"""The part of a page that holds a form: drawn only for whoever opens it."""

from __future__ import annotations

from typing import Any

from components.seen.memory import Memory
from components.shell.opening import opening

OPEN = "oppen"


def form_part(label: str, memory: Memory) -> Any:
    """The expander, as `opening`; open by itself on return where something in it is not saved."""
    return opening(label, memory.key(OPEN), bool(memory.typed) or memory.clash is not None)
