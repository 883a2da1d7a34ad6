"""Every network in the data folder in one table, with what it would cost us."""

from __future__ import annotations

from components.shell import clock, html
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.analysis.population import rule_amount
from natverkskollen.dossier.library import Library
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.network import Network
from natverkskollen.swedish.dates import month_day


def show_table(library: Library, who: Municipality | None) -> None:
    """The networks by name: what each costs us, how it is left, how much is known of it."""
    year = clock.today().year
    rows: list[html.Row] = []
    for network in sorted(library.networks.values(), key=lambda each: each.name.casefold()):
        amount = rule_amount(network, who, year) if who else _rule(network)
        stated = max((fee.year for fee in network.fees), default=None)
        short = network.short if network.short != network.name else ""
        since = f"från {stated}" if stated else ""
        rows.append(
            (
                html.Cell(network.name, small=short, wide=True),
                html.Cell(amount or "okänd", small=since, wide=True),
                html.Cell(_notice(network)),
                html.Cell(str(len(network.facts)), number=True),
            )
        )
    fee = f"Avgift {year} för {who.name}" if who else "Avgift"
    html.table("Nätverken i datamappen", ("Nätverk", fee, "Uppsägning", "Uppgifter"), rows)


def _rule(network: Network) -> str:
    """The newest rule in words, where nobody has said whom it is to be counted for."""
    newest = max(network.fees, key=lambda fee: fee.year, default=None)
    return rule_words(newest) if newest else ""


def _notice(network: Network) -> str:
    day = network.terms.last_notice_day
    return f"senast den {month_day(day)}" if day else network.terms.notice
