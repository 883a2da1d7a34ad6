"""Row headers in a finished PDF: a screen reader then says which network a figure is about.

typst tags the cells of `table.header` only. Its `pdf.header-cell` is behind a feature flag that
the Python package cannot set, so the first cell of every row is made a header afterwards.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, String


def with_row_headers(content: bytes) -> bytes:
    """The PDF with the first cell of every body row as header of that row; nothing else changes.

    The same PDF always gives the same bytes.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        bodies = [
            each
            for each in pdf.objects
            if isinstance(each, Dictionary) and each.get("/S") == Name.TBody
        ]
        if not bodies:
            return content
        ids = NameTree(pdf.Root.StructTreeRoot.IDTree)
        rows = [row for body in bodies for row in body.K]
        for number, row in enumerate(rows, 1):
            first, *rest = row.K
            id_ = f"rad-{number}"
            first.S, first.ID, ids[id_] = Name.TH, String(id_), first
            _table_part(first).Scope = Name.Row
            for cell in rest:
                part = _table_part(cell)
                part.Headers = Array([*part.get("/Headers", Array()), String(id_)])
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _table_part(cell: Any) -> Any:
    """What a cell says of its place in the table, among its other attributes."""
    kinds = cell.get("/A", Array())
    every = list(kinds) if isinstance(kinds, Array) else [kinds]
    found = next((each for each in every if each.get("/O") == Name.Table), None)
    if found is None:
        every.append(Dictionary(O=Name.Table))
        cell.A = Array(every)
        found = cell.A[-1]
    return found
