"""The rules that the HTML is shown by, for a page in the app and for a file of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from natverkskollen.output.drawings import palette

_HERE = Path(__file__).parent
_RULES = ("style.css", "committee.css")


@lru_cache(maxsize=1)
def style() -> str:
    """The rules as one text, for a page in the app and for a file of its own."""
    return palette.css() + "".join((_HERE / name).read_text(encoding="utf-8") for name in _RULES)
