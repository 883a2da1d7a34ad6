"""An id for what a person has given a title: in plain letters, short, and not in use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from natverkskollen.store.names import refused_name


def proposed_id(title: str, taken: Collection[str], nameless: str = "utvardering") -> str:
    """An id for a title, not used before: "Årsta 2026" becomes arsta-2026.

    A title without a letter or a digit gets `nameless`.
    """
    plain_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain_title.lower())[:50].strip("-") or nameless
    numbers = iter(range(2, len(taken) + 4))
    proposal = stem
    while proposal in taken or refused_name(proposal):
        proposal = f"{stem}-{next(numbers)}"
    return proposal
