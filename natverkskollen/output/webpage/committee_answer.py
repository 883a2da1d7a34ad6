"""The committee's answer about one network: what, why, its cost and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from natverkskollen.analysis.reasons import Reason
from natverkskollen.analysis.result import NetworkResult, Result, VerdictWord
from natverkskollen.analysis.robustness.plain_words import ONE_WORD, what_changes
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import NOT_HANDED_IN, difference_sentence, quoted_verdict
from natverkskollen.analysis.year_cost import year_cost
from natverkskollen.decisions.naming import Naming, full_name
from natverkskollen.decisions.settling import answer
from natverkskollen.model.outcome import KINDS
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.webpage.html_lists import bullets
from natverkskollen.output.webpage.markup import heading, paragraphs
from natverkskollen.swedish.words import capital


def answer_part(
    sure: Robustness, found: NetworkResult, reasons: Sequence[Reason], template: MemoTemplate
) -> str:
    """What is answered about a network as HTML, with the reasons that are about it alone."""
    own = [each.opening for each in reasons if each.networks == (found.network,)]
    parts = [
        heading(f"{full_name(found.network)}: {_said(sure.result, found, template)}"),
        bullets(own),
        paragraphs(difference_sentence(found)),
        paragraphs(" · ".join((capital(year_cost(found)), *_certainty(sure, found))), "nk-quiet"),
    ]
    return f'<section class="nk-answer nk-{_side(found)}">{"".join(parts)}</section>'


def _side(found: NetworkResult) -> VerdictWord:
    """Which way the answer goes, for the line over it; its words say it too."""
    follows = KINDS[found.decision.outcome].follows if found.decision else ()
    return follows[0] if follows else found.verdict or "come-back"


def _said(result: Result, found: NetworkResult, template: MemoTemplate) -> str:
    """The proposal as an answer, or why there is none."""
    if found.decision is not None:
        return answer(
            Naming(
                result.evaluation,
                found.decision,
                lambda id_: result.network(id_).network,
                template.days,
            )
        )
    if found.enough.lacking == "waiting":
        return NOT_HANDED_IN
    if found.verdict is None:
        return "underlaget räcker inte för ett svar"
    return f"inget förslag än, resultatet är {quoted_verdict(found.verdict, found.member)}"


def _certainty(sure: Robustness, found: NetworkResult) -> list[str]:
    """How sure the result is in one word, and what would change it.

    Without a result it is said only beside a proposal: elsewhere it is the answer itself.
    """
    how = sure.network(found.network.id)
    waiting = found.enough.lacking == "waiting"
    word = capital(NOT_HANDED_IN) if waiting else ONE_WORD[how.certainty.level]
    if how.certainty.level is None:
        return [word] if found.decision else []
    change = what_changes(sure.result.criteria, found, how)
    known = how.certainty.level == "clear" or not change
    return [f"{word} bedömning" if known else f"{word} bedömning: {change}"]
