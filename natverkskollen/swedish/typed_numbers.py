"""Numbers as a person has typed them: what they are, and what to ask where that is in doubt."""

from __future__ import annotations

import re
from decimal import Decimal

from natverkskollen.swedish.numbers import number


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


def doubt(text: str) -> str:
    """What to ask about a number whose point may part thousands; empty where there is no doubt.

    >>> from natverkskollen.swedish.signs import HARD
    >>> doubt("1.200").replace(HARD, " ")
    'Menar du 1 200 eller 1,2? Skriv talet utan punkt.'
    >>> doubt("0.125"), doubt("1.25"), doubt("1200")
    ('', '', '')
    """
    found = re.search(r"(?<![\d.,])[1-9]\d{0,2}(\.\d{3})+(?![\d.,])", text)
    if not found:
        return ""
    whole = number(Decimal(found[0].replace(".", "")))
    if found[0].count(".") > 1:
        return f"Menar du {whole}? Skriv talet utan punkter."
    return f"Menar du {whole} eller {number(Decimal(found[0]))}? Skriv talet utan punkt."


def _parsed(text: str) -> Decimal | None:
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))", "", text.strip())
    found = re.fullmatch(r"([-−]?)([0-9]{1,15})(?:[.,]([0-9]{1,6}))?", joined)
    if not found:
        return None
    sign = "-" if found[1] else ""
    return Decimal(f"{sign}{found[2]}.{found[3] or '0'}")
