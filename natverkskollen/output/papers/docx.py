"""From a paper to a Word file in a municipality's own template."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from docx import Document as open_document
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.body import Body, take_away
from natverkskollen.output.papers.fidelity import check_fidelity, check_head
from natverkskollen.output.papers.fill import TemplateFault, filled
from natverkskollen.output.papers.finish import repacked, set_language, set_properties
from natverkskollen.output.papers.package_check import check_package
from natverkskollen.output.papers.placeholders import asked_for, placeholders
from natverkskollen.output.papers.styles import add_missing
from natverkskollen.output.papers.template import is_shipped
from natverkskollen.output.papers.template_process import filled_apart

MOST_TEMPLATE = 20 * 1024 * 1024


def docx_bytes(paper: Paper, template: Path) -> bytes:
    """The paper as a Word file.

    The same paper and template always give the same bytes. DataError tells in Swedish what is
    wrong with the template, or which text would have been lost.
    """
    name = f"templates/{template.name}"
    try:
        return _docx_bytes(paper, template_bytes(template))
    except TemplateFault as fault:
        raise DataError([Problem(name, 0, fault.what, fault.remedy)]) from None


def _docx_bytes(paper: Paper, template: bytes) -> bytes:
    check_package(template)
    # Replaced by the sections afterwards; no entered text can hold its own checksum.
    marker = f"innehall-{sha256(repr(paper).encode('utf-8', 'replace')).hexdigest()}"
    context = placeholders(paper, marker)
    document = filled_in(template, context)
    paragraph = _marked(document, marker)
    add_missing(document)
    asked = asked_for(template)
    Body(document, paragraph).paper(paper, asked)
    take_away(document, paragraph._p)
    set_language(document)
    set_properties(document, paper.head)
    raw = BytesIO()
    document.save(raw)
    content = repacked(raw.getvalue())
    check_fidelity(content, paper)
    check_head(content, context, asked)
    return content


def template_bytes(template: Path) -> bytes:
    """A template's bytes; TemplateFault where there is none that can be read."""
    if not template.is_file():
        raise TemplateFault("mallen finns inte", "Lägg filen där eller välj en annan mall")
    with template.open("rb") as file:
        content = file.read(MOST_TEMPLATE + 1)
    if len(content) > MOST_TEMPLATE:
        raise TemplateFault("mallen är större än 20 MB", "Ta bort stora bilder ur mallen")
    return content


def filled_in(template: bytes, context: dict[str, str]) -> Document:
    """The template with its placeholders filled in: here if it is ours, otherwise apart."""
    if is_shipped(template):
        return filled(template, context)
    content = filled_apart(template, context)
    check_package(content)
    return open_document(BytesIO(content))


def _marked(document: Document, marker: str) -> Paragraph:
    found = [
        element
        for element in document.element.body.iter(qn("w:p"))
        if marker in "".join(node.text or "" for node in element.iter(qn("w:t")))
    ]
    if len(found) == 1:
        paragraph = Paragraph(found[0], document._body)
        if paragraph.text.strip() == marker:
            return paragraph
        what = "platshållaren {{ innehall }} delar stycke med annan text"
    else:
        count = "saknas i mallen" if not found else "står flera gånger i mallen"
        what = f"platshållaren {{{{ innehall }}}} {count}"
    remedy = "Skriv {{ innehall }} en gång, ensam i ett eget stycke i brödtexten"
    raise TemplateFault(what, remedy)
