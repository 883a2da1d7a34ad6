"""The tables of a result: the matrix, themes, costs, and how sure it is."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.cost import MembershipCost, cost_words, line_words
from natverkskollen.analysis.result import CriterionResult, NetworkResult, Result, ThemeResult
from natverkskollen.analysis.robustness.natural_frequencies import hundred_words
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import (
    VERDICT_ORDER,
    bounds_words,
    by_limits,
    cell_words,
    level_words,
    of_100,
    value_words,
    verdict_heading,
    verdict_name,
)
from natverkskollen.analysis.zero_alternative import NAME, zero_alternative
from natverkskollen.output.webpage.html_cell import Cell, Row
from natverkskollen.output.webpage.html_table import table
from natverkskollen.output.webpage.markup import explained
from natverkskollen.swedish.money import kr
from natverkskollen.swedish.numbers import percent


def matrix(result: Result, networks: Collection[str]) -> str:
    """These networks on each criterion in words and value, with the theme's value above them."""
    columns = [found for found in result.networks if found.network.id in networks]
    first = columns[0]
    rows: list[list[Cell | str]] = []
    for position, theme in enumerate(first.themes):
        weight = f"vikt {percent(result.weights[theme.theme.id])}"
        heads = [Cell(theme.theme.title, small=weight, heading=True)]
        rows.append([*heads, *(_theme_cell(found.themes[position]) for found in columns)])
        for place, cell in enumerate(theme.criteria):
            answers = [found.themes[position].criteria[place] for found in columns]
            rows.append([cell.criterion.title, *map(_criterion_cell, answers)])
    rows.append(
        [
            Cell("Sammanvägt", heading=True),
            *(_total_cell(result, found) for found in columns),
        ]
    )
    header = ["Tema och kriterium", *(found.network.short for found in columns)]
    words = explained(
        "Värde", "Intervall", "Vikt", "Sammanvägt värde", "Ej bedömt", "Ej tillämpligt"
    )
    return table("Nätverken kriterium för kriterium (värde 0–100)", header, rows) + words


def _theme_cell(theme: ThemeResult) -> Cell:
    small = f"intervall {bounds_words(theme.low, theme.high)}"
    return Cell(f"{value_words(theme.value)}", small=small, heading=True)


def _criterion_cell(cell: CriterionResult) -> Cell:
    words = level_words(cell)
    if cell.value is None:
        return Cell(words)
    small = f"värde {value_words(cell.value)}"
    if cell.low != cell.high:
        small += f" (intervall {bounds_words(cell.low, cell.high)})"
    more = "\n\n".join(filter(None, (cell_words(cell), *_reasons(cell))))
    return Cell(words, small=small, tint=float(cell.value), more=more)


def _reasons(cell: CriterionResult) -> list[str]:
    """Why the answer is as it is; with several assessors whose reason each one is."""
    given = [ground for ground in cell.assessment.grounds if ground.answer.rationale]
    if len(given) == 1:
        return [given[0].answer.rationale or ""]
    return [f"{each.assessor.role}: {each.answer.rationale}" for each in given]


def _total_cell(result: Result, found: NetworkResult) -> Cell:
    if found.told is None:
        return Cell(verdict_name(None, found.member), heading=True)
    small = f"intervall {bounds_words(found.low, found.high)}"
    return Cell(by_limits(result.criteria, found.told), small=small, heading=True)


def contribution_table(result: Result, networks: Collection[str]) -> str:
    """What each theme adds to these networks' values; the columns sum to the total."""
    columns = [found for found in result.networks if found.network.id in networks]
    rows: list[list[Cell | str]] = []
    nothing = zero_alternative(result)
    for position, theme in enumerate(result.criteria.themes):
        cells = [_contribution(found, found.themes[position]) for found in columns]
        none = Cell(value_words(nothing.contributions[theme.id]), number=True)
        rows.append([theme.title, *cells, none])
    whole = (*(f.told for f in columns), nothing.total)
    totals = [Cell(by_limits(result.criteria, each), number=True, heading=True) for each in whole]
    rows.append([Cell("Sammanvägt", heading=True), *totals])
    header = ["Tema", *(found.network.short for found in columns), NAME]
    return table(f"Poäng av 100 från varje tema ({result.weighting_title.lower()})", header, rows)


