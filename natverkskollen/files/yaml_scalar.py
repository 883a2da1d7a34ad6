"""Which value a plain YAML word stands for: a number, true, false, null, or just text.

Only JSON-like scalars have a type. Words that YAML 1.1 would turn into something else without
saying so (`no`, `12:30`, `014`, `2025-04-01`, `1e5`) stay text, as the person wrote them.
"""

from __future__ import annotations

import re
from decimal import Decimal

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

# Kept out of every text: C0 and C1 controls (but line feed and tab), lone surrogates and
# noncharacters cannot be carried unharmed into a Word file.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def plain_value(text: str) -> str | int | Decimal | bool | None:
    """The value of an unquoted scalar; decimals are exact (`0.30` is Decimal("0.30"))."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
