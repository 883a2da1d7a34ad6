"""What a filled-in Word template looks like around its sections, as data the PDF is set from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from natverkskollen.output.papers.letterhead_lines import (
    HEADINGS,
    MARKER,
    Data,
    TemplateLines,
)
from natverkskollen.output.papers.style_chain import StyleChain, colour, points, size
from natverkskollen.output.papers.text_width import section_of

_PAGE = {"w": 595.3, "h": 841.9}  # A4
_MARGIN = 70.85


@dataclass(frozen=True)
class Letterhead:
    """The page of a template: its measures and typeface, and what stands on it.

    `before` and `after` are what stands in the text before and after the sections; lengths are
    points. Blocks are lines and grids in the form that tjansteskrivelse.typ reads; the first cell
    of a grid's row is empty and holds its least height.
    """

    look: Data
    first_head: tuple[Data, ...]
    head: tuple[Data, ...]
    first_foot: tuple[Data, ...]
    foot: tuple[Data, ...]
    before: tuple[Data, ...]
    after: tuple[Data, ...]


def letterhead(document: Document, marker: Any) -> Letterhead:
    """The letterhead of a filled-in template; `marker` is the paragraph the sections stand for."""
    chain = StyleChain(document.styles.element)
    first, here = document.sections[0], _section(document, marker)
    own_first = first.different_first_page_header_footer
    body = list(TemplateLines(chain, document.part).blocks(document.element.body, marker))
    at = body.index(MARKER)
    return Letterhead(
        look=_look(chain, here._sectPr),
        first_head=_read(chain, first.first_page_header if own_first else first.header),
        head=_read(chain, here.header),
        first_foot=_read(chain, first.first_page_footer if own_first else first.footer),
        foot=_read(chain, here.footer),
        before=tuple(body[:at]),
        after=tuple(body[at + 1 :]),
    )


def _read(chain: StyleChain, place: Any) -> tuple[Data, ...]:
    """The lines of a head or a foot, a part of the file with pictures of its own."""
    return tuple(TemplateLines(chain, place.part).blocks(place._element))


def _section(document: Document, marker: Any) -> Any:
    """The section that the marker stands in."""
    wanted = section_of(marker)
    return next((s for s in document.sections if s._sectPr is wanted), document.sections[-1])


def _look(chain: StyleChain, section: Any) -> Data:
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    heading = [
        {
            "size": size(chain.of_style(name, "w:sz"), chain.size),
            "colour": colour(chain.of_style(name, "w:color")),
        }
        for name in list(HEADINGS)[:4]
    ]
    sides = {
        side: points(margins, f"w:{side}", _MARGIN) for side in ("top", "right", "bottom", "left")
    }
    return {
        "width": points(page, "w:w", _PAGE["w"]),
        "height": points(page, "w:h", _PAGE["h"]),
        "margin": {side: abs(each) for side, each in sides.items()},
        "header": points(margins, "w:header", 35.4),
        "footer": points(margins, "w:footer", 35.4),
        "size": chain.size,
        "serif": chain.serif,
        "headings": heading,
    }
