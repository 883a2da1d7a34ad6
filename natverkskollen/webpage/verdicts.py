"""The verdict on each network in words, with the decision a person has entered beside it."""

from __future__ import annotations

from html import escape

from natverkskollen.decision_sentences import decision_sentences
from natverkskollen.result import NetworkResult, Result
from natverkskollen.robustness.robustness import Robustness
from natverkskollen.swedish import kr
from natverkskollen.webpage.markup import Cell, table
from natverkskollen.wording import (
    VERDICTS,
    bounds_words,
    coverage_words,
    missing_words,
    value_words,
    verdict_sentence,
)


def verdict_cards(found: Robustness) -> str:
    """For each network: what the scores say, how surely, what is missing, and the decision."""
    sure = {each.network: each.sentence for each in found.networks}
    parts = [_verdict_html(found.result, n, sure[n.network.id]) for n in found.result.networks]
    return "".join(parts)


def _verdict_html(result: Result, found: NetworkResult, sure: str) -> str:
    rows = [verdict_sentence(result.criteria, found), sure, missing_words(found)]
    body = "".join(f"<p>{escape(row)}</p>" for row in rows if row)
    if found.decision:
        sentences = decision_sentences(result.evaluation, found.decision, found.network)
        body += f"<p><strong>Förslag till beslut:</strong> {escape(' '.join(sentences))}</p>"
    title = f"{found.network.name}: {VERDICTS[found.verdict].lower()}"
    return f'<section class="nk-verdict"><h3>{escape(title)}</h3>{body}</section>'


def summary_table(result: Result) -> str:
    """The networks side by side: verdict, value, span, coverage and yearly cost."""
    rows = [
        (
            found.network.short,
            VERDICTS[found.verdict],
            Cell(value_words(found.total), number=True),
            Cell(bounds_words(found.low, found.high), number=True),
            coverage_words(found.coverage),
            Cell("okänt" if found.cost.total is None else kr(found.cost.total), number=True),
        )
        for found in result.networks
    ]
    header = ("Nätverk", "Bedömning", "Värde av 100", "Lägst–högst", "Underlag", "Kostnad per år")
    return table("Nätverken i sammandrag", header, rows)
