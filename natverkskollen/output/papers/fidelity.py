"""Whether a finished Word file says everything the paper says, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from natverkskollen.output.papers.blocks import Paper, block_texts
from natverkskollen.output.papers.intake.fault import TemplateFault
from natverkskollen.output.papers.plain import clean

_BREAKS = re.compile(r"[ \t]*\n[ \t\n]*")


def check_fidelity(content: bytes, paper: Paper) -> None:
    """Refuse a file in which a text of the paper is not found verbatim."""
    found = document_text(content)
    for text in paper_texts(paper):
        if _normal(clean(text)) not in found:
            start = " ".join(text.split())[:60]
            what = f"texten som börjar ”{start}” kom inte med oförändrad i Word-filen"
            remedy = "Ta bort ovanliga tecken i texten, eller prova mallen huddinge"
            raise TemplateFault(what, remedy)


def check_head(content: bytes, context: dict[str, str], asked: set[str]) -> None:
    """Refuse a file in which a text that the template asks for is not shown, or is changed.

    Letters are compared without regard to case, since a template may set a text in capitals.
    """
    document = Document(BytesIO(content))
    shown = [element_text(document.element.body)]
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            shown.append(element_text(relation.target_part.element))
        elif relation.reltype.endswith("/footnotes"):
            shown.append(element_text(parse_xml(relation.target_part.blob)))
    found = "\n".join(shown).casefold()
    for name in asked & context.keys() - {"innehall"}:
        if _normal(context[name]).casefold() not in found:
            raise TemplateFault(
                f"texten i platshållaren {{{{ {name} }}}} kom inte med oförändrad i Word-filen",
                "Skriv platshållaren för sig, utan villkor som döljer den, och ta bort ovanliga "
                "tecken i texten",
            )


def paper_texts(paper: Paper) -> Iterator[str]:
    """Every text of the paper that belongs in the body of the file."""
    yield from paper.remarks
    for section in paper.sections:
        yield section.heading if section.blocks else ""
        for block in section.blocks:
            yield from block_texts(block)


def document_text(content: bytes) -> str:
    """The text of a Word file's body, one line a paragraph or line break."""
    return element_text(Document(BytesIO(content)).element.body)


def element_text(element: Any) -> str:
    """The text of a part of a Word file, one line a paragraph or line break."""
    lines = []
    for paragraph in element.iter(qn("w:p")):
        parts = []
        for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab")):
            if node.tag == qn("w:t"):
                parts.append(node.text or "")
            elif node.getparent().tag == qn("w:r"):
                parts.append("\t" if node.tag == qn("w:tab") else "\n")
        lines.append("".join(parts))
    return _normal("\n".join(lines))


def _normal(text: str) -> str:
    """Line breaks are compared as such, however many there are and whatever blanks surround."""
    return _BREAKS.sub("\n", text).strip(" \t\n")
