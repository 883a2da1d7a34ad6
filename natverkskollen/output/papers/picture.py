"""From a drawing as SVG to the bitmap a Word file can carry, with our own typeface only."""

from __future__ import annotations

from functools import lru_cache

import typst

from natverkskollen.output.papers.glyphs import fonts

_PAGE = (
    b"#set page(width: 16cm, height: auto, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%)\n'
)


@lru_cache(maxsize=32)
def svg_png(svg: str, dots_per_inch: int = 200) -> bytes:
    """The drawing as PNG, 16 cm wide; the same drawing always gives the same bytes."""
    return typst.compile(
        _PAGE,
        format="png",
        ppi=float(dots_per_inch),
        sys_inputs={"svg": svg},
        font_paths=fonts(),
    )
