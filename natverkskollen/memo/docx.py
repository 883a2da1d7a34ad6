"""From a memo to a Word file in a municipality's own template, run in a sandbox."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from natverkskollen.memo.blocks import Memo
from natverkskollen.memo.body import Body, clean
from natverkskollen.memo.finish import repacked, set_language, set_properties
from natverkskollen.memo.package_check import check_package
from natverkskollen.memo.styles import add_missing
from natverkskollen.memo.verify import check_fidelity
from natverkskollen.problem import DataError, Problem


def docx_bytes(memo: Memo, template: Path, entered: tuple[str, ...] = ()) -> bytes:
    """The memo as a Word file; `entered` are texts that must be found in it word for word.

    The same memo and template always give the same bytes. DataError tells in Swedish what is
    wrong with the template, or which text would have been lost.
    """
    name = f"templates/{template.name}"
    check_package(template, name)
    context = placeholders(memo)
    document = _rendered(template, name, context)
    marker = _marker(document, context["innehall"], name)
    add_missing(document)
    Body(document, marker).memo(memo)
    marker._p.getparent().remove(marker._p)
    set_language(document)
    set_properties(document, memo.head)
    raw = BytesIO()
    document.save(raw)
    content = repacked(raw.getvalue())
    check_fidelity(content, memo, entered, name)
    return content


def placeholders(memo: Memo) -> dict[str, str]:
    """What a template may ask for: every placeholder with its text, empty where none was given."""
    head = memo.head
    before, between, after = memo.page_notation
    texts = {
        "dokumentnamn": head.document_name,
        "kommun": head.municipality,
        "forvaltning": head.department,
        "handlaggare": head.officer,
        "datum": head.date,
        "diarienummer": head.diarienummer,
        "mottagare": head.addressee,
        "rubrik": head.title,
        "utkast": head.stamp,
        "sidfot": head.footer,
        "sida_fore": before,
        "sida_mellan": between,
        "sida_efter": after,
        # Replaced by the sections afterwards; no entered text can hold its own checksum.
        "innehall": f"innehall-{sha256(repr(memo).encode('utf-8', 'replace')).hexdigest()}",
    }
    return {key: clean(text) for key, text in texts.items()}


def _rendered(template: Path, name: str, context: dict[str, str]) -> Document:
    """The template with its placeholders filled in; nothing in it reaches outside the sandbox."""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    known = ", ".join(context)
    try:
        word = DocxTemplate(template)
        word.render(context, environment)
        return word.docx
    except TemplateSyntaxError as error:
        what = f"ett mallfält är felskrivet ({error.message})"
        remedy = "Skriv platshållare som {{ rubrik }} och avsluta varje {% if %} med {% endif %}"
    except SecurityError as error:
        what = f"mallen försöker göra något som inte är tillåtet ({error.message})"
        remedy = f"Använd bara dessa platshållare: {known}"
    except UndefinedError as error:
        unknown = str(error.message).split("'")[1:2] or ["?"]
        what = f"platshållaren '{unknown[0]}' finns inte"
        remedy = f"Använd någon av dessa: {known}"
    except TemplateError as error:
        what, remedy = (
            f"mallen går inte att fylla i ({error})",
            "Jämför med templates/huddinge.docx",
        )
    except DataError:
        raise
    except Exception as error:  # whatever a broken file makes python-docx or lxml raise
        what = f"mallen går inte att läsa som Word-dokument ({type(error).__name__})"
        remedy = "Öppna mallen i Word och spara den som Word-dokument (.docx)"
    raise DataError([Problem(name, 0, what, remedy)])


def _marker(document: Document, marker: str, name: str) -> Paragraph:
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
    raise DataError([Problem(name, 0, what, remedy)])
