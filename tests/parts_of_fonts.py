"""Makes the parts of Streamlit's fonts that are served: python -m tests.parts_of_fonts

Of the icons, those that Streamlit's code names; of the typeface, the signs that are written here.
With another version of Streamlit the whole fonts are served until this is run again.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

from components.shell.typefaces import ICON_FONT, ICONS, KEPT, LETTERS

STATIC = Path(streamlit.__file__).parent / "static"
_QUOTED = re.compile(r"""["'`](?::material/)?([a-z0-9_]{2,40}):?["'`]""")
_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789_ "


def icons_of(font: TTFont) -> dict[str, str]:
    """The glyph of each icon in a font, by the word that is drawn as it."""
    signs = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, rest in getattr(table, "ExtSubTable", table).ligatures.items():
                for each in rest:
                    word = "".join(signs[glyph] for glyph in (first, *each.Component))
                    found[word] = each.LigGlyph
    return found


def named() -> set[str]:
    """Every word in quotation marks in Streamlit's code for the browser."""
    code = (path.read_text(encoding="utf-8") for path in (STATIC / "static/js").glob("*.js"))
    return {word for text in code for word in _QUOTED.findall(text)}


def kept() -> set[int]:
    """The code points of the typeface's served part."""
    return {code for first, last in KEPT for code in range(first, last + 1)}


def main() -> None:
    """Write the parts of the installed Streamlit's fonts."""
    words = named()
    wanted = [g for word, g in icons_of(TTFont(STATIC / ICON_FONT)).items() if word in words]
    icons = subset.Options(layout_closure=False, layout_features=["*"], name_IDs=["*"])
    _write(ICON_FONT, ICONS, icons, [ord(sign) for sign in _SIGNS], wanted)
    for address, part in LETTERS.items():
        letters = subset.Options(name_IDs=["*"])
        letters.layout_features = [*letters.layout_features, "tnum"]
        _write(address, part, letters, kept(), ())


def _write(
    address: str,
    part: Path,
    options: subset.Options,
    signs: Collection[int],
    glyphs: Collection[str],
) -> None:
    font = TTFont(STATIC / address, recalcTimestamp=False)
    made = subset.Subsetter(options)
    made.populate(unicodes=signs, glyphs=glyphs)
    made.subset(font)
    font.flavor = "woff2"
    font.save(part)
    print(f"{part.name}: {len(font.getGlyphOrder())} tecken, {part.stat().st_size} byte")


if __name__ == "__main__":
    main()
