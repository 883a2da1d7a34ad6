"""What the memberships cost, as sentences for a reader who wants the sum and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from natverkskollen.analysis.cost import least
from natverkskollen.analysis.fee import ore
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.decisions.naming import joinings
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.money import kronor, ore_or_kronor
from natverkskollen.swedish.numbers import half_up
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, listed


def about(amount: Decimal) -> str:
    """An amount to three figures with `cirka`; a smaller or round one as it is.

    >>> [about(Decimal(n)).replace(HARD, " ") for n in ("76582.40", "4000", "950")]
    ['cirka 76 600 kronor', '4 000 kronor', '950 kronor']
    """
    near = half_up(amount, min(0, 2 - amount.adjusted()))
    return kronor(amount) if near == half_up(amount, 0) else f"cirka{HARD}{kronor(near)}"


def at_least(amount: Decimal) -> str:
    """An amount down to three figures, for what may be more.

    >>> at_least(Decimal("76582.40")).replace(HARD, " ")
    'minst 76 500 kronor'
    """
    step = Decimal(1).scaleb(max(0, amount.adjusted() - 2))
    return f"minst {kronor((amount / step).quantize(Decimal(1), ROUND_DOWN) * step)}"


def per_inhabitant(amount: Decimal, inhabitants: int) -> str:
    """A cost per inhabitant: in öre under a krona, else in kronor; empty without inhabitants.

    >>> per_inhabitant(Decimal("76582.40"), 114304).replace(HARD, " ")
    '67 öre per invånare'
    >>> [per_inhabitant(Decimal(n), 100000).replace(HARD, " ") for n in (99600, 300)]
    ['1 krona per invånare', 'mindre än ett öre per invånare']
    """
    if not inhabitants:
        return ""
    each = ore(amount / inhabitants)
    return f"{ore_or_kronor(each) if each else f'mindre än ett{HARD}öre'} per invånare"


def fee_words(found: NetworkResult) -> str:
    """What a network's fee is known to be, to three figures or in its own currency; else empty."""
    return about(found.cost.fee) if found.cost.fee is not None else found.cost.lines[0].said


def known_total(writing: Writing) -> tuple[Decimal, list[NetworkResult]]:
    """What today's memberships are known to cost, and those whose cost is not fully known."""
    members = [found for found in writing.result.networks if found.member]
    known = sum((found.cost.known for found in members), Decimal(0))
    return known, [found for found in members if found.cost.total is None]


def round_sum_sentence(writing: Writing) -> str:
    """The sum to three figures, for the summary."""
    return " ".join(_sum_sentences(writing, rounded=True))


def sum_sentence(writing: Writing) -> str:
    """The sum in whole kronor and per inhabitant, and what is only considered would cost."""
    return " ".join(_sum_sentences(writing, rounded=False))


def _sum_sentences(writing: Writing, rounded: bool) -> Iterator[str]:
    members = [found for found in writing.result.networks if found.member]
    if members:
        yield from _today(writing, members, rounded)
    for found in writing.result.networks:
        if not found.member:
            yield _would_cost(found, rounded)


def _today(writing: Writing, members: list[NetworkResult], rounded: bool) -> Iterator[str]:
    known, unknown = known_total(writing)
    subject, together = _subject(members)
    if len(unknown) == len(members) and not known:
        said = [line.said for found in members for line in found.cost.lines]
        if all(said):  # known, but in another currency
            yield f"{capital(subject)} kostar {together}{listed(said)} per år."
        else:
            yield f"Vad {subject} kostar är okänt."
        return
    more = "minst " if unknown else least(found.cost for found in members)
    sides = [f"{amount_words(known, more, rounded)} per år"]
    if not rounded:
        sides += filter(None, [per_inhabitant(known, writing.evaluation.municipality.inhabitants)])
    yield f"{capital(subject)} kostar {together}{', '.join(sides)}."
    if unknown:
        names = listed([_called(found) for found in unknown])
        yield f"Kostnaden för {names} är inte helt känd."


def _subject(members: list[NetworkResult]) -> tuple[str, str]:
    if len(members) == 1:
        one = JOINING[members[0].network.membership]
        return f"{one.the} {one.to} {members[0].network.short}", ""
    return joinings(found.network for found in members), "tillsammans "


def _would_cost(found: NetworkResult, rounded: bool) -> str:
    words = JOINING[found.network.membership]
    what = f"{words.one} {words.to} {found.network.short}"
    if found.cost.total is None:
        known = [line.said for line in found.cost.lines if line.said]
        if known:
            return f"{capital(what)} skulle kosta {listed(known)} per år."
        return f"Vad {what} skulle kosta är okänt."
    amount = amount_words(found.cost.total, found.cost.least, rounded)
    return f"{capital(what)} skulle kosta {amount} per år."


def amount_words(amount: Decimal, more: str, rounded: bool) -> str:
    """A cost in running text, with `minst` where it may be more; rounded to three figures."""
    if not rounded:
        return f"{more}{kronor(amount)}"
    return at_least(amount) if more else about(amount)


def _called(found: NetworkResult) -> str:
    """A network in the sentence about what is unknown, with the amount known in its currency."""
    said = [line.said for line in found.cost.lines if line.amount is None and line.said]
    return f"{found.network.short} ({said[0]} i avgift)" if said else found.network.short
