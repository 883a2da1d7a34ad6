"""The networks side by side: certainty, criteria, themes, benefit and cost, each with its table."""

from __future__ import annotations

from collections.abc import Callable

from natverkskollen.analysis.cost_bases import bases_sentence
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.zero_alternative import zero_sentence
from natverkskollen.output.drawings.benefit_cost import benefit_cost, missing_words
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.theme_bars import theme_bars
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.webpage.markup import heading, paragraphs
from natverkskollen.output.webpage.tables import (
    benefit_table,
    contribution_table,
    cost_table,
    matrix,
    tried_table,
    verdict_share_table,
)
from natverkskollen.output.webpage.verdicts import verdict_cards

_MATRIX = (
    "Varje kriterium är värt 0 till 100 efter nivåtexterna på sidan Kriterier. Ett intervall visar "
    "hur långt värdet kan flytta sig när svaret är osäkert eller saknas."
)
_BENEFIT = (
    "Nyttan är räknad utan kostnadstemat, så att kostnaden inte räknas två gånger. Strecken visar "
    "lägsta och högsta tänkbara nytta."
)


def tried_answer(saved: Robustness, found: Robustness) -> str:
    """What the scores say, and beside it what tried weights would change, where any are tried."""
    return verdict_cards(found) + ("" if found is saved else tried_table(saved, found))


def _against_nothing(result: Result) -> tuple[str, ...]:
    said = zero_sentence(result)
    return (heading("Jämfört med inget medlemskap"), paragraphs(said)) if said else ()


def comparison(found: Robustness, figure: Callable[[Drawing], str]) -> str:
    """Four drawings and the matrix, each drawing with the same numbers in a table after it."""
    result = found.result
    missing = missing_words(result)
    return "".join(
        (
            heading("Hur säkert det är"),
            figure(verdict_bars(found)),
            verdict_share_table(found),
            heading("Kriterium för kriterium"),
            paragraphs(_MATRIX),
            matrix(result),
            heading("Vad varje tema bidrar med"),
            figure(theme_bars(result)),
            contribution_table(result),
            heading("Nytta mot kostnad"),
            paragraphs(_BENEFIT),
            figure(benefit_cost(result)),
            paragraphs(missing, "nk-quiet") if missing else "",
            benefit_table(result),
            heading("Vad medlemskapen kostar"),
            figure(cost_bars(result)),
            cost_table(result),
            paragraphs(bases_sentence(result), "nk-quiet"),
            *_against_nothing(result),
        )
    )
