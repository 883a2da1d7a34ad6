"""The paper as the plain data that the PDF is set from: texts in pieces, levels without leaps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
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
from natverkskollen.output.papers.glyphs import SERIF, TYPEFACE, covered
from natverkskollen.output.papers.letterhead import Letterhead
from natverkskollen.output.papers.plain import clean, paragraphs

Pieces = list[Any]
NO_WORDS = " (rubrik med tecken som inte går att visa)"
_SMALL = {"bold": False, "size": 10, "colour": "000000"}
# Invisible signs that PDF/A nevertheless wants a glyph for, and that the typeface lacks.
_LONG = re.compile(r"\S{36,}")
_UNSET = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1680\ufeff\ufff9-\ufffb]")


def pdf_data(paper: Paper, page: Letterhead, asked: set[str]) -> dict[str, Any]:
    """Everything the PDF says, in the form that tjansteskrivelse.typ reads.

    `asked` are the placeholders of the template: the stamp and the title stand first among the
    sections where the template has no place for them.
    """
    head = paper.head
    before, level = _levelled(map(_around, page.before), 0)
    opening: list[dict[str, Any]] = []
    if head.stamp and "utkast" not in asked:
        opening.append({"type": "stamp", "text": line(head.stamp)})
    if "rubrik" not in asked:
        level = 1
        opening.append(_heading(level, head.title))
    sections, level = _sections(paper, level)
    return {
        "title": clean(head.title),
        "author": clean(head.department or head.municipality),
        "look": {**page.look, "font": SERIF if page.look["serif"] else TYPEFACE},
        "first-head": [_plain(_around(block)) for block in page.first_head],
        "head": [_plain(_around(block)) for block in page.head],
        "first-foot": [_plain(_around(block)) for block in page.first_foot],
        "foot": [_plain(_around(block)) for block in page.foot],
        "before": before,
        "after": _levelled(map(_around, page.after), level)[0],
        "opening": opening,
        "remarks": [
            {**_block(Paragraph(remark, kind="remark"), 1), "held": False}
            for remark in paper.remarks
        ],
        "sections": sections,
    }


def _sections(paper: Paper, level: int) -> tuple[list[dict[str, Any]], int]:
    """The sections, below a heading of this level, and the level of the last heading in them.

    No heading is more than one level below the one before it, as PDF/UA asks.
    """
    kept, own = held(paper), min(2, level + 1)
    written = []
    for at, section in enumerate(paper.sections):
        if not section.blocks:
            continue
        level = own if section.heading else level
        made_heading = _heading(level, section.heading) if section.heading else None
        blocks = []
        for position, block in enumerate(section.blocks):
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
            made = _block(block, level)
            made["last"] = position + 1 == len(section.blocks)
            made["held"] = (at, position) in kept
            blocks.append(made)
        own_page = section.id == "bilaga"
        written.append({"heading": made_heading, "blocks": blocks, "own-page": own_page})
    return written, level


def _levelled(blocks: Iterable[dict[str, Any]], level: int) -> tuple[list[dict[str, Any]], int]:
    """The template's own lines with no heading more than one level below the one before it."""
    written = []
    for block in blocks:
        if block.get("level"):
            level = min(block["level"], level + 1)
            block = {**block, "level": level}
        written.append(block if block["type"] == "line" else _plain(block))
    return written, level


def _plain(block: dict[str, Any]) -> dict[str, Any]:
    """A line or a table without headings, since a head or a foot has none."""
    if block["type"] == "line":
        return {**block, "level": 0}
    cells = [
        {**cell, "blocks": [_plain(each) for each in cell["blocks"]]} for cell in block["cells"]
    ]
    return {**block, "cells": cells}


def _heading(level: int, text: str) -> dict[str, Any]:
    return {"type": "heading", "level": level, "text": heading(text)}


def _around(block: dict[str, Any]) -> dict[str, Any]:
    """A line or a table of the template, with its texts in pieces that the typeface has."""
    if block["type"] == "grid":
        cells = [
            {**cell, "blocks": [_around(each) for each in cell["blocks"]]}
            for cell in block["cells"]
        ]
        return {**block, "cells": cells}
    segments = []
    for segment in block["segments"]:
        pieces = []
        for piece in segment["pieces"]:
            text = piece.get("text", "")
            said = line(text.upper() if piece.get("caps") else text)
            pieces.append({**piece, "text": said} if "text" in piece else piece)
        segments.append({**segment, "pieces": pieces})
    words = "".join(p.get("text", "") for s in block["segments"] for p in s["pieces"])
    level = block["level"] if words.strip() else 0
    if level and heading(words)[-1] == NO_WORDS:
        segments[-1]["pieces"].append({**_SMALL, "text": [NO_WORDS]})
    return {**block, "segments": segments, "level": level}


def _block(block: Block, level: int) -> dict[str, Any]:
    if isinstance(block, Heading):
        return _heading(level, block.text)
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
        pieces.append(NO_WORDS)
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
