"""A table of HTML: its cells, how they look, and how it reads where the screen is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from natverkskollen.output.webpage.html_cell import NUMBER, Cell, Row, role, row_html
from natverkskollen.output.webpage.markup import safe


def table(caption: str, header: Sequence[str], rows: Sequence[Row], headed: bool = False) -> str:
    """The HTML of a table; a row with one heading cell across it groups the rows below.

    One that is `headed` stands under a heading that says what its caption does, which then is for
    who cannot see the two side by side.
    A table with long text becomes one block a row where the screen is narrow. The roles keep it a
    table to a screen reader then, and each cell carries its column's words to show before it.
    """
    cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
    numeric = {i for row in cells for i, cell in enumerate(row) if cell.number}
    stacks = any(cell.wide for row in cells for cell in row)
    head = "".join(
        f'<th scope="col"{role("columnheader", stacks)}{NUMBER if position in numeric else ""}>'
        f"{escape(text)}</th>"
        for position, text in enumerate(header)
    )
    row_role, group = role("row", stacks), role("rowgroup", stacks)
    body = "".join(f"<tr{row_role}>{row_html(row, header, stacks)}</tr>" for row in cells)
    kind = "nk-table nk-stacks" if stacks else "nk-table"
    unseen = ' class="nk-unseen"' if headed else ""
    return (
        f'<div class="nk-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="{kind}"{role("table", stacks)}><caption{unseen}>{safe(caption)}</caption>'
        f"<thead{group}><tr{row_role}>{head}</tr></thead><tbody{group}>{body}</tbody></table></div>"
    )