def _contribution(found: NetworkResult, part: ThemeResult) -> Cell:
    """What a theme adds; nothing where the network has no total to add to."""
    if found.told is None:
        return Cell("–", number=True)
    small = f"{value_words(part.value)} × {percent(part.share)}"
    return Cell(value_words(part.contribution), small=small, number=True)


def benefit_table(result: Result) -> str:
    """Benefit without the cost theme beside what a year costs."""
    rows: list[Row] = [
        (
            found.network.short,
            Cell(value_words(found.benefit if found.verdict else None), number=True),
            Cell(_benefit_reach(found), number=True),
            cost_cell(found),
            Cell(money(found.cost.per_inhabitant, found.cost.least), number=True),
        )
        for found in result.networks
    ]
    header = ("Nätverk", "Nytta av 100", "Lägst–högst", "Kostnad per år", "Per invånare")
    return table("Nytta utan kostnadstemat, och kostnad", header, rows)


def _benefit_reach(found: NetworkResult) -> str:
    return bounds_words(found.benefit_low, found.benefit_high) if found.verdict else "–"


def cost_table(result: Result) -> str:
    """What a year of each membership costs, line by line."""
    labels = tuple(dict.fromkeys(line.label for n in result.networks for line in n.cost.lines))
    rows: list[Row] = [
        (
            found.network.short,
            *(Cell(_line(found.cost, label), number=True) for label in labels),
            cost_cell(found),
        )
        for found in result.networks
    ]
    return table("Kostnad per år", ("Nätverk", *labels, "Summa"), rows)


def cost_cell(found: NetworkResult) -> Cell:
    """The yearly cost, and that it is what a membership would cost where there is none."""
    small = "" if found.member else "skulle kosta"
    return Cell(cost_words(found.cost), small=small, number=True)


def _line(cost: MembershipCost, label: str) -> str:
    found = [line_words(line) for line in cost.lines if line.label == label]
    return found[0] if found else "–"


def money(amount: Decimal | Fraction | None, least: str = "") -> str:
    """An amount in a table, with what stands before it, or that it is not known."""
    return "okänt" if amount is None else f"{least}{kr(amount)}"


def verdict_share_table(found: Robustness) -> str:
    """In how many of 100 computations each network gets each verdict, and the highest value."""
    rows: list[Row] = [
        (
            each.name,
            each.certainty.words,
            *(Cell(words.get(word, "–"), number=True) for word in VERDICT_ORDER),
            *(
                _alone(share)
                for share in (each.certainty.weights_only, each.certainty.evidence_only)
            ),
            Cell(of_100(each.rank_share[0]) if each.rank_share else "–", number=True),
        )
        for each in found.networks
        for words in (hundred_words(each.verdict_share) if each.verdict_share else {},)
    ]
    members = {each.member for each in found.networks}
    names = (verdict_heading(word, members) for word in VERDICT_ORDER)
    alone = ("Bara andra vikter", "Bara andra svar")
    header = ("Nätverk", "Hur säkert", *names, *alone, "Högst värde")
    return table(
        "Så många av 100 beräkningar med andra vikter och andra möjliga svar", header, rows
    )


def _alone(share: float | None) -> Cell:
    """How often the result is the same where only one of weights and answers is varied."""
    return Cell("–" if share is None else of_100(share), number=True)


def tried_table(saved: Robustness, tried: Robustness) -> str:
    """The saved weights and the tried ones side by side, network by network."""
    rows = []
    for before, after in zip(saved.result.networks, tried.result.networks, strict=True):
        changed = before.verdict != after.verdict
        rows.append(
            (
                before.network.short,
                Cell(
                    verdict_name(before.verdict, before.member),
                    small=f"värde {by_limits(saved.result.criteria, before.told)}",
                ),
                Cell(
                    verdict_name(after.verdict, after.member),
                    small=f"värde {by_limits(tried.result.criteria, after.told)}",
                ),
                "Ja" if changed else "Nej",
            )
        )
    header = ("Nätverk", "Med sparade vikter", "Med prövade vikter", "Ändras resultatet?")
    return table("Vad de prövade vikterna ändrar", header, rows)
