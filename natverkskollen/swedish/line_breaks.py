"""Hard spaces where a line must not break."""

from __future__ import annotations

import re
from functools import lru_cache

from natverkskollen.swedish.dates import MONTHS
from natverkskollen.swedish.signs import HARD

_MONTH = "|".join(MONTHS)
_MAYBE = re.compile(r"[§\d] |den \d|nr |nummer ")  # most texts hold none of it
_WHOLE = re.compile(
    r"§§? (?=\d)"
    r"|(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)"
    r"|(?<=\d) (?=(?:kr|kronor|SEK|öre|procent)\b|%)"
    rf"|\b(?:den )?\d{{1,2}} (?:{_MONTH})\b(?: \d{{4}}\b)?"
    r"|\b(?:[Dd]nr|[Dd]iarienummer) (?:[A-ZÅÄÖa-zåäö]{1,6} ){0,2}(?=\S*\d)"
)


@lru_cache(maxsize=4096)  # most texts of a case are the same from one save to the next
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
