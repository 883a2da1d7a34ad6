"""A section's running text as one text a person can edit, and back again.

`## ` begins a heading, `### ` a smaller one, `- ` an item of a list; everything else is
paragraphs with a blank line between them. Tables and pictures are not part of it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from natverkskollen.model.memo_text import MemoText, text_hash
from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paragraph,
    Picture,
    Section,
    Signatures,
    Table,
)
from natverkskollen.output.papers.plain import clean

# The rest is either data of its own (decisions, signatures, documents) or a record.
EDITABLE = (
    "sammanfattning",
    "beskrivning",
    "synpunkter",
    "alternativ",
    "ekonomi",
    "ovriga",
    "juridik",
    "barn",
    "uppfoljning",
    "skickas-till",
)


def section_text(blocks: Iterable[Block]) -> str:
    """The headings, paragraphs and lists of a section as one text."""
    return "\n\n".join(filter(None, (_written(block) for block in blocks)))


def _written(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level - 1)} {block.text}"
    if isinstance(block, Signatures):
        return "\n\n".join(block.names)
    if isinstance(block, (Bullets, Numbered)):
        return "\n".join(f"- {item}" for item in block.items)
    if isinstance(block, (Table, Picture)):
        return ""
    return f"{block.lead} {block.text}".strip() if block.lead else block.text.strip("\n")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks an edited text stands for."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    for part in re.split(r"\n(?:[ \t]*\n)+", clean(text).strip()):
        # A row says what it is by its first sign, however far in it was written.
        for kind, rows in groupby(map(str.lstrip, part.split("\n")), _kind):
            lines = [row[len(kind) :].strip() if kind else row for row in rows]
            if kind == "- ":
                if items := tuple(filter(None, lines)):
                    yield Bullets(items)
            elif kind:
                for line in filter(None, lines):
                    yield Heading(3 if kind == "## " else 4, line)
            elif any(line.strip() for line in lines):
                yield Paragraph("\n".join(lines))


def _kind(row: str) -> str:
    return next((kind for kind in ("## ", "### ", "- ") if row.startswith(kind)), "")


def with_edit(section: Section, edit: MemoText | None) -> Section:
    """The section as a person rewrote it, followed by its tables and pictures as they are now."""
    if edit is None or section.id not in EDITABLE:
        return section
    drawn = tuple(block for block in section.blocks if isinstance(block, (Table, Picture)))
    return replace(section, blocks=(*text_blocks(edit.text), *drawn), edited=True)


def ground_changed(section: Section, edit: MemoText) -> bool:
    """Whether the generated text has changed since the person rewrote it."""
    return text_hash(section_text(section.blocks)) != edit.of


def differences(mine: str, new: str, name: str = "den nya texten") -> tuple[tuple[str, str], ...]:
    """Paragraph by paragraph: what the new text has that mine has not, and the other way round.

    `name` is what the new text is called.
    """
    before, after = (re.split(r"\n\n+", text.strip()) for text in (mine, new))
    rows: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for _, low, high, first, last in matcher.get_opcodes():
        if before[low:high] != after[first:last]:
            rows += [("Bara i din text", part) for part in before[low:high]]
            rows += [(f"Bara i {name}", part) for part in after[first:last]]
    return tuple(rows)
