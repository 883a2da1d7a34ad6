"""What the memberships cost: line by line, over the years, and how the fees have changed."""

from __future__ import annotations

from components.shell import html
from natverkskollen.analysis.cost import (
    cost_over_years,
    cost_words,
    fee_history,
    line_words,
    per_head,
    whole_cost,
)
from natverkskollen.analysis.fee import fee_words
from natverkskollen.analysis.population import DISTURBANCE, disturbed
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.output.webpage.cost_tables import money
from natverkskollen.swedish.money import in_currency
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import counted


def show_cost_table(found: NetworkResult) -> None:
    """What one membership costs in a year, line by line, what it rests on and who says so."""
    cost = found.cost
    rows: list[html.Row] = [
        (line.label, html.Cell(line_words(line), number=True), html.Cell(line.basis, line.who))
        for line in cost.lines
    ]
    per_inhabitant = f"{money(cost.per_inhabitant, cost.least)} per invånare"
    whole = html.Cell(cost_words(cost), number=True, heading=True)
    rows.append((html.Cell("Summa", heading=True), whole, per_inhabitant))
    rows += [
        (
            html.Cell(line.label, small="räknas inte in"),
            html.Cell(money(line.amount), number=True),
            html.Cell(line.basis, line.who),
        )
        for line in cost.beside
    ]
    html.table(f"Kostnad per år för {found.network.short}", ("Post", "Belopp", "Grund"), rows)


def show_years(evaluation: Evaluation, found: NetworkResult) -> None:
    """The cost year by year and together, with the rules and population known today."""
    years = cost_over_years(evaluation, found.membership, found.network)
    inhabitants, more = evaluation.municipality.inhabitants, found.cost.least
    rows: list[html.Row] = [
        (
            str(each.year),
            html.Cell(money(each.total, more), number=True),
            html.Cell(money(per_head(each.total, inhabitants), more), number=True),
        )
        for each in years
    ]
    whole = whole_cost(years)
    rows.append(
        (
            html.Cell("Tillsammans", heading=True),
            html.Cell(money(whole, more), number=True, heading=True),
            html.Cell(money(per_head(whole, inhabitants), more), number=True, heading=True),
        )
    )
    span = counted(len(years), "ett år", "år")
    caption = f"{found.network.short} under {span}, med dagens regler och folkmängd"
    html.table(caption, ("År", "Kostnad", "Per invånare"), rows)
    if disturbed(evaluation.municipality):
        html.paragraphs(DISTURBANCE, "nk-quiet")


def show_history(evaluation: Evaluation, found: NetworkResult) -> None:
    """What the fee of each year would be for the municipality of today."""
    history = fee_history(evaluation, found.membership, found.network)
    if len(history) < 2:
        return
    rows: list[html.Row] = [
        (
            str(each.fee.year),
            html.Cell(
                "okänt"
                if each.net is None
                else in_currency(number(each.net, 2), each.fee.currency),
                number=True,
            ),
            fee_words(each),
        )
        for each in history
    ]
    who = evaluation.municipality.definite
    caption = f"Avgiften till {found.network.short} för {who} av i dag, år för år"
    html.table(caption, ("Regler från", "Avgift", "Så räknad"), rows)
