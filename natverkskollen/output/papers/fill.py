"""A Word template with its placeholders filled in; nothing in it reaches outside the sandbox."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import Any

from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import (
    SecurityError,
    TemplateAssertionError,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from natverkskollen.output.papers.intake.fault import TemplateFault, unreadable
from natverkskollen.output.papers.placeholders import template_texts

MOST_REPEATED = 10_000_000  # characters
FILTERS = ("capitalize", "default", "e", "escape", "lower", "trim", "upper")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Ends at once the two operators that can fill any memory or take any time by themselves."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What the operator gives; a power is refused, and a text repeated beyond all reason."""
        if operator == "**":
            raise SecurityError("'**', potensräkning")
        for text, times in ((left, right), (right, left)):
            repeated = isinstance(text, (str, bytes, list, tuple)) and isinstance(times, int)
            if repeated and len(text) * times > MOST_REPEATED:
                raise MemoryError
        return super().call_binop(context, operator, left, right)


def sandbox() -> ImmutableSandboxedEnvironment:
    """Where a template runs: it can show text and ask whether there is any, and little more."""
    environment = _Sandbox(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    return environment


def filled(template: bytes, context: dict[str, str]) -> Document:
    """The template as a Word document with these texts in it; TemplateFault where it cannot be."""
    known = ", ".join(context)
    try:
        word = DocxTemplate(BytesIO(template))
        word.render(context, sandbox())
        document: Document = word.docx
        return document
    except TemplateAssertionError as error:
        what = f"mallen använder något som inte finns här{_named(error)}"
        remedy = f"Använd bara platshållare, och av filter bara {', '.join(FILTERS)}"
    except TemplateSyntaxError:
        what = f"ett mallfält är felskrivet{_misspelt(template)}"
        remedy = "Skriv platshållare som {{ rubrik }} och avsluta varje {% if %} med {% endif %}"
    except SecurityError as error:
        what = f"mallen försöker göra något som inte är tillåtet{_named(error)}"
        remedy = f"Använd bara dessa platshållare: {known}"
    except UndefinedError as error:
        unknown = str(error.message).split("'")[1:2] or ["?"]
        what = f"platshållaren '{unknown[0]}' finns inte"
        remedy = f"Använd någon av dessa: {known}"
    except TemplateError as error:
        what = f"mallen går inte att fylla i{_named(error)}"
        remedy = "Jämför med templates/huddinge.docx"
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever a broken file makes python-docx or lxml raise
        if "loader" in str(error):  # what Jinja says to include, import and extends
            what = "mallen försöker läsa in en annan fil"
            remedy = "Ta bort {% include %}, {% import %} och {% extends %}"
        else:
            what, remedy = unreadable(error)
    raise TemplateFault(what, remedy)


def _named(error: TemplateError) -> str:
    """The word of the template that an error of Jinja's is about, which it says in English."""
    found = re.search(r"'([^']+)'", str(error.message))
    return f": {found[1][:40]}" if found else ""


def _misspelt(template: bytes) -> str:
    """The first field of a template that cannot be read by itself; empty where each can."""
    environment = sandbox()
    for text in template_texts(template).values():
        for field in re.findall(r"\{\{.*?\}\}", unescape(text)):
            try:
                environment.parse(field)
            except TemplateSyntaxError:
                return f": {field[:60]}"
    return ""
