"""HTML where every word is escaped: headings, paragraphs, links and remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from natverkskollen.swedish.glossary import term
from natverkskollen.swedish.readability import sentences

_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")


def safe(text: str) -> str:
    """Escaped text in which no line breaks within a date or a month, as versions are named."""
    return _DATE.sub(r'<span class="nk-whole">\g<0></span>', escape(text))


def paragraphs(text: str, kind: str = "") -> str:
    """User text as escaped paragraphs; `kind` is a class of style.css."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    rows = ("<br>".join(safe(row) for row in block.splitlines()) for block in blocks)
    return "".join(f'<p class="{kind or "nk-text"}">{row}</p>' for row in rows)


def heading(text: str, level: int = 2) -> str:
    """A heading of the level given."""
    return f'<h{level} class="nk-h{level}">{safe(text)}</h{level}>'


def link(words: str, shown: str, address: str) -> str:
    """Words and a link; the address is one the program knows or a model has checked."""
    row = f'{escape(words)} <a href="{escape(address)}">{escape(shown)}</a>'
    return f'<p class="nk-text">{row}</p>'


def meta(parts: Sequence[str]) -> str:
    """Short facts on one line; only the first may break within itself."""
    first, *rest = map(escape, parts)
    kept = "".join(f' · <span class="nk-whole">{part}</span>' for part in rest)
    return f'<p class="nk-meta">{first}{kept}</p>'


def remark(text: str) -> str:
    """What a reader must know before the figures: its first sentence, the rest at a click."""
    first, *rest = sentences([text])
    if not rest:
        return paragraphs(text, "nk-remark")
    more = paragraphs(text.strip().removeprefix(first).strip())
    return f'<details class="nk-remark"><summary>{escape(first)}</summary>{more}</details>'


def explained(*words: str) -> str:
    """What some words of the page mean, at a click, from the one glossary."""
    found = [term(word) for word in words]
    rows = "".join(f"<dt>{escape(t.word)}</dt><dd>{escape(t.meaning)}</dd>" for t in found)
    return (
        '<details class="nk-terms"><summary>Vad betyder orden?</summary>'
        f'<dl class="nk-labelled">{rows}</dl></details>'
    )
