"""How wide the text is where a paragraph stands: its cell, or the column of its section."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

# Word's own for a Swedish page where the section says nothing: A4 with margins of 2.5 cm.
_PAGE, _MARGIN, _CELL_MARGIN, _GAP = 11906, 1417, 108, 708
_NARROWEST = 567  # a centimetre, below which no table can be read


def text_width(paragraph: Any) -> int:
    """The width of the text at a w:p of a document's body, in twips."""
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    found = None if cell is None else _cell(cell)
    return max(_NARROWEST, found or _column(section_of(paragraph)))


def _cell(cell: Any) -> int | None:
    """A cell's inner width; None where neither the cell nor the table's grid says."""
    row = cell.getparent()
    table = next(cell.iterancestors(qn("w:tbl")))
    properties = cell.find(qn("w:tcPr"))
    grid = [_number(each, "w:w", 0) for each in table.iter(qn("w:gridCol"))]
    at = 0
    for other in row.iterchildren(qn("w:tc")):
        span = _number(other.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), "w:val", 1)
        if other is cell:
            break
        at += span
    own = None if properties is None else properties.find(qn("w:tcW"))
    measured = own is not None and own.get(qn("w:type"), "dxa") == "dxa"
    wide = _number(own, "w:w", 0) if measured else 0
    # The grid is what is drawn; a cell that says it is wider than its columns is not.
    width = min(filter(None, (wide, sum(grid[at : at + span]))), default=0)
    if not width:
        return None
    return width - sum(
        _margin(cell, table, sides) for sides in (("left", "start"), ("right", "end"))
    )


def _margin(cell: Any, table: Any, sides: tuple[str, ...]) -> int:
    for path in ("w:tcPr/w:tcMar", "w:tblPr/w:tblCellMar"):
        first, second = path.split("/")
        place = (cell if first == "w:tcPr" else table).find(f"{qn(first)}/{qn(second)}")
        for side in sides:
            found = None if place is None else place.find(qn(f"w:{side}"))
            if found is not None:
                return _number(found, "w:w", _CELL_MARGIN)
    return _CELL_MARGIN


def section_of(paragraph: Any) -> Any:
    """The properties of the section that a paragraph is in: its own or the first that follow."""
    top = paragraph
    while top.getparent() is not None and top.getparent().tag != qn("w:body"):
        top = top.getparent()
    for element in (top, *top.itersiblings()):
        found = (
            element
            if element.tag == qn("w:sectPr")
            else element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        )
        if found is not None:
            return found
    return None


def _column(section: Any) -> int:
    page, margins, columns = (
        None if section is None else section.find(qn(f"w:{name}"))
        for name in ("pgSz", "pgMar", "cols")
    )
    width = _number(page, "w:w", _PAGE)
    for side, default in (("left", _MARGIN), ("right", _MARGIN), ("gutter", 0)):
        width -= _number(margins, f"w:{side}", default)
    if columns is None:
        return width
    own = [_number(each, "w:w", width) for each in columns.iterchildren(qn("w:col"))]
    if own and columns.get(qn("w:equalWidth")) in ("0", "false", "off"):
        return min(own)
    count = max(1, _number(columns, "w:num", 1))
    return (width - (count - 1) * _number(columns, "w:space", _GAP)) // count


def _number(element: Any, key: str, default: int) -> int:
    """A measure in twips, also where it is written with decimals; a word is none."""
    if element is None:
        return default
    try:
        return round(float(element.get(qn(key), default)))
    except ValueError:
        return default
