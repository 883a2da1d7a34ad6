"""What a reader sees in a Word file: the numbers of its lists, worked out from its own XML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.office import convert

VALUE = qn("w:val")


def numbers(word: Document) -> Iterator[tuple[Paragraph, str]]:
    """Every paragraph of the body that has a number or a dash before it, and which.

    By ECMA-376 part 1, 17.9: a paragraph's own numbering goes before its style's; numbers that
    share a definition share the count, but for a number that overrides where it starts.
    """
    numbering = word.part.numbering_part.element
    nums = {each.get(qn("w:numId")): each for each in numbering.findall(qn("w:num"))}
    definitions = {
        each.get(qn("w:abstractNumId")): each for each in numbering.findall(qn("w:abstractNum"))
    }
    counts: defaultdict[str, int] = defaultdict(int)
    begun = set()
    for paragraph in word.paragraphs:
        id_ = _number_id(paragraph)
        if id_ is None or id_ == "0":
            continue
        num = nums[id_]
        abstract = num.find(qn("w:abstractNumId")).get(VALUE)
        if id_ not in begun and num.find(f".//{qn('w:startOverride')}") is not None:
            counts[abstract] = int(num.find(f".//{qn('w:startOverride')}").get(VALUE)) - 1
        begun.add(id_)
        counts[abstract] += 1
        level = definitions[abstract].find(qn("w:lvl"))
        text = level.find(qn("w:lvlText")).get(VALUE)
        yield paragraph, text.replace("%1", str(counts[abstract]))


def _number_id(paragraph: Paragraph) -> str | None:
    place: Any = paragraph._p.pPr
    style: Any = paragraph.style
    while place is None or place.find(qn("w:numPr")) is None:
        if style is None:
            return None
        place, style = style.element.pPr, style.base_style
    id_ = place.find(qn("w:numPr")).find(qn("w:numId"))
    return None if id_ is None else id_.get(VALUE)


def converted(content: bytes, ending: str, folder: Path) -> bytes:
    """A Word file as LibreOffice makes it into another kind of file."""
    (folder / "skrivelse.docx").write_bytes(content)
    convert([folder / "skrivelse.docx"], ending, folder)
    return (folder / f"skrivelse.{ending.split(':')[0]}").read_bytes()
