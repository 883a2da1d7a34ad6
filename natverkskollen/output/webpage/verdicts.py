"""The verdict on each network in words, with the decision a person has entered beside it."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.robustness.plain_words import ONE_WORD
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.wording import (
    bounds_words,
    by_limits,
    coverage_words,
    departs,
    missing_words,
    quoted_verdict,
    value_words,
    verdict_name,
    verdict_sentence,
)
from natverkskollen.analysis.zero_alternative import NAME, zero_alternative
from natverkskollen.decisions.sentences import DecisionForm, decision_sentences
from natverkskollen.output.webpage.html_cell import Cell
from natverkskollen.output.webpage.html_table import table
from natverkskollen.output.webpage.markup import explained
from natverkskollen.output.webpage.tables import cost_cell
from natverkskollen.swedish.words import capital, lower_first

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


def proposal_card(found: Robustness, each: NetworkResult, form: DecisionForm) -> str:
    """What is proposed for a network beside its result, and whether the one follows the other."""
    result, sure = found.result, found.network(each.network.id)
    verdict = quoted_verdict(each.verdict, each.member)
    certainty = lower_first(ONE_WORD[sure.certainty.level])
    value = "" if each.told is None else f" ({by_limits(result.criteria, each.told)} av 100)"
    said = f"Resultatet är {verdict}{value}. Bedömningen är {certainty}."
    rows = [said if each.verdict else f"{certainty}."]
    if each.decision is None:
        rows.append("Inget förslag är inskrivet.")
    else:
        points = decision_sentences(
            result.evaluation, each.decision, lambda id_: result.network(id_).network, form
        )
        rows += [" ".join(points), _following(each)]
    body = "".join(f"<p>{escape(capital(row))}</p>" for row in rows if row)
    return f'<section class="nk-verdict"><h3>{escape(each.network.name)}</h3>{body}</section>'


def _following(each: NetworkResult) -> str:
    decision = each.decision
    if decision is None or each.verdict is None:
        return ""
    if not departs(each.verdict, decision.outcome):
        return "Förslaget följer resultatet."
    return f"Förslaget avviker från resultatet. {decision.differs_because or ''}".strip()


def summary_table(result: Result) -> str:
    """The networks side by side: verdict, value, span, coverage and yearly cost."""
    rows = [
        (
            found.network.short,
            verdict_name(found.verdict, found.member),
            Cell(by_limits(result.criteria, found.told), number=True),
            Cell(bounds_words(found.low, found.high) if found.answered else "–", number=True),
            Cell(coverage_words(found), wide=True),
            cost_cell(found),
        )
        for found in result.networks
    ]
    nothing = zero_alternative(result).total
    if nothing is not None:
        worth = Cell(value_words(nothing), number=True)
        basis = Cell("räknat ur kriterierna", wide=True)
        rows.append((NAME, "–", worth, worth, basis, Cell("0 kr", number=True)))
    header = ("Nätverk", "Resultat", "Värde av 100", "Lägst–högst", "Underlag", "Kostnad per år")
    words = explained("Resultat", "Sammanvägt värde", "Lägst–högst", "Andel bedömd")
    return table("Nätverken i sammandrag", header, rows) + words
