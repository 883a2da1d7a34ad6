"""The tables beside the figures of how sure the picture is, and the sentences."""

from __future__ import annotations

from components.shell import html
from natverkskollen.analysis.result import NetworkResult, Result, VerdictWord
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.robustness.weight_line import WeightLine
from natverkskollen.analysis.wording import verdict_name
from natverkskollen.swedish.numbers import number, percent


def show_line_table(result: Result, line: WeightLine) -> None:
    """Each network's value at five weights of one theme."""
    places = range(0, len(line.shares), max(1, (len(line.shares) - 1) // 4))
    rows: list[html.Row] = [
        (
            found.network.short,
            *(_value(line.totals[found.network.id][place]) for place in places),
        )
        for found in result.networks
        if found.told is not None
    ]
    header = ("Nätverk", *(f"Vikt {percent(line.shares[place])}" for place in places))
    html.table("Värdet när temats vikt ändras", header, rows)


def show_profiles(found: Robustness) -> None:
    """Which verdict each network gets under each named profile."""
    networks = found.result.networks
    rows = [
        (
            html.Cell(row.profile.title, small=row.profile.description or ""),
            *(
                _profile_cell(n, row.totals[n.network.id], row.verdicts[n.network.id])
                for n in networks
            ),
        )
        for row in found.profiles
    ]
    header = ("Viktprofil", *(n.network.short for n in networks))
    if rows:
        html.table("Resultatet under varje viktprofil", header, rows)


def _profile_cell(
    found: NetworkResult, total: float | None, verdict: VerdictWord | None
) -> html.Cell:
    if verdict is None:
        return html.Cell(verdict_name(None, found.member))
    words = "–" if total is None else f"värde {number(total, 0)}"
    return html.Cell(verdict_name(verdict, found.member), small=words, tint=total)


def show_drivers(found: NetworkRobustness, names: dict[str, str]) -> None:
    """The assumptions of the tornado with the value and verdict at either end."""
    rows = [
        (
            names[each.id],
            "vikten halveras eller fördubblas"
            if each.kind == "theme"
            else "svaret i sitt intervall",
            html.Cell(
                number(each.low, 0), small=verdict_name(each.verdict_low, found.member), number=True
            ),
            html.Cell(
                number(each.high, 0),
                small=verdict_name(each.verdict_high, found.member),
                number=True,
            ),
        )
        for each in found.drivers[:8]
    ]
    header = ("Antagande", "Ändras så", "Lägst eller halverad", "Högst eller dubblad")
    html.table(f"Vad som flyttar värdet för {found.name} mest", header, rows)


def _value(total: float | None) -> html.Cell:
    return html.Cell("–" if total is None else number(total, 0), number=True)
