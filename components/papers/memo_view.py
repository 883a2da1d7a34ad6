"""The memo on screen: what is missing in it, its text, how it reads, and its files."""

from __future__ import annotations

import base64
from collections.abc import Callable
from html import escape

import streamlit as st

from components.papers.section_editor import show_editor
from components.shell import clock, data, html, run, state
from components.shell.picker import pick
from components.shell.problems import show_problems
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import difference_sentence, missing_words
from natverkskollen.decisions.gaps import decision_gaps
from natverkskollen.files.cache import Cache
from natverkskollen.files.file_cache import stamp_of
from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from natverkskollen.output.papers.render import FORMATS, Draft, draft
from natverkskollen.output.papers.section_text import EDITABLE
from natverkskollen.output.papers.template import (
    is_shipped,
    read_template,
    template_ids,
)
from natverkskollen.output.papers.template_process import keep_one_ready
from natverkskollen.output.webpage import markup
from natverkskollen.swedish.readability import lix, lix_words, longest, passive_chains

_MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}
_NAMES = {"docx": "Word-fil", "pdf": "PDF", "txt": "ren text"}


def pick_template() -> str:
    """The template the memo is written in; DataError where the chosen one cannot be used."""
    folder = run.folder()
    chosen = pick("Mall", state.TEMPLATE, template_ids(folder))
    return read_template(folder, chosen).id


def written(found: Robustness, template: str) -> Draft:
    """The memo of the chosen evaluation, written once in a run."""
    result, folder = data.result(), run.folder()
    return run.once(
        ("skrivelsen", template), lambda: draft(result, folder, template, found, clock.now())
    )


def show_downloads(memo: Draft) -> None:
    """A button for each format; where a file cannot be made, why."""
    columns = st.columns(len(FORMATS))
    for column, (kind, write) in zip(columns, FORMATS.items(), strict=True):
        try:
            document = _file(memo, kind, write)
        except DataError as error:
            show_problems(error.problems)
            continue
        column.download_button(
            f"Ladda ner som {_NAMES[kind]}",
            document,
            file_name=f"tjansteskrivelse-{memo.result.evaluation.id}.{kind}",
            mime=_MIME[kind],
            type="primary" if kind == "docx" else "secondary",
            on_click="ignore",
            width="stretch",
        )


def _file(memo: Draft, kind: str, write: Callable[[Draft], bytes]) -> bytes:
    """A file as it was last written for the same content, or written now."""

    def make() -> bytes:
        with st.spinner(f"Skriver tjänsteskrivelsen som {_NAMES[kind]} …"):
            content = write(memo)
        if kind != "txt" and not is_shipped(memo.word_template.read_bytes()):
            keep_one_ready()
        return content

    template = stamp_of(memo.word_template) if kind != "txt" else ()
    return _FILES.get((memo.memo, template, kind), make)


# A file is a pure function of the key, so sharing it between sessions cannot mix them up.
_FILES: Cache[bytes] = Cache(24)


def show_gaps(memo: Draft) -> None:
    """What the memo will say is not assessed, decided or given a reason."""
    gaps, result = [], memo.result
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
        elif difference_sentence(found) and not found.decision.differs_because:
            gaps.append(f"{difference_sentence(found)} Skriv varför förslaget avviker.")
    gaps += decision_gaps(result.evaluation)
    if result.evaluation.case.children is None:
        gaps.append("Barnets bästa: frågan är inte besvarad.")
    number = result.evaluation.case.diarienummer
    odd = memo.template.diarienummer_words(number)
    gaps += [odd] if odd else []
    if gaps:
        html.table("Det här saknas ännu", ("Att göra",), [(gap,) for gap in gaps])


def show_sections(memo: Draft) -> None:
    """The memo's text, section by section, as the files have it, with a field to rewrite it in."""
    for section in memo.sections:
        title = f'<h3 class="nk-h3">{escape(section.heading)}</h3>' if section.heading else ""
        edited = '<p class="nk-quiet">Avsnittet är skrivet för hand.</p>' if section.edited else ""
        body = "".join(_block_html(block) for block in section.blocks)
        st.html(f'<section class="nk-memo">{title}{edited}{body}</section>')
        if section.id in EDITABLE:
            show_editor(memo.result.evaluation, memo.section(section.id))


def show_readability(memo: Draft) -> None:
    """How heavy the text before the appendix is to read: hints for whoever rewrites it."""
    texts = [
        block.text
        for section in memo.sections
        for block in section.blocks
        if section.id != "bilaga" and isinstance(block, Paragraph)
    ]
    value = lix(texts)
    with st.expander(f"Läsbarhet: LIX {value}, {lix_words(value)} text"):
        html.paragraphs(
            "LIX är ett mått på hur långa meningarna och orden är. Måttet är grovt, så läs det som "
            "ett tips. Under 50 är lagom för en skrivelse."
        )
        rows = [(html.Cell(text, wide=True), str(words)) for words, text in longest(texts)]
        html.table("De längsta meningarna", ("Mening", "Ord"), rows)
        chains = [(text,) for text in passive_chains(texts)[:3]]
        if chains:
            html.table("Meningar med flera passiva verb", ("Mening",), chains)


def _block_html(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<h{block.level + 1} class="nk-h4">{escape(block.text)}</h{block.level + 1}>'
    if isinstance(block, (Numbered, Bullets)):
        tag = "ol" if isinstance(block, Numbered) else "ul"
        return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</{tag}>"
    if isinstance(block, Table):
        return markup.table(block.title, block.header, block.rows)
    if isinstance(block, Picture):
        drawn = base64.b64encode(block.svg.encode()).decode()
        return f'<img alt="{escape(block.alt)}" src="data:image/svg+xml;base64,{drawn}">'
    if isinstance(block, Signatures):
        return f'<p class="nk-text">{"<br>".join(map(escape, block.names))}</p>'
    return _paragraph_html(block)


def _paragraph_html(block: Paragraph) -> str:
    kind = {"remark": "nk-remark", "meta": "nk-quiet", "label": "nk-label"}.get(block.kind)
    lead = f"<strong>{escape(block.lead)}</strong> " if block.lead else ""
    text = "<br>".join(escape(row) for row in block.text.splitlines())
    return f'<p class="{kind or "nk-text"}">{lead}{text}</p>'
