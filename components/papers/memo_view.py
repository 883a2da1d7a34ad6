"""The memo on screen: what is left to do, its text with its length, and how it reads."""

from __future__ import annotations

import base64
from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from components.papers.section_editor import show_editor
from components.shell import clock, data, html, run, state
from components.shell.opening import opening
from components.shell.picker import pick
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.files.cache import Cache
from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from natverkskollen.output.papers.measure import measure, running_texts
from natverkskollen.output.papers.paper_set import TITLES
from natverkskollen.output.papers.render import Draft, draft
from natverkskollen.output.papers.section_text import EDITABLE
from natverkskollen.output.papers.template import (
    MemoTemplate,
    read_template,
    template_ids,
)
from natverkskollen.output.papers.to_do import Place
from natverkskollen.output.webpage import html_lists, html_table, markup
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.readability import (
    in_first_person,
    lix,
    lix_words,
    longest,
    passive_chains,
    word_count,
)
from natverkskollen.swedish.words import listed


def pick_template() -> str:
    """The template the memo is written in; DataError where the chosen one cannot be used."""
    folder = run.folder()
    chosen = pick("Mall", state.TEMPLATE, template_ids(folder))
    return _template(folder, chosen).id


def _template(folder: Path, id_: str) -> MemoTemplate:
    return run.once(("mallen", id_), lambda: read_template(folder, id_))


def written(found: Robustness, template: str) -> Draft:
    """The memo of the chosen evaluation, written once for as long as nothing of it changes."""
    return run.once(("skrivelsen", template), lambda: _written(found, template))


def _written(found: Robustness, template: str) -> Draft:
    result, folder = data.result(), run.folder()
    asked = _template(folder, template)

    def renew(kept: Draft | None) -> Draft:
        same = kept and kept.result is result and kept.writing.robustness is found
        if kept and same and kept.template == asked:
            return kept
        return draft(result, folder, template, found)

    place = (folder, result.evaluation.id, template)
    return replace(_DRAFTS.renewed(place, renew), written=clock.now())


# Shared by all sessions: what is kept is a pure function of the evaluation and the template.
_DRAFTS: Cache[Draft] = Cache(32)


_PAGES: dict[Place, tuple[str, str]] = {
    "bedomning": ("scoring.py", "Bedömning"),
    "natverken": ("networks.py", "Nätverken"),
    "oversikt": ("overview.py", "Översikt"),
}


def pick_paper(written: Draft) -> Paper:
    """The paper to read on the page."""
    names = {"tjansteskrivelse": "Tjänsteskrivelse", **TITLES}
    shown: dict[str, str] = {p.id: names[p.id].partition(". ")[0] for p in written.papers}
    chosen = pick("Handling", state.PAPER, shown)
    return next(paper for paper in written.papers if paper.id == chosen)


def show_paper(paper: Paper) -> None:
    """A paper beside the memo, as the files have it."""
    for remark in paper.remarks:
        html.remark(remark)
    for section in paper.sections:
        title = f'<h3 class="nk-h3">{escape(section.heading)}</h3>'
        body = "".join(_block_html(block) for block in section.blocks)
        st.html(f'<section class="nk-memo">{title}{body}</section>')


def show_tasks(written: Draft) -> None:
    """What is left to do before the decision, with the way to where each thing is done."""
    tasks = written.tasks
    st.header("Att göra före beslutet", anchor=False)
    if not tasks:
        html.paragraphs("Allt är ifyllt.")
        return
    here = [task.what for task in tasks if task.place not in _PAGES]
    if here:
        html.show(markup.heading("På den här sidan", 3), html_lists.bullets(here))
    for place, (page, name) in _PAGES.items():
        rest = [task.what for task in tasks if task.place == place]
        if rest:
            html.show(markup.heading(f"På sidan {name}", 3), html_lists.bullets(rest))
            st.page_link(page, label=f"Gå till {name}")


def show_sections(memo: Draft) -> None:
    """The memo's text, section by section, as the files have it, with a field to rewrite it in."""
    networks = len(memo.result.networks)
    for section in memo.sections:
        title = f'<h3 class="nk-h3">{escape(section.heading)}</h3>' if section.heading else ""
        edited = '<p class="nk-quiet">Avsnittet är skrivet för hand.</p>' if section.edited else ""
        body = "".join(_block_html(block) for block in section.blocks)
        found = measure(running_texts(section.blocks), section.id, networks)
        told = found.budget and found.too_much  # the contents list has the size of every section
        size = markup.paragraphs(found.sentence, "nk-quiet") if told else ""
        moved = [] if section.edited else [m for m in memo.moved if m.section == section.id]
        names = listed([f"”{each.title}”" for each in moved])
        rest = markup.paragraphs(f"Resten av {names} står i bilaga 1.", "nk-quiet") if moved else ""
        at = escape(_place(section.id))
        st.html(f'<section class="nk-memo" id="{at}">{title}{edited}{body}{size}{rest}</section>')
        if section.id in EDITABLE:
            show_editor(memo.result.evaluation, memo.section(section.id))


def _place(section: str) -> str:
    """The id of a section on the page, for the list of contents to lead to."""
    return f"avsnitt-{section}"


def show_contents(memo: Draft) -> None:
    """Every section as a link to where it stands, with its words and LIX."""
    rows = []
    for section in memo.sections:
        if not section.heading:
            continue
        found = measure(running_texts(section.blocks), section.id, len(memo.result.networks))
        size = f"{number(found.words)} ord, LIX {found.lix}" if found.words else "en tabell"
        over = f" – stryk {number(found.over)} ord" if found.over else ""
        link = f'<a href="#{escape(_place(section.id))}">{escape(section.heading)}</a>'
        rows.append(f'<li>{link} <span class="nk-small">{escape(size + over)}</span></li>')
    st.html(f'<nav class="nk-contents" aria-label="Innehåll"><ol>{"".join(rows)}</ol></nav>')


def show_readability(memo: Draft) -> None:
    """How long and how heavy the memo is to read: hints for whoever rewrites it."""
    texts = [text for section in memo.sections for text in running_texts(section.blocks)]
    value, words = lix(texts), word_count(texts)
    label = f"Längd och läsbarhet: {number(words)} ord, LIX {value}, {lix_words(value)} text"
    with opening(label, state.case_key(memo.result.evaluation.id, "lasbarhet")) as part:
        if not part.open:
            return
        html.paragraphs(
            "LIX är ett mått på hur långa meningarna och orden är. Måttet är grovt, så läs det som "
            "ett tips. Under 50 är lagom för en skrivelse."
        )
        rows = [(html.Cell(text, wide=True), str(words)) for words, text in longest(texts)]
        html.table("De längsta meningarna", ("Mening", "Ord"), rows)
        chains = [(text,) for text in passive_chains(texts)[:3]]
        if chains:
            html.table("Meningar med flera passiva verb", ("Mening",), chains)
        if own := [(text,) for text in in_first_person(texts)]:
            html.table("Meningar att skriva i tredje person", ("Mening",), own)


def _block_html(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<h{block.level + 1} class="nk-h4">{escape(block.text)}</h{block.level + 1}>'
    if isinstance(block, (Numbered, Bullets)):
        tag = "ol" if isinstance(block, Numbered) else "ul"
        return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</{tag}>"
    if isinstance(block, Table):
        return html_table.table(block.title, block.header, block.rows)
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
