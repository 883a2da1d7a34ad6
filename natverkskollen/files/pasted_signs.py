"""Signs that Word, Outlook and web pages put in place of YAML's own; they look the same.

A hyphen has become a long dash or a bullet, a space a hard one, a straight quotation mark a curly
one. YAML complains of something else, often on another row, so the sign itself is looked for.
"""

from __future__ import annotations

import re
from typing import Any

_HARD = "\u00a0\u2000-\u200a\u202f\u3000"
_DASHES = "\u2010-\u2015\u2022\u2212\u00b7\uf0b7"
_DASH = (
    "listan har ett långt streck eller en punkt (– eller •) i stället för bindestreck",
    "Skriv ett vanligt bindestreck (-) och ett mellanslag först på varje rad i listan",
)
_INDENTED = (
    "raden är indragen med hårda mellanslag, som ser ut som vanliga",
    "Radera mellanslagen först på raden och skriv dem igen",
)
_AFTER_COLON = (
    "efter kolonet står ett hårt mellanslag, som ser ut som ett vanligt",
    "Radera mellanslaget efter kolonet och skriv det igen",
)
_CURLY = (
    "citattecknen är krokiga (”), och YAML vill ha raka",
    'Skriv raka citattecken (") i början och slutet av texten',
)
_SIGNS = (
    (rf"[ ]*[{_HARD}]", _INDENTED),
    (rf"\s*[{_DASHES}]\s", _DASH),
    (rf"\s*-[{_HARD}]", _INDENTED),
    (rf"[^:\"']*[^:\"'\s]:[{_HARD}]", _AFTER_COLON),
    (r"\s*(- +)?([^:\"']+: +)?[\u201c-\u201f\u2018-\u201b«»]", _CURLY),
)


def pasted_sign(row: str) -> tuple[str, str] | None:
    """What is wrong with a row that YAML refused, and the remedy, where such a sign is in it."""
    return next((words for pattern, words in _SIGNS if re.match(pattern, row)), None)


def pasted_value(value: Any) -> tuple[str, str] | None:
    """The same for a text or key that stands where another form should: the sign hid the form."""
    found = pasted_sign(value) if isinstance(value, str) else None
    return found if found != _CURLY else None
