"""Whether a template that has been filled in still says everything that it said before.

The expected text is worked out a second way: the template's own text, without its typography, is
filled in by the same rules, and compared letter by letter, blanks apart.
"""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from jinja2 import TemplateError

from natverkskollen.output.papers.intake.fault import TemplateFault
from natverkskollen.output.papers.intake.whole_tags import TAG

_SEEN = ("document", "header", "footer", "footnotes", "endnotes")
_WHOLE = re.compile(r"(\{[{%]-?)\s*(?:p|tr|tc|r)\s+(?=\S)")
_TYPED_QUOTES = str.maketrans("“”„‘’", '"""\'\'')
_CONTEXT = 30


def check_kept(template: bytes, filled: bytes, context: dict[str, str], environment: Any) -> None:
    """Refuse a filled-in template in which a text of the template is gone or changed."""
    before, after = _texts(template), _texts(filled)
    for name, text in before.items():
        try:
            said = environment.from_string(_plain(text)).render(context)
        except TemplateError as error:
            what = "mallen använder något annat än platshållare och villkor"
            raise TemplateFault(what, "Jämför med templates/huddinge.docx") from error
        expected = _squeezed(unescape(said))
        found = _squeezed(after.get(name, ""))
        if expected != found:
            raise TemplateFault(*_words(expected, found))


def _texts(content: bytes) -> dict[str, str]:
    """The text of every part that people see, by the part's name."""
    document = Document(BytesIO(content))
    relations = document.part.rels.values()
    parts = [document.part, *(each.target_part for each in relations if not each.is_external)]
    texts = {}
    for part in parts:
        kind = str(part.partname)
        if re.fullmatch(rf"/word/({'|'.join(_SEEN)})\d*\.xml", kind):
            root = part.element if hasattr(part, "element") else parse_xml(part.blob)
            texts[kind] = "".join(map(_line, root.iter(qn("w:p"))))
    return texts


def _line(paragraph: Any) -> str:
    own = (
        node.text or ""
        for node in paragraph.iter(qn("w:t"))
        if next(node.iterancestors(qn("w:p"))) is paragraph
    )
    return "".join(own) + "\n"


def _plain(text: str) -> str:
    """The template's text as plain Jinja: a tag for a whole paragraph is one for its text."""
    pieces, at = [], 0
    for found in TAG.finditer(text):
        pieces += [escape(text[at : found.start()]), _WHOLE.sub(r"\1 ", found.group())]
        pieces[-1] = pieces[-1].translate(_TYPED_QUOTES)
        at = found.end()
    return "".join((*pieces, escape(text[at:])))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _words(expected: str, found: str) -> tuple[str, str]:
    """Where the two part, in words a person can look for in Word."""
    at = next(
        (n for n, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b),
        min(len(expected), len(found)),
    )
    start = expected[max(0, at - 5) : at + _CONTEXT] or found[at : at + _CONTEXT]
    return (
        f"texten vid ”{start}” i mallen skulle ändras eller försvinna när den fylls i",
        "Skriv platshållaren närmast före den på nytt i ett svep, med spårning av ändringar "
        "avslagen (Granska > Spåra ändringar)",
    )
