"""The verdict on each network in words, how surely, and what is proposed."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.wording import by_limits, missing_words, verdict_name, verdict_sentence
from natverkskollen.decisions.sentences import decision_sentences
from natverkskollen.swedish.words import lower_first

FEW = 4  # networks that are told of one by one


def verdict_cards(
    found: Robustness, networks: Collection[str] | None = None, in_short: bool = True
) -> str:
    """What the scores say of each network, how surely, what is missing, and the decision.

    `networks` are those that are told of, where they are not all.

    On a narrow screen a line for each comes first, where nothing above says it (`in_short`). Of
    more than a few networks, whose verdicts stand in the figure or table beside, they are read at a
    click.
    """
    sure = {each.network: each.sentence for each in found.networks}
    every = found.result.networks
    told = [each for each in every if networks is None or each.network.id in networks]
    parts = [_verdict_html(found.result, each, sure[each.network.id]) for each in told]
    short = _in_short(found) if in_short else ""
    cards = f'<div class="nk-verdicts">{"".join(parts)}</div>'
    if len(every) > FEW:
        cards = f"<details><summary>Läs om varje nätverk</summary>{cards}</details>"
    return f"{short}{cards}"


def _in_short(found: Robustness) -> str:
    """Every answer in a line, where the screen is too narrow to show the verdicts abreast."""
    rows = [
        f"<li><strong>{escape(each.name)}: "
        f"{lower_first(verdict_name(each.verdict, each.member))}</strong>"
        f"{_how_sure(each)}{_of_100(found.result, each.network)}.</li>"
        for each in found.networks
    ]
    return f'<ul class="nk-in-short">{"".join(rows)}</ul>'


def _how_sure(found: NetworkRobustness) -> str:
    """How sure a result is, where there is one to be sure of."""
    return "" if found.certainty.level is None else f", {found.certainty.words}"


def _of_100(result: Result, network: str) -> str:
    told = result.network(network).told
    return "" if told is None else f". {by_limits(result.criteria, told)} av 100"


def _verdict_html(result: Result, found: NetworkResult, sure: str) -> str:
    rows = [verdict_sentence(result.criteria, found), sure, missing_words(found)]
    body = "".join(f"<p>{escape(row)}</p>" for row in rows if row)
    if found.decision:
        sentences = decision_sentences(
            result.evaluation, found.decision, lambda id_: result.network(id_).network
        )
        body += f"<p><strong>Förslag till beslut:</strong> {escape(' '.join(sentences))}</p>"
    title = f"{found.network.name}: {lower_first(verdict_name(found.verdict, found.member))}"
    return f'<section class="nk-verdict"><h3>{escape(title)}</h3>{body}</section>'
