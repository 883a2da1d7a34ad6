"""Ekonomiska konsekvenser: the sum, the rule behind it, what is left out, and what changes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from natverkskollen.analysis.cost import HOURS
from natverkskollen.analysis.fee_rule import prose_words
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.model.outcome import KINDS, Pays
from natverkskollen.output.papers.blocks import Block, Paragraph
from natverkskollen.output.papers.cost_words import sum_sentence
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.words import listed


def economy(writing: Writing) -> tuple[Block, ...]:
    """One paragraph; every line of the sum stands in bilaga 2."""
    said = [sum_sentence(writing), *_rules(writing), *_left_out(writing), *_changes(writing)]
    return (Paragraph(" ".join(said)),)


def _rules(writing: Writing) -> Iterator[str]:
    """How each fee is counted; networks with the same rule share a sentence."""
    groups: dict[tuple[Decimal | None, str], list[NetworkResult]] = {}
    for found in writing.result.networks:
        counted = found.cost.computed
        rule = prose_words(counted) if counted and not found.membership.entered_fee else ""
        if rule:
            groups.setdefault((found.cost.fee, rule), []).append(found)
    rest = len(writing.result.networks) - sum(map(len, groups.values()))
    for (fee, rule), networks in groups.items():
        everyone = not rest and len(groups) == 1
        amount = kronor(fee) if fee is not None and len(writing.result.networks) > 1 else ""
        yield _rule(networks, amount, rule, everyone)


def _rule(networks: list[NetworkResult], amount: str, rule: str, everyone: bool) -> str:
    names = listed([found.network.short for found in networks])
    if len(networks) == 1:
        to = "" if everyone else f" till {names}"
        return f"Avgiften{to} är {_sum(amount, rule)}."
    where = "vartdera nätverket" if everyone and len(networks) == 2 else names
    where = "varje nätverk" if everyone and len(networks) > 2 else where
    if everyone:
        return f"Avgiften till {where} är {_sum(amount, rule)}."
    return f"Avgifterna till {where} är {_sum(amount, rule, ' var')}."


def _sum(amount: str, rule: str, each: str = "") -> str:
    return f"{amount}{each} ({rule})" if amount else rule


def _left_out(writing: Writing) -> Iterator[str]:
    """The time in the sum, and whose time is not in it."""
    lines = [line for f in writing.result.networks if f.member for line in f.cost.lines]
    hours = sum((n.amount for n in lines if n.label == HOURS and n.amount), Decimal(0))
    if hours:
        yield f"Arbetstid ingår med {kronor(hours)}."
    missing = [f.network.short for f in writing.result.networks if not f.cost.hours_counted]
    if missing:
        some = len(missing) < len(writing.result.networks)
        yield f"Arbetstid{' för ' + listed(missing) if some else ''} ingår inte."


def _changes(writing: Writing) -> Iterator[str]:
    """Whether the proposals change what is paid a year, and by how much."""
    decided = [f for f in writing.result.networks if f.decision]
    if decided and all(_pays(found) == "as-before" for found in decided):
        yield "Förslaget ändrar inte kostnaden."
    if ends := [found for found in decided if _pays(found) == "ends"]:
        yield _change("minskar", ends)
    if begins := [found for found in decided if _pays(found) == "begins"]:
        yield _change("ökar", begins)


def _pays(found: NetworkResult) -> Pays | None:
    return KINDS[found.decision.outcome].pays if found.decision else None


def _change(verb: str, networks: list[NetworkResult]) -> str:
    """By how much the fees change; an amount known in another currency is said in it."""
    fees = [found.cost.fee for found in networks]
    known = sum((fee for fee in fees if fee is not None), Decimal(0))
    others = [found.cost.lines[0].said for found in networks if found.cost.fee is None]
    amounts = [*([kronor(known)] if known else []), *filter(None, others)]
    if not amounts:
        names = listed([found.network.short for found in networks])
        return f"Förslaget {verb} avgifterna, men beloppet för {names} är inte känt."
    least = "" if all(others) else "minst "
    return f"Förslaget {verb} avgifterna med {least}{listed(amounts)} per år."
