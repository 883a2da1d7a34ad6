"""The paper as plain text to paste into a case system: paragraphs unwrapped, tables as rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

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
)
from natverkskollen.output.papers.plain import clean, paragraphs

_BETWEEN = 6  # blanks between two signatures
WIDEST = 110  # a table wider than this many characters is told row by row instead


def txt_bytes(paper: Paper) -> bytes:
    """The paper as UTF-8 text with a blank line between the paragraphs."""
    return (clean("\n\n".join(_parts(paper))) + "\n").encode("utf-8")


def _parts(paper: Paper) -> Iterator[str]:
    head = paper.head
    facts = (
        ("", head.municipality),
        ("", head.department),
        ("Datum: ", head.date),
        ("Diarienummer: ", head.diarienummer),
        ("Handläggare: ", head.officer),
        ("Telefon: ", head.phone),
        ("E-post: ", head.email),
    )
    yield "\n".join([head.document_name, *(label + text for label, text in facts if text)])
    yield from filter(None, (head.stamp, head.addressee, head.title))
    yield from paper.remarks
    for section in paper.sections:
        if section.blocks and section.heading:
            yield section.heading
        for block in section.blocks:
            yield from _block(block)
    if head.footer:
        yield head.footer


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Numbered):
        yield "\n".join(f"{number}. {item}" for number, item in enumerate(block.items, 1))
    elif isinstance(block, Bullets):
        yield "\n".join(f"– {item}" for item in block.items)
    elif isinstance(block, Table):
        yield f"{block.title}\n{_table(block)}"
    elif isinstance(block, Picture):
        yield f"[Bild: {block.alt}]"
    elif isinstance(block, Signatures):
        yield _signatures(block.names)
    else:
        yield from _running(block)


def _signatures(names: tuple[str, ...]) -> str:
    """Lines to sign on beside each other, or below each other where the names are too long."""
    rows = [("_" * 30, *clean(name).split("\n")) for name in names]
    widths = [max(map(len, row)) for row in rows]
    if sum(widths) + _BETWEEN * (len(rows) - 1) > WIDEST:
        return "\n\n".join("\n".join(row) for row in rows)
    return "\n".join(
        (" " * _BETWEEN)
        .join(text.ljust(width) for text, width in zip(line, widths, strict=True))
        .rstrip()
        for line in zip_longest(*rows, fillvalue="")
    )


def _running(block: Paragraph) -> Iterator[str]:
    first, *rest = paragraphs(block.text)
    yield f"{block.lead} {first}" if block.lead else first
    yield from rest


def _table(block: Table) -> str:
    rows = (block.header, *block.rows)
    columns = list(zip(*rows, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    broken = any("\n" in cell for row in rows for cell in row)
    if broken or sum(widths) + 2 * len(widths) > WIDEST:
        return "\n".join(_told(block.header, row) for row in _carried(block.rows))
    return "\n".join(_aligned(row, widths, block.numeric) for row in rows)


def _aligned(row: tuple[str, ...], widths: list[int], numeric: tuple[int, ...]) -> str:
    cells = (
        cell.rjust(width) if at in numeric else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def _told(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row as words: `SEKOM. Post: Medlemsavgift. Kronor per år: 38 291,20 kr`."""
    first, *rest = row
    labelled = (f"{name}: {cell}" for name, cell in zip(header[1:], rest, strict=True) if cell)
    told = [each for each in (first, *labelled) if each]
    return "– " + ". ".join([*(each.removesuffix(".") for each in told[:-1]), *told[-1:]])


def _carried(rows: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    """The rows with what stands once over several of them in each, told as they are one by one."""
    above = ""
    for first, *rest in rows:
        above = first or above
        yield (above, *rest)
