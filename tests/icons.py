"""Makes components/shell/icons.woff2, the icons that Streamlit's code names: python -m tests.icons

Streamlit brings an icon font of 4 300 icons, a third of all that a first visit fetches. A part of
it is shipped; with another version of Streamlit the whole font is served until this is run again.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

from components.shell.packed_files import ICON_FONT, ICONS

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


def main() -> None:
    """Write the part of the font that the installed Streamlit names."""
    whole = STATIC / ICON_FONT
    words = named()
    wanted = [glyph for word, glyph in icons_of(TTFont(whole)).items() if word in words]
    options = subset.Options(layout_closure=False, layout_features=["*"], name_IDs=["*"])
    options.flavor = "woff2"
    made = subset.Subsetter(options)
    made.populate(glyphs=wanted, unicodes=[ord(sign) for sign in _SIGNS])
    font = TTFont(whole)
    made.subset(font)
    font.flavor = "woff2"
    font.save(ICONS)
    print(f"{ICONS.name}: {len(wanted)} ikoner, {ICONS.stat().st_size} byte")


if __name__ == "__main__":
    main()
