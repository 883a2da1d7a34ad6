"""Numbers, money, dates and lists as Swedish text, with hard spaces where a line must not break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import SupportsFloat

HARD = "\u00a0"
MINUS = "\u2212"
_MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
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

Figure = int | float | Decimal | Fraction


def number(value: Figure, decimals: int | None = None) -> str:
    """A number with decimal comma and hard thousands space; all its own decimals by default."""
    exact = _decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    else:
        exact = exact.normalize()
    whole, _, rest = f"{abs(exact):,f}".partition(".")
    sign = MINUS if exact < 0 else ""
    return sign + whole.replace(",", HARD) + (f",{rest}" if rest else "")


def kronor(amount: Figure) -> str:
    """Money in running text, in whole kronor: `38 291 kronor`."""
    return f"{number(amount, 0)}{HARD}kronor"


def kr(amount: Figure) -> str:
    """Money in a table, to the öre: `38 291,20 kr`."""
    return f"{number(amount, 2)}{HARD}kr"


def percent(share: Figure) -> str:
    """A share (0–1) in running text, in whole per cent: `31 procent`."""
    return f"{number(_decimal(share) * 100, 0)}{HARD}procent"


def span(low: Figure, high: Figure, decimals: int | None = None) -> str:
    """Two figures as an interval (`2–3`), or the one figure where they are the same."""
    first, last = number(low, decimals), number(high, decimals)
    return first if first == last else f"{first}–{last}"


def long_date(day: date) -> str:
    """A date in running text: `den 30 maj 2026`, with hard spaces."""
    return f"den{HARD}{day.day}{HARD}{_MONTHS[day.month - 1]}{HARD}{day.year}"


_MONTH = "|".join(_MONTHS)
_MAYBE = re.compile(r"[§\d] |den \d|nr |nummer ")  # most texts hold none of it
_WHOLE = re.compile(
    r"§§? (?=\d)"
    r"|(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)"
    r"|(?<=\d) (?=(?:kr|kronor|SEK|öre|procent)\b|%)"
    rf"|\b(?:den )?\d{{1,2}} (?:{_MONTH})\b(?: \d{{4}}\b)?"
    r"|\b(?:[Dd]nr|[Dd]iarienummer) (?:[A-ZÅÄÖa-zåäö]{1,6} ){0,2}(?=\S*\d)"
)


def unbroken(text: str) -> str:
    """The text with hard spaces where a line must not break, whoever wrote it.

    That is in `§ 12`, `38 291 kr`, `30 procent`, `den 30 maj 2026` and `dnr KS 2025/475`. Hyphens
    are left as they are: a hard one is another sign when it is copied or searched for.
    """
    if not _MAYBE.search(text):
        return text
    once = _WHOLE.sub(_hard, text)
    # Again, since one blank can both end a number and begin its unit.
    return once if once == text else _WHOLE.sub(_hard, once)


def _hard(found: re.Match[str]) -> str:
    return found.group().replace(" ", HARD)


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


def _decimal(value: Figure | SupportsFloat) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value if isinstance(value, Decimal) else Decimal(str(value))


def parse_figures(text: str) -> tuple[Decimal, Decimal] | None:
    """The number (`12,5`) or interval (`10–20`) a person typed, low first; None if neither.

    Comma and point are both decimal marks; spaces may part thousands. An interval may be
    written with a dash of any length.
    """
    parts = re.split(r"(?<=\d)\s*[-–—]\s*(?=\d)", text.strip())
    figures = [_parsed(part) for part in parts]
    if len(figures) > 2 or None in figures:
        return None
    known = [figure for figure in figures if figure is not None]
    return (min(known), max(known)) if known else None


def _parsed(text: str) -> Decimal | None:
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))", "", text.strip())
    found = re.fullmatch(r"([-−]?)([0-9]{1,15})(?:[.,]([0-9]{1,6}))?", joined)
    if not found:
        return None
    sign = "-" if found[1] else ""
    return Decimal(f"{sign}{found[2]}.{found[3] or '0'}")
