"""The paper's tables as Word's: inside the text's width, with styles for what they look like."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from natverkskollen.output.papers.blocks import Signatures, Table
from natverkskollen.output.papers.looks import SIGNATURES, TABLE
from natverkskollen.output.papers.plain import clean

_KEEP = "<w:keepNext/>"
_HEADED = (
    'w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"'
)
_PLAIN = (
    'w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"'
)
_SIDE_BY_SIDE = 2

Written = Callable[[str, str, str, bool], str]


class Tables:
    """Writes tables `width` twips wide; `paragraph` writes one from text, style, form, strong."""

    def __init__(self, styles: dict[str, str], width: int, paragraph: Written):
        self.styles, self.width, self.paragraph = styles, width, paragraph

    def table(self, block: Table, keep: bool) -> str:
        """A table with its header row; `keep` holds its last row to what follows."""
        rows = (block.header, *block.rows)
        columns = self._shared(block.widths)
        written = "".join(self._row(block, len(rows), at, columns, keep) for at in range(len(rows)))
        return self._whole(TABLE, _HEADED, block.title, columns, written)

    def signatures(self, block: Signatures) -> str:
        """A line to sign on for everybody, two beside each other, no row parted from the next."""
        columns = self._shared((1,) * min(_SIDE_BY_SIDE, len(block.names)) or (1,))
        written = ""
        for at in range(0, len(block.names), _SIDE_BY_SIDE):
            names = block.names[at : at + _SIDE_BY_SIDE]
            form = _KEEP if at + _SIDE_BY_SIDE < len(block.names) else ""
            cells = [self.paragraph(name, "Memo Underskrift", form, False) for name in names]
            cells += [self.paragraph("", "Memo Slutrad", "", False)] * (len(columns) - len(names))
            written += _row("<w:cantSplit/>", cells, columns)
        return self._whole(SIGNATURES, _PLAIN, "Underskrifter", columns, written)

    def _shared(self, widths: tuple[int, ...]) -> list[int]:
        """The width shared out between columns, to the last twip."""
        ends = [self.width * sum(widths[:at]) // sum(widths) for at in range(len(widths) + 1)]
        return [end - start for start, end in zip(ends, ends[1:], strict=False)]

    def _whole(self, style: str, look: str, title: str, columns: list[int], rows: str) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        return (
            f"<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(self.styles[style])}/>"
            f'<w:tblW w:type="dxa" w:w="{self.width}"/><w:tblLayout w:type="fixed"/>'
            f"<w:tblLook {look}/><w:tblCaption w:val={quoteattr(clean(title))}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, block: Table, rows: int, at: int, columns: list[int], keep: bool) -> str:
        total = 0 < at >= rows - block.totals
        sums_follow = at >= rows - block.totals - 1
        together = (at == 0 or block.whole or sums_follow) and at < rows - 1
        form = _KEEP if together or (keep and at == rows - 1) else ""
        texts = block.rows[at - 1] if at else block.header
        cells = [
            self.paragraph(
                text,
                "Memo Tabelltal" if column in block.numeric else "Memo Tabelltext",
                form,
                total,
            )
            for column, text in enumerate(texts)
        ]
        return _row(f"<w:cantSplit/>{'' if at else '<w:tblHeader/>'}", cells, columns)


def _row(properties: str, cells: list[str], columns: list[int]) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(columns, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"
