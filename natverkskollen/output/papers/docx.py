"""From a paper to a Word file in a municipality's own template."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from docx import Document as open_document
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from natverkskollen.files.cache import Cache
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.body import Body, take_away
from natverkskollen.output.papers.fidelity import check_fidelity, check_head
from natverkskollen.output.papers.fill import filled
from natverkskollen.output.papers.finish import repacked, set_language, set_properties
from natverkskollen.output.papers.intake.fault import TemplateFault, unforeseen
from natverkskollen.output.papers.intake.wash import Washed, washed
from natverkskollen.output.papers.letterhead import Letterhead, letterhead
from natverkskollen.output.papers.placeholders import asked_for, misplaced, placeholders
from natverkskollen.output.papers.styles import add_missing
from natverkskollen.output.papers.template import is_shipped
from natverkskollen.output.papers.template_process import filled_apart

# The page of a template that says nothing about it, which is Word's own in Swedish.
_A4 = (
    f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" '
    'w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
_OTHER_ENDINGS = {
    ".dotx": "Word-mall",
    ".dotm": "Word-mall med makron",
    ".docm": "Word-dokument med makron",
    ".doc": "Word 97–2003",
    ".dot": "Word-mall 97–2003",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".pdf": "PDF",
}
_KEPT = ("w:drawing", "w:pict", "w:footnoteReference", "w:endnoteReference")
_WASHED: Cache[Washed] = Cache(4)  # the same one is filled in for every paper and format
M = TypeVar("M")
MOST_TEMPLATE = 20 * 1024 * 1024


def docx_bytes(paper: Paper, template: Path, written: datetime | None = None) -> bytes:
    """The paper as a Word file.

    `written` is when it is written. The same paper, template and time always give the same bytes.
    DataError tells in Swedish what is wrong with the template, or which text would have been lost.
    """
    return _told(template, lambda content: _docx_bytes(paper, content, written))


def page_of(paper: Paper, template: Path) -> tuple[Letterhead, set[str]]:
    """What stands around the sections in a template, filled in, and what the template asks for.

    DataError tells in Swedish what is wrong with the template.
    """
    return _told(template, lambda content: _page_of(paper, content))


def _told(template: Path, make: Callable[[bytes], M]) -> M:
    """What is made of a template; DataError tells in Swedish what is wrong with it."""
    ours = False
    try:
        content = template_bytes(template)
        ours = is_shipped(content)
        return make(content)
    except TemplateFault as fault:
        what, remedy = fault.what, fault.remedy
    except (DataError, MemoryError):
        raise
    except Exception as error:  # whatever a broken file makes python-docx or lxml raise
        if ours:
            raise
        what, remedy = unforeseen(error)
    raise DataError([Problem(f"templates/{template.name}", 0, what, remedy)])


def _page_of(paper: Paper, content: bytes) -> tuple[Letterhead, set[str]]:
    document, _, context = _opened(paper, content)
    filled_in_whole = BytesIO()
    document.save(filled_in_whole)  # heads and feet are filled in as the file is written
    document = open_document(filled_in_whole)
    return letterhead(document, _marked(document, context["innehall"])._p), asked_for(content)


def _opened(paper: Paper, template: bytes) -> tuple[Document, Paragraph, dict[str, str]]:
    """The template filled in, the paragraph where the sections go, and the texts it was given."""
    # Replaced by the sections afterwards; no entered text can hold its own checksum.
    marker = f"innehall-{sha256(repr(paper).encode('utf-8', 'replace')).hexdigest()}"
    context = placeholders(paper, marker)
    for what, remedy in () if is_shipped(template) else misplaced(template):
        raise TemplateFault(what, remedy)
    document = filled_in(template, context)
    if not document.sections:
        document.element.body.append(parse_xml(_A4))
    add_missing(document)
    return document, _marked(document, marker), context


def _docx_bytes(paper: Paper, template: bytes, written: datetime | None) -> bytes:
    document, paragraph, context = _opened(paper, template)
    asked = asked_for(template)
    Body(document, paragraph).paper(paper, asked)
    take_away(document, paragraph._p)
    set_language(document)
    set_properties(document, paper.head, written)
    raw = BytesIO()
    document.save(raw)
    content = repacked(raw.getvalue())
    check_fidelity(content, paper)
    check_head(content, context, asked)
    return content


def template_bytes(template: Path) -> bytes:
    """A template to fill in, ours as it is and any other washed; TemplateFault if it cannot be."""
    content = _read(template)
    return content if is_shipped(content) else _washed(content).content


def is_ours(template: Path) -> bool:
    """Whether a template is one that the program came with, so that there is no fault to tell."""
    try:
        return is_shipped(_read(template))
    except (TemplateFault, OSError):
        return False


def left_out(template: Path) -> tuple[str, ...]:
    """What a template has that its papers will not have, in Swedish."""
    content = _read(template)
    return () if is_shipped(content) else _washed(content).dropped


def _washed(content: bytes) -> Washed:
    return _WASHED.get(sha256(content).digest(), lambda: washed(content))


def _read(template: Path) -> bytes:
    if template.suffix.lower() != ".docx" or not template.is_file():
        raise TemplateFault(*_missing(template))
    with template.open("rb") as file:
        content = file.read(MOST_TEMPLATE + 1)
    if len(content) > MOST_TEMPLATE:
        raise TemplateFault("mallen är större än 20 MB", "Ta bort stora bilder ur mallen")
    return content


def _missing(template: Path) -> tuple[str, str]:
    """That there is no template, or one saved as something else than a Word document."""
    others = [template.with_suffix(ending) for ending in _OTHER_ENDINGS]
    found = next((other for other in others if other.is_file()), None)
    if found is None:
        return "mallen finns inte", "Lägg filen där eller välj en annan mall"
    what = f"mallen är sparad som {found.suffix} ({_OTHER_ENDINGS[found.suffix]})"
    remedy = f"Öppna {found.name} i Word och spara den som Word-dokument (.docx), utan makron"
    return what, remedy


def filled_in(template: bytes, context: dict[str, str]) -> Document:
    """The template with its placeholders filled in: here if it is ours, otherwise apart."""
    if is_shipped(template):
        return filled(template, context)
    content = filled_apart(template, context)
    # Once more: what a template makes of its placeholders could be what it may not have.
    return open_document(BytesIO(washed(content).content))


def _marked(document: Document, marker: str) -> Paragraph:
    found = [
        element
        for element in document.element.body.iter(qn("w:p"))
        if marker in "".join(node.text or "" for node in element.iter(qn("w:t")))
    ]
    if any(next(each.iterancestors(qn("w:txbxContent")), None) is not None for each in found):
        remedy = "Skriv {{ innehall }} ensam i ett eget stycke i brödtexten, utanför textrutan"
        raise TemplateFault("platshållaren {{ innehall }} står i en textruta", remedy)
    if len(found) == 1:
        # All text in it, not only what python-docx knows of: the paragraph will be taken away.
        text = "".join(node.text or "" for node in found[0].iter(qn("w:t")))
        kept = next(found[0].iter(*map(qn, _KEPT)), None)
        if text.strip() == marker and kept is None:
            return Paragraph(found[0], document._body)
        other = "annan text" if kept is None else "en bild, en ruta eller en not"
        what = f"platshållaren {{{{ innehall }}}} delar stycke med {other}"
    else:
        count = "saknas i mallen" if not found else "står flera gånger i mallen"
        what = f"platshållaren {{{{ innehall }}}} {count}"
    remedy = "Skriv {{ innehall }} en gång, ensam i ett eget stycke i brödtexten"
    raise TemplateFault(what, remedy)
