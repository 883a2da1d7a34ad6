"""The parts of a result as HTML: where each network stands, criterion by criterion, the costs."""

from __future__ import annotations

from collections.abc import Callable, Collection

from natverkskollen.analysis.cost_bases import bases_sentence
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import lacking_sentence
from natverkskollen.analysis.zero_alternative import zero_sentence
from natverkskollen.output.drawings.benefit_cost import benefit_cost, missing_words
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.scale import by_value
from natverkskollen.output.drawings.theme_bars import theme_bars
from natverkskollen.output.drawings.zones import zones
from natverkskollen.output.webpage.certainty_tables import tried_table
from natverkskollen.output.webpage.contribution_table import contribution_table
from natverkskollen.output.webpage.cost_tables import benefit_table, cost_table
from natverkskollen.output.webpage.html_lists import first_of
from natverkskollen.output.webpage.markup import heading, paragraphs
from natverkskollen.output.webpage.matrix import matrix
from natverkskollen.output.webpage.verdicts import FEW, verdict_cards

_NEAREST = 2  # of more than a few networks the nearest alone is shown
Figure = Callable[[Drawing], str]

_MATRIX = (
    "Varje kriterium är värt 0 till 100 efter nivåtexterna på sidan Kriterier. Ett intervall visar "
    "hur långt värdet kan flytta sig när svaret är osäkert eller saknas. Klicka på ett svar för "
    "att läsa motiveringen."
)
_BENEFIT = (
    "Nyttan är räknad utan kostnadstemat, så att kostnaden inte räknas två gånger. Strecken visar "
    "lägsta och högsta tänkbara nytta."
)


def where_each_stands(found: Robustness, figure: Figure) -> str:
    """Every network's value over the zones of the results."""
    return figure(zones(found))


def verdicts(saved: Robustness, found: Robustness, networks: Collection[str]) -> str:
    """What the scores say of these networks, and what tried weights change where any are."""
    tried = "" if found is saved else tried_table(saved, found)
    return verdict_cards(found, networks, in_short=False) + tried


def what_changes(found: Robustness, networks: Collection[str]) -> str:
    """What would make these networks' results others: the nearest first, the rest at a click.

    Where there is no result, why not.
    """
    parts, shown = [], _NEAREST if len(found.networks) <= FEW else 1
    for each in by_value(found.result):
        if each.network.id not in networks:
            continue
        sure = found.network(each.network.id)
        said = [*sure.flip_sentences, *sure.step_sentences]
        said = said or [lacking_sentence(found.result.criteria, each)]
        body = heading(sure.name, 3) + first_of(said, shown)
        parts.append(f'<section class="nk-verdict">{body}</section>')
    return f'<div class="nk-verdicts">{"".join(parts)}</div>'


def by_criterion(result: Result, networks: Collection[str], figure: Figure) -> str:
    """Every answer about these networks with its reason, and what each theme adds to the value."""
    return "".join(
        (
            heading("Kriterium för kriterium"),
            paragraphs(_MATRIX),
            matrix(result, networks),
            heading("Vad varje tema bidrar med"),
            figure(theme_bars(result)),
            contribution_table(result, networks),
        )
    )


def costs(result: Result, figure: Figure) -> str:
    """What a year costs, what it gives, and the same against no membership."""
    missing, zero = missing_words(result), zero_sentence(result)
    return "".join(
        (
            heading("Vad medlemskapen kostar"),
            figure(cost_bars(result)),
            cost_table(result),
            paragraphs(bases_sentence(result), "nk-quiet"),
            heading("Nytta mot kostnad"),
            paragraphs(_BENEFIT),
            figure(benefit_cost(result)),
            paragraphs(missing, "nk-quiet") if missing else "",
            benefit_table(result),
            *((heading("Jämfört med inget medlemskap"), paragraphs(zero)) if zero else ()),
        )
    )
