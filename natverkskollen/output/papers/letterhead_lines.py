"""The lines, tables and pictures of a Word template as data that a PDF is set from."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from docx.oxml.ns import qn

from natverkskollen.output.papers.style_chain import StyleChain, colour, on, points, size

Data = dict[str, Any]
MARKER: Data = {"type": "sections"}
HEADINGS = {f"heading {level}": level for level in (1, 2, 3, 4)} | {"title": 1}
_LOGO = "Logotyp"  # what a picture that says nothing of itself is called
_EMU = 12700  # in a point
_MOST_PIXELS = 25_000_000
_FIELDS = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages"}


class TemplateLines:
    """Reads the blocks of one part of the document; pictures are looked up in that part."""

    def __init__(self, chain: StyleChain, part: Any):
        self.chain, self.part = chain, part

    def blocks(self, container: Any, marker: Any = None) -> Iterator[Data]:
        """Every line and table in a body, head, foot or cell, in order."""
        for element in container:
            if element is marker:
                yield MARKER
            elif element.tag == qn("w:p"):
                yield from self._line(element)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element, marker)
            elif element.tag == qn("w:sdt"):
                for content in element.iterchildren(qn("w:sdtContent")):
                    yield from self.blocks(content, marker)

    def _table(self, table: Any, marker: Any) -> Iterator[Data]:
        rows = [list(row.iter(qn("w:tc"))) for row in table.iterchildren(qn("w:tr"))]
        if marker is not None and any(each is marker for each in table.iter(qn("w:p"))):
            # The letter is laid out as a table: what stands beside the sections goes before them.
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell, marker)
            return
        widths = [points(each, "w:w") for each in table.iter(qn("w:gridCol"))]
        cells = []
        for row in rows:
            cells.append({"span": 1, "least": _least(row), "blocks": []})
            for cell in row:
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                count = 1 if span is None else int(span.get(qn("w:val"), 1))
                cells.append({"span": count, "least": 0, "blocks": list(self.blocks(cell))})
        if widths and any(cell["blocks"] for cell in cells):
            yield {"type": "grid", "widths": widths, "cells": cells}

    def _line(self, paragraph: Any) -> Iterator[Data]:
        chain = self.chain
        segments = self._segments(paragraph)
        spacing = chain.paragraph(paragraph, "w:spacing")
        border = chain.paragraph(paragraph, "w:pBdr")
        rules = [] if border is None else [each.tag.rpartition("}")[2] for each in border]
        said = any(segment["pieces"] for segment in segments)
        if not said and not rules:
            return
        side = chain.paragraph(paragraph, "w:jc")
        yield {
            "type": "line",
            "level": HEADINGS.get(chain.name(paragraph), 0),
            "segments": segments if said else [],
            "side": "left" if side is None else side.get(qn("w:val"), "left"),
            "above": points(spacing, "w:before"),
            "below": points(spacing, "w:after"),
            "indent": max(0, points(chain.paragraph(paragraph, "w:ind"), "w:left")),
            "rules": rules,
        }

    def _segments(self, paragraph: Any) -> list[Data]:
        """What stands between the tabs, each with the place and the side of the tab before it."""
        stops = []
        tabs = self.chain.paragraph(paragraph, "w:tabs")
        for stop in [] if tabs is None else tabs:
            if stop.get(qn("w:val")) != "clear":
                stops.append((points(stop, "w:pos"), str(stop.get(qn("w:val"), "left"))))
        segments: list[Data] = [{"at": 0.0, "side": "left", "pieces": []}]
        for piece in self._pieces(paragraph):
            if piece is None:
                at, side = next(
                    (stop for stop in sorted(stops) if stop[0] > segments[-1]["at"]),
                    (segments[-1]["at"] + 36, "left"),
                )
                segments.append({"at": at, "side": side, "pieces": []})
            else:
                segments[-1]["pieces"].append(piece)
        return segments

    def _pieces(self, paragraph: Any) -> Iterator[Data | None]:
        """Texts, fields and pictures; None for a tab. A field stands for what Word once wrote."""
        field = ""  # instruction of the complex field we are in
        shown = False  # whether its field has been told already
        for node in paragraph.iter():
            kind = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
            if kind == "fldChar":
                state = node.get(qn("w:fldCharType"))
                field, shown = ("", False) if state in ("begin", "end") else (field, shown)
            elif kind == "instrText":
                field += node.text or ""
            elif kind == "fldSimple" and _field(node.get(qn("w:instr"), "")):
                run = next(node.iter(qn("w:r")), node)
                yield {"field": _field(node.get(qn("w:instr"), "")), **self._set(run, paragraph)}
            elif kind in ("t", "br", "cr", "tab", "blip", "noBreakHyphen"):
                run = next(node.iterancestors(qn("w:r")), None)
                if run is None or next(run.iterancestors(qn("w:p")), None) is not paragraph:
                    continue  # a tab stop, or text in a box
                simple = next(node.iterancestors(qn("w:fldSimple")), None)
                if simple is not None and _field(simple.get(qn("w:instr"), "")):
                    continue
                if _field(field):
                    if not shown:
                        shown = True
                        yield {"field": _field(field), **self._set(run, paragraph)}
                elif kind == "tab":
                    yield None
                elif kind == "blip":
                    yield from self._picture(node)
                else:
                    text = {"t": node.text or "", "noBreakHyphen": "-"}.get(kind, "\n")
                    yield {"text": text, **self._set(run, paragraph)}

    def _set(self, run: Any, paragraph: Any) -> Data:
        chain = self.chain
        return {
            "bold": on(chain.run(run, paragraph, "w:b")),
            "caps": on(chain.run(run, paragraph, "w:caps")),
            "size": size(chain.run(run, paragraph, "w:sz"), chain.size),
            "colour": colour(chain.run(run, paragraph, "w:color")),
        }

    def _picture(self, blip: Any) -> Iterator[Data]:
        """A picture that typst can set, with the size it has on the page."""
        relation = self.part.rels.get(blip.get(qn("r:embed")))
        drawing = next(blip.iterancestors(qn("w:drawing")), None)
        if relation is None or relation.is_external or drawing is None:
            return
        content = relation.target_part.blob
        extent = next(drawing.iter(qn("wp:extent")), None)
        drawn = _as_svg(content)
        if drawn and extent is not None:
            told = next(drawing.iter(qn("wp:docPr")), None)
            yield {
                "image": drawn,
                "width": int(extent.get("cx")) / _EMU,
                "height": int(extent.get("cy")) / _EMU,
                "alt": _LOGO if told is None else told.get("descr") or told.get("title") or _LOGO,
            }


def _least(row: list[Any]) -> float:
    """The least height of a table's row in points, 0 where it says none."""
    found = row[0].getparent().find(f"{qn('w:trPr')}/{qn('w:trHeight')}") if row else None
    return points(found, "w:val")


def _as_svg(content: bytes) -> str:
    """A PNG or JPEG as a drawing that holds it; empty for what no PDF can carry."""
    try:
        image = Image.from_blob(content)
    except (UnrecognizedImageError, ValueError, IndexError, KeyError, OSError):
        return ""
    wide, high = image.px_width, image.px_height
    if image.content_type not in ("image/png", "image/jpeg") or wide * high > _MOST_PIXELS:
        return ""
    data = b64encode(content).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">'
        f'<image width="{wide}" height="{high}" href="data:{image.content_type};base64,{data}"/>'
        "</svg>"
    )


def _field(instruction: str) -> str:
    """Which number a field's instruction asks for; empty for any other field."""
    found = re.match(r"\s*([A-Za-z]+)", instruction)
    return _FIELDS.get(found.group(1).upper(), "") if found else ""
