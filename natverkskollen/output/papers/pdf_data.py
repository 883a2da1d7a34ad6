"""The paper as the plain data that the PDF is set from: texts in pieces, levels without leaps."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Picture,
    Signatures,
    Table,
    held,
)
from natverkskollen.output.papers.glyphs import TYPEFACE, covered
from natverkskollen.output.papers.plain import clean, paragraphs

Pieces = list[Any]
# Invisible signs that PDF/A nevertheless wants a glyph for, and that the typeface lacks.
_LONG = re.compile(r"\S{36,}")
_UNSET = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1680\ufeff\ufff9-\ufffb]")


def pdf_data(paper: Paper) -> dict[str, Any]:
    """Everything the PDF says, in the form that tjansteskrivelse.typ reads."""
    head = paper.head
    day = date.fromisoformat(head.date)
    facts = (
        ("Kommun", head.municipality),
        ("Förvaltning", head.department),
        ("Datum", head.date),
        ("Diarienummer", head.diarienummer),
        ("Handläggare", head.officer),
        ("Telefon", head.phone),
        ("E-post", head.email),
    )
    level = 1
    sections = []
    kept = held(paper)
    for at, section in enumerate(paper.sections):
        if not section.blocks:
            continue
        level = 2 if section.heading else level
        blocks = []
        for position, block in enumerate(section.blocks):
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
            made = _block(block, level)
            made["last"] = position + 1 == len(section.blocks)
            made["held"] = (at, position) in kept
            blocks.append(made)
        own_page = section.id == "bilaga"
        sections.append(
            {"heading": heading(section.heading), "blocks": blocks, "own-page": own_page}
        )
    return {
        "title": clean(head.title),
        "author": clean(head.department or head.municipality),
        "date": (day.year, day.month, day.day),
        "name": line(head.document_name),
        "running": line(f"{head.document_name} {head.diarienummer}".strip()),
        "notation": [line(part) for part in paper.page_notation],
        "footer": line(head.footer),
        "facts": [(line(label), line(value)) for label, value in facts if value],
        "stamp": line(head.stamp),
        "addressee": line(head.addressee),
        "heading": heading(head.title),
        "remarks": [
            {**_block(Paragraph(remark, kind="remark"), 1), "held": False}
            for remark in paper.remarks
        ],
        "sections": sections,
    }


def _block(block: Block, level: int) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"type": "heading", "level": level, "text": heading(block.text)}
    if isinstance(block, Numbered):
        return {"type": "numbered", "items": [line(item) for item in block.items]}
    if isinstance(block, Bullets):
        items = [line(item) for item in block.items]
        return {"type": "bullets", "items": items, "small": block.small, "whole": block.whole}
    if isinstance(block, Table):
        return {
            "type": "table",
            "title": line(block.title),
            "header": [line(cell) for cell in block.header],
            "rows": [[line(cell) for cell in row] for row in block.rows],
            "widths": block.widths,
            "numeric": block.numeric,
            "totals": block.totals,
            "whole": block.whole,
        }
    if isinstance(block, Picture):
        svg = "".join(c if is_set(c) or c == "\n" else "\u25a1" for c in block.svg)
        return {"type": "picture", "svg": svg, "alt": clean(block.alt)}
    if isinstance(block, Signatures):
        return {"type": "signatures", "names": [line(name) for name in block.names]}
    parts = [line(part) for part in paragraphs(block.text)]
    return {"type": "paragraph", "kind": block.kind, "lead": line(block.lead), "parts": parts}


def heading(text: str) -> Pieces:
    """A heading as pieces; one that is all drawn also says so, since a bookmark needs words."""
    pieces = line(text)
    words = "".join(piece for piece in pieces if isinstance(piece, str))
    if text and not re.search(r"\w", words):
        pieces.append(" (rubrik med tecken som inte går att visa)")
    return pieces


def line(text: str) -> Pieces:
    """A text as pieces: what the typeface has, line breaks, and what has to be drawn."""
    pieces: Pieces = []
    for part in re.split(r"(\n|\t)", clean(text)):
        if part == "\n":
            pieces.append({"break": True})
        elif part == "\t":
            pieces.append(" ")
        else:
            pieces += _set_and_drawn(_LONG.sub(_may_break, part))
    return pieces


def _may_break(found: re.Match[str]) -> str:
    """A word too long for a table column, with places where the line may be broken."""
    return "\u200b".join(re.findall(r".{1,12}", found.group()))


def _set_and_drawn(text: str) -> Pieces:
    pieces: Pieces = []
    for sign in text:
        known = is_set(sign)
        if known and pieces and isinstance(pieces[-1], str):
            pieces[-1] += sign
        elif known:
            pieces.append(sign)
        else:
            pieces.append({"alt": sign, "drawn": drawn(sign)})
    return pieces


def is_set(sign: str) -> bool:
    """Whether a character is set as text: the typeface has it, or it is never seen."""
    return ord(sign) in covered() or (
        not _UNSET.match(sign)
        and (
            unicodedata.category(sign) in ("Zs", "Zl", "Zp")
            or sign in "\u00ad\u061c\u0085"
            or "\u200b" <= sign <= "\u200f"
            or "\u202a" <= sign <= "\u202e"
            or "\u2060" <= sign <= "\u206f"
            or "\ufe00" <= sign <= "\ufe0f"
        )
    )


def drawn(sign: str) -> str:
    """A character the typeface lacks, as a frame with its code point in it."""
    code = f"{ord(sign):04X}"
    wide = 6 * len(code) + 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="12">'
        f'<rect x="0.5" y="0.5" width="{wide - 1}" height="11" fill="none" stroke="#111111"/>'
        f'<text x="3" y="9.5" font-family="{TYPEFACE}" font-size="9">{code}</text></svg>'
    )
