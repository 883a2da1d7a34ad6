"""Words put together in Swedish: counts with their nouns, lists, genitives, first letters."""

from __future__ import annotations

from collections.abc import Sequence

from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD

_WORDS = [
    "noll",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
]


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun: in words up to twelve (`tre kriterier`), in figures above."""
    words = _WORDS[count] if 0 <= count <= 12 else number(count)
    return f"{words}{HARD}{one if count == 1 else many}"


def listed(parts: Sequence[str], last: str = "och") -> str:
    """Words in a row: `a, b och c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def genitive(name: str) -> str:
    """A name's genitive: `Huddinge kommuns`, and unchanged after s, x and z."""
    return name if name[-1:].lower() in "sxz" else f"{name}s"


def capital(text: str) -> str:
    """The text with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with its first letter in lower case and the rest untouched."""
    return text[:1].lower() + text[1:]
