"""The committee's summary: the question, the answers with reasons, what to know, the decisions."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from natverkskollen.analysis.findings import Finding
from natverkskollen.analysis.findings.before_deciding import before_deciding
from natverkskollen.analysis.reasons import Reason, weightiest
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import STATUS
from natverkskollen.decisions.question import question
from natverkskollen.decisions.sentences import decision_blocks
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.webpage.committee_answer import answer_part
from natverkskollen.output.webpage.html_lists import bullets, numbered
from natverkskollen.output.webpage.markup import heading, paragraphs
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.sentences import split_sentences
from natverkskollen.swedish.words import listed

_FEW = 3  # networks that have room for two reasons each


def summary(found: Robustness, findings: Sequence[Finding], template: MemoTemplate) -> str:
    """What is read aloud in two minutes, as HTML; what one memo template decides is as there."""
    result = found.result
    parts = [_head(result), heading(_question(result), 1)]
    reasons = weightiest(result, most=2 if len(result.networks) <= _FEW else 1, per_theme=1)
    parts += [answer_part(found, each, reasons, template) for each in result.networks]
    parts += [_shared(each) for each in reasons if len(each.networks) > 1]
    known = before_deciding(result, findings)
    if known:
        parts.append(_part("Att veta innan ni beslutar", numbered(known)))
    parts.append(_decisions(result, template))
    return "".join(parts)


def _question(result: Result) -> str:
    return question(result.evaluation, [found.network for found in result.networks])


def _part(title: str, *contents: str) -> str:
    return f'<section class="nk-part">{heading(title)}{"".join(contents)}</section>'


def _head(result: Result) -> str:
    evaluation, case = result.evaluation, result.evaluation.case
    matter = f"ärende {case.diarienummer}" if case.diarienummer else ""
    said = " · ".join(filter(None, (case.body, matter, long_date(case.date))))
    status = escape(STATUS[evaluation.status])
    first = split_sentences(" ".join((evaluation.remark or "").split()))[:1]
    return (
        f'<p class="nk-quiet">{escape(said)} · <strong>{status}</strong></p>'
        f"{paragraphs(' '.join(first), 'nk-quiet')}"
    )


def _shared(reason: Reason) -> str:
    names = listed([network.short for network in reason.networks])
    return paragraphs(f"Om {names}: {reason.opening}")


def _decisions(result: Result, template: MemoTemplate) -> str:
    """The decisions in the words and with the numbers that the memo has."""
    blocks = decision_blocks(
        result.evaluation, lambda id_: result.network(id_).network, template.decision_form
    )
    if not blocks:
        return ""
    row = numbered if template.numbered_points else bullets
    several = len(blocks) > 1
    return _part(
        "Förslag till beslut",
        *(
            paragraphs(block.lead or (block.label if several else "")) + row(block.points)
            for block in blocks
        ),
    )
