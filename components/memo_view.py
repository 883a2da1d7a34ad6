"""The memo on screen: what is missing in it, its text, and its file."""

from __future__ import annotations

import base64
from html import escape

import streamlit as st

from components import html
from components.problems import show_problems
from natverkskollen.data_folder import data_folder
from natverkskollen.memo.blocks import Block, Bullets, Heading, Numbered, Paragraph, Picture, Table
from natverkskollen.memo.render import memo_docx, memo_sections
from natverkskollen.problem import DataError
from natverkskollen.result import Result
from natverkskollen.wording import missing_words


def memo_file(result: Result) -> bytes | None:
    """The Word file, or None with the reasons shown where the template cannot be used."""
    try:
        return memo_docx(result, data_folder())
    except DataError as error:
        show_problems(error.problems)
        return None


def show_gaps(result: Result) -> None:
    """What the memo will say is not assessed, decided or given a reason."""
    gaps = []
    for found in result.networks:
        name = found.network.short
        if missing_words(found):
            gaps.append(f"{name}: {missing_words(found)}")
        bare = [
            cell.criterion.title
            for cell in found.criteria
            if any(
                g.answer.score is not None and not g.answer.rationale
                for g in cell.assessment.grounds
            )
        ]
        if bare:
            gaps.append(f"{name}: motivering saknas för {', '.join(bare)}.")
        if found.decision is None:
            gaps.append(f"{name}: förslag till beslut saknas.")
    if gaps:
        html.table("Det här saknas ännu", ("Att göra",), [(gap,) for gap in gaps])


def show_sections(result: Result) -> None:
    """The memo's text, section by section, as the Word file has it."""
    for section in memo_sections(result, data_folder()):
        title = f'<h3 class="nk-h3">{escape(section.heading)}</h3>' if section.heading else ""
        body = "".join(_block_html(block) for block in section.blocks)
        st.html(f'<section class="nk-memo">{title}{body}</section>')


def _block_html(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<h{block.level + 1} class="nk-h4">{escape(block.text)}</h{block.level + 1}>'
    if isinstance(block, (Numbered, Bullets)):
        tag = "ol" if isinstance(block, Numbered) else "ul"
        return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</{tag}>"
    if isinstance(block, Table):
        return html.table_html(block.title, block.header, block.rows)
    if isinstance(block, Picture):
        drawn = base64.b64encode(block.svg.encode()).decode()
        return f'<img alt="{escape(block.alt)}" src="data:image/svg+xml;base64,{drawn}">'
    return _paragraph_html(block)


def _paragraph_html(block: Paragraph) -> str:
    kind = {"remark": "nk-remark", "meta": "nk-quiet", "label": "nk-label"}.get(block.kind)
    lead = f"<strong>{escape(block.lead)}</strong> " if block.lead else ""
    text = "<br>".join(escape(row) for row in block.text.splitlines())
    return f'<p class="{kind or "nk-text"}">{lead}{text}</p>'
