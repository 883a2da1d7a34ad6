"""Förvaltningens synpunkter: the weightiest reasons in prose, what follows, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.grounds import cited, known_then, on_grounds
from natverkskollen.analysis.reasons import Reason
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.robustness.plain_words import all_in_words, grouped_in_words
from natverkskollen.analysis.wording import departs, quoted_verdict
from natverkskollen.model.outcome import OUTCOME_WORDS
from natverkskollen.output.papers.alternatives import alternatives
from natverkskollen.output.papers.blocks import Block, Heading, Paragraph
from natverkskollen.output.papers.budgets import BUDGETS, FOUR, Fitted, Wish, fitted
from natverkskollen.output.papers.case_description import description_texts
from natverkskollen.output.papers.gaps import gap
from natverkskollen.output.papers.opinion_reasons import owner, room
from natverkskollen.output.papers.section_text import section_text, text_blocks
from natverkskollen.output.papers.summary import motive_texts
from natverkskollen.output.papers.writing import Writing, once
from natverkskollen.swedish.readability import word_count
from natverkskollen.swedish.sentences import split_sentences
from natverkskollen.swedish.words import lower_first

CONCLUSION = "Förvaltningens slutsats"


def views(writing: Writing) -> tuple[Block, ...]:
    """Network by network why; then what is common, the conclusion, alternatives and certainty."""
    texts = {each.title: each.text for each in opinion_texts(writing)}
    reasons = writing.reasons
    blocks: list[Block] = []
    several = len(writing.result.networks) > 1
    for found in writing.result.networks:
        said = [texts[_title(r)] for r in reasons if owner(r) == found.network.id]
        said += _departure(writing, found)
        if not any(said):
            said = [gap(writing, f"skälen för bedömningen av {found.network.short}")]
        text = " ".join(filter(None, said))
        if text:
            blocks += [Heading(3, found.network.short)] if several else []
            blocks.append(Paragraph(text))
    together = [texts[_title(r)] for r in reasons if not owner(r)] + [texts.get(CONCLUSION, "")]
    rest = [" ".join(filter(None, together)), " ".join(_contradictions(writing))]
    closing: list[Block] = [Paragraph(text) for text in rest if text]
    closing += _alternatives(writing)
    sure = " ".join(_certainty(writing))
    closing += [Paragraph(sure)] if sure else []
    if several and closing:
        blocks.append(Heading(3, "Sammantaget"))
    return (*blocks, *closing)


@once
def opinion_texts(writing: Writing) -> tuple[Fitted, ...]:
    """The reasons and the conclusion, as the section has room for them."""
    _, words = room(writing.result)
    wishes = [Wish("synpunkter", _title(r), r.text, words) for r in writing.reasons]
    wishes.append(Wish("synpunkter", CONCLUSION, writing.evaluation.case.conclusion or "", 0))
    ours = [section_text(_alternatives(writing)), *_certainty(writing)]
    ours += [text for found in writing.result.networks for text in _departure(writing, found)]
    _, most = BUDGETS["synpunkter"].words(len(writing.result.networks))
    before = [each.kept for each in (*motive_texts(writing), *description_texts(writing))]
    said = [s for text in before for s in split_sentences(" ".join(text.split()))]
    return fitted([wish for wish in wishes if wish.whole], most - word_count(ours), said)


def _title(reason: Reason) -> str:
    """What a reason is known by here; it is never printed."""
    return "/".join((reason.criterion.id, *(network.id for network in reason.networks)))


def _departure(writing: Writing, found: NetworkResult) -> tuple[str, ...]:
    """That the proposal is another than the result, and why."""
    decision = found.decision
    if decision is None or not departs(found.verdict, decision.outcome):
        return ()
    said = (
        f"Den samlade bedömningen talar för {quoted_verdict(found.verdict, found.member)}, men "
        f"förslaget är ”{lower_first(OUTCOME_WORDS[decision.outcome])}”."
    )
    return said, decision.differs_because or gap(writing, "varför förslaget avviker")


def _contradictions(writing: Writing) -> Iterator[str]:
    """What contradicts a ground of a proposal and was known that day, or the answer to it."""
    for finding in on_grounds(writing.result, writing.findings):
        if not cited(writing.result, finding):
            continue
        if finding.answer:
            yield finding.answer.answer
        elif known_then(finding, writing.evaluation.case.date):
            yield finding.what


def _alternatives(writing: Writing) -> tuple[Block, ...]:
    """The alternatives where they have no section of their own, as a person may have put them."""
    if "alternativ" in writing.template.kept:
        return ()
    edit = writing.evaluation.memo_texts.get("alternativ")
    return text_blocks(edit.text) if edit else alternatives(writing)


def _certainty(writing: Writing) -> tuple[str, ...]:
    """How sure each result is; the appendix is named once."""
    sure = writing.robustness
    if sure is None:
        return ()
    if len(sure.networks) > FOUR:
        grouped = grouped_in_words(writing.result, sure.networks)
        return ("Så säkra är bedömningarna (bilaga 2).", *grouped)
    *said, last = all_in_words(writing.result, sure.networks)
    return (*said, f"{last.removesuffix('.')} (bilaga 2).")
