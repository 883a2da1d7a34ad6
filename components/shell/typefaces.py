"""The parts of Streamlit's typefaces that are served in their place: a first visit waits for them.

Streamlit brings Source Sans with 1 600 signs and an icon font of 4 300 icons: half a megabyte. What
is written in Swedish, or with any Latin letters of Europe, needs a tenth of that. Whoever writes
with other signs gets the whole typeface, then. The parts are made by tests/parts_of_fonts.py.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_MEDIA = "static/media"
_UPRIGHT = f"{_MEDIA}/SourceSansVF-Upright.ttf.BsWL4Kly.woff2"
_ITALIC = f"{_MEDIA}/SourceSansVF-Italic.ttf.Bt9VkdQ3.woff2"
ICON_FONT = f"{_MEDIA}/MaterialSymbols-Rounded.nEdyypZU.woff2"
ICONS = _HERE / "icons.woff2"
# The letters' parts by the address that Streamlit's own style sheet has for the whole.
LETTERS = {_UPRIGHT: _HERE / "upright.woff2", _ITALIC: _HERE / "italic.woff2"}
PARTS = {**LETTERS, ICON_FONT: ICONS}
WHOLE = b"hel"  # the question with which an address of LETTERS gives the whole typeface

# The first and last sign of each range in LETTERS: Latin letters, with the signs without a shape,
# as a new line; then what stands among them: spaces, dashes, quotes, small figures, arrows.
KEPT = (
    (0x0000, 0x017F),
    (0x2000, 0x2079),
    (0x2080, 0x2089),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2265),
    (0x25B8, 0x25BE),  # what a browser marks a fold with, until the page's own mark has come
    (0x25CF, 0x25CF),
)


def other_signs() -> str:
    """The CSS by which a browser fetches the whole typeface where a sign outside KEPT stands."""
    starts = [last + 1 for _, last in KEPT]
    ends = [*(first - 1 for first, _ in KEPT[1:]), 0x10FFFF]
    ranges = ",".join(f"U+{start:X}-{end:X}" for start, end in zip(starts, ends, strict=True))
    return "".join(
        f"@font-face{{font-family:Source Sans;font-weight:100 900;font-style:{style};"
        f"src:url(./{address}?{WHOLE.decode()})format('woff2');unicode-range:{ranges}}}"
        for style, address in (("normal", _UPRIGHT), ("italic", _ITALIC))
    )
