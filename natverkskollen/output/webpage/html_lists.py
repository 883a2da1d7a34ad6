"""Lists of HTML: sentences in points or by number, facts under labels, and links to fields."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from natverkskollen.output.webpage.markup import safe


def bullets(sentences: Sequence[str]) -> str:
    """Sentences as a list; nothing where there are none."""
    items = "".join(f"<li>{safe(each)}</li>" for each in sentences if each)
    return f'<ul class="nk-list">{items}</ul>' if items else ""


def to_fields(rows: Sequence[tuple[str, str]]) -> str:
    """Links to fields of a form, each by its label and the class of the place it is in."""
    items = "".join(
        f'<li><a href="#{escape(place)}" data-nk-field="{escape(place)}">{safe(label)}</a></li>'
        for label, place in rows
    )
    return f'<ul class="nk-list">{items}</ul>'


def first_of(sentences: Sequence[str], shown: int) -> str:
    """The first few sentences as a list, and the rest at a click."""
    rest = bullets(sentences[shown:])
    more = f"<details><summary>Visa fler</summary>{rest}</details>" if rest else ""
    return bullets(sentences[:shown]) + more


def numbered(sentences: Sequence[str]) -> str:
    """Sentences as a numbered list; nothing where there are none."""
    items = "".join(f"<li>{safe(each)}</li>" for each in sentences if each)
    return f'<ol class="nk-list">{items}</ol>' if items else ""


def labelled(rows: Sequence[tuple[str, str]]) -> str:
    """Short facts as label and text, one a row."""
    items = "".join(
        f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(safe, text.splitlines()))}</dd>"
        for label, text in rows
    )
    return f'<dl class="nk-labelled">{items}</dl>'
