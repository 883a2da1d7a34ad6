"""Which characters the typefaces of the PDF have, read from the font files themselves."""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
TYPEFACE = "Liberation Sans"
SERIF = "Liberation Serif"


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Our typeface and typst's own, and nothing of what happens to be on the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """Every code point that both typefaces have a glyph for, regular and bold."""
    return frozenset.intersection(
        *(_code_points(font.read_bytes()) for font in sorted(FONTS.glob("*.ttf")))
    )


def _code_points(font: bytes) -> frozenset[int]:
    """The Unicode code points in a font's `cmap`, of which format 4 is the one read here."""
    tables = struct.unpack_from(">H", font, 4)[0]
    offsets = {
        font[12 + 16 * n :][:4]: struct.unpack_from(">I", font, 20 + 16 * n)[0]
        for n in range(tables)
    }
    start = offsets[b"cmap"]
    found: set[int] = set()
    for n in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * n)
        at = start + offset
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", font, at)[0] == 4:
            found |= _format_4(font, at)
    return frozenset(c for c in found if unicodedata.category(chr(c)) not in ("Co", "Cn", "Cc"))


def _format_4(font: bytes, at: int) -> set[int]:
    doubled = struct.unpack_from(">H", font, at + 6)[0]
    count = doubled // 2

    def row(number: int, kind: str = "H") -> tuple[int, ...]:
        gap = 2 if number else 0  # two bytes of padding stand after the first row
        return struct.unpack_from(f">{count}{kind}", font, at + 14 + number * doubled + gap)

    found: set[int] = set()
    for n, (last, first, delta, place) in enumerate(
        zip(row(0), row(1), row(2), row(3), strict=True)
    ):
        for code in range(first, last + 1):
            glyph = code + delta
            if place:
                here = at + 16 + 3 * doubled + 2 * n + place + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, here)[0]
            if glyph & 0xFFFF and code < 0xFFFF:
                found.add(code)
    return found
