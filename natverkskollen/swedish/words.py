"""Words put together in Swedish: counts with their nouns, lists, genitives, first letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD

COUNT_WORDS = [
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
    """A count with its noun: in words up to twelve, in figures above.

    `one` is the noun with its article, which tells its gender; `many` the noun in the plural.

    >>> [counted(n, "en version", "versioner").replace(HARD, " ") for n in (1, 2, 13)]
    ['en version', 'två versioner', '13 versioner']
    >>> counted(1, "ett nätverk", "nätverk").replace(HARD, " ")
    'ett nätverk'
    """
    article, _, noun = one.partition(" ")
    assert article in ("en", "ett"), f"{one!r} has no article"
    if count == 1:
        return f"{article}{HARD}{noun}"
    return f"{number_word(count, article)}{HARD}{many}"


def number_word(count: int, one: str) -> str:
    """A count alone, in words up to twelve; `one` is `en` or `ett`.

    >>> [number_word(n, "en") for n in (0, 1, 3, 13)]
    ['noll', 'en', 'tre', '13']
    """
    if count == 1:
        return one
    return COUNT_WORDS[count] if 0 <= count <= 12 else number(count)


# An `och` that joins two things: not the one in `till och med`.
_JOINED = re.compile(r"(?<!\btill)(?<!\bfrån)\soch\s")


def listed(parts: Sequence[str], last: str = "och") -> str:
    """Words in a row, with `samt` where a part has an `och` of its own.

    >>> listed(["bredd", "inflytande"]), listed(["bredd", "uppföljning och jämförelse"])
    ('bredd och inflytande', 'bredd samt uppföljning och jämförelse')
    """
    if len(parts) < 2:
        return "".join(parts)
    if last == "och" and any(_JOINED.search(part) for part in parts):
        last = "samt"
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def genitive(name: str) -> str:
    """A name's genitive; unchanged after s, x and z, and with a colon after an abbreviation.

    >>> genitive("Huddinge kommun"), genitive("Borås stad"), genitive("Alingsås"), genitive("KF")
    ('Huddinge kommuns', 'Borås stads', 'Alingsås', 'KF:s')
    """
    if name[-1:].lower() in "sxz":
        return name
    last = name.split()[-1] if name.strip() else ""
    return f"{name}:s" if len(last) > 1 and last.isupper() else f"{name}s"


def capital(text: str) -> str:
    """The text with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence: abbreviations and initials keep their case.

    >>> [lower_first(text) for text in ("Fokus och bredd", "IT-avdelningen", "SEKOM", "I dag")]
    ['fokus och bredd', 'IT-avdelningen', 'SEKOM', 'i dag']
    """
    small = text[1:2].islower() or text[:2] in ("I ", "Å ")
    return text[:1].lower() + text[1:] if small else text
