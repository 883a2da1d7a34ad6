"""Every amount of money that the papers of a case may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

from tests.auditing.written import said

Data = Mapping[str, Any]
_NUMBER = r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?"
MONEY = re.compile(rf"({_NUMBER}) (kr|kronor|öre)\b")


class Amounts:
    """What is recomputed and what the files say, as it is written."""

    def __init__(self, oracle: Data):
        folder, networks = oracle["folder"], oracle["networks"]
        case, people = folder.case, folder.case["municipality"]["inhabitants"]
        lines = {i: [a for a in e["cost_lines"] if a is not None] for i, e in networks.items()}
        fees = [e["cost_lines"][0] for e in networks.values() if e["cost_lines"][0] is not None]
        exact = {*chain.from_iterable(lines.values()), *_sums(fees)}
        exact |= _sums(map(_sum, lines.values()))
        exact |= {_sum(_kind(oracle, key)) for key in _KINDS}
        stated = [m["quoted_fee"] for m in case["memberships"] if m.get("quoted_fee")]
        quoted = [Fraction(each["amount"]) for each in stated]
        exact |= {*quoted, *(abs(amount - fee) for amount in quoted for fee in fees)}
        rules = [case.get("memberships"), case.get("decisions"), case.get("hourly_cost")]
        rules += [_rule(folder, each) for each in case["memberships"]]
        rules += [case.get("exchange_rates"), case["municipality"].get("sums")]
        facts = [f for n in folder.networks.values() for f in n.get("facts") or ()]
        rules += [f["value"] for f in facts if str(f.get("unit")).startswith("kr")]
        given = set(map(abs, _numbers(rules)))
        members = [lines[i] for i, e in networks.items() if e["member"]]
        whole = [*lines.values(), list(chain(*members))]
        each = {_sum(some) / people for some in whole} if people else set()
        each |= set(_computed(oracle))
        forms = [(said(a, 2), said(a), _about(a), _at_least(a)) for a in exact]
        forms += [(said(a, None), said(a), said(a, 2)) for a in given]
        self.kronor = {*chain.from_iterable(forms), *(said(a, 2) for a in each)}
        nought = [a for some in lines.values() for a in some] + [a for a in each if a]
        if lines and all(lines.values()) and "0,00" not in {said(a, 2) for a in nought}:
            self.kronor.discard("0,00")  # what is left costs `0 kr`
        self.ore = {said(a * 100) for a in each} | {said(a * 100, None) for a in given if a < 1}
        texts = _texts([case, folder.criteria, folder.networks, folder.answers])
        self.texts = "\n".join(_flat(text) for text in texts)

    def explain(self, text: str, found: re.Match[str]) -> bool:
        """Whether an amount is one of these, or stands in a text of the case in the same words."""
        before = _flat(text[max(0, found.start() - _CONTEXT) : found.start()])
        if len(before) > _CONTEXT * 2 / 3 and before in self.texts:  # somebody's own words
            return _flat(f"{before} {found[0]}") in self.texts
        return found[1] in (self.ore if found[2] == "öre" else self.kronor)


_CONTEXT = 24
_KINDS = ("hours_per_year", "travel_sek", "other_sek")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sum(amounts: Sequence[Fraction]) -> Fraction:
    return sum(amounts, Fraction(0))


def _sums(amounts: Any) -> set[Fraction]:
    """The sum of every choice among some amounts: any of the memberships may be left."""
    some = list(amounts)[:12]
    return {_sum(chosen) for n in range(len(some) + 1) for chosen in combinations(some, n)}


def _rule(folder: Any, membership: Data) -> Any:
    """The fee rule that holds for a membership."""
    kind = folder.case["municipality"].get("kind", "kommun")
    fees = [
        fee
        for fee in folder.networks[membership["network"]]["fees"]
        if fee.get("member", "kommun") == kind
        and fee.get("category") == membership.get("category")
        and fee["year"] <= folder.year
    ]
    return max(fees, key=lambda fee: fee["year"], default=None)


def _kind(oracle: Data, key: str) -> list[Fraction]:
    """What one kind of cost is for each of today's memberships."""
    found = []
    for membership in oracle["folder"].case["memberships"]:
        each = oracle["networks"][membership["network"]]
        named = [one for one in _KINDS if membership.get(one) is not None]
        amounts = dict(zip(named, each["cost_lines"][1:], strict=True))
        if each["member"] and amounts.get(key) is not None:
            found.append(amounts[key])
    return found


def _computed(oracle: Data) -> Iterator[Fraction]:
    """The figures of the criteria that nobody answers."""
    for theme in oracle["folder"].criteria["themes"]:
        for criterion in theme["criteria"]:
            for network in oracle["networks"].values():
                cell = network["themes"][theme["id"]]["criteria"][criterion["id"]]
                if "computed" in criterion and "figure" in cell:
                    yield cell["figure"]


def _at_least(amount: Fraction) -> str:
    """Down to three figures."""
    return said(Fraction(int(amount / _step(amount))) * _step(amount))


def _step(amount: Fraction) -> int:
    return 10 ** max(0, len(str(int(amount))) - 3)


def _about(amount: Fraction) -> str:
    """To three figures."""
    step = _step(amount)
    return said(Fraction(int(amount / step + Fraction(1, 2)) * step))


def _leaves(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _leaves(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _leaves(value)
    elif not isinstance(data, bool):
        yield data


def _numbers(data: Any) -> Iterator[Fraction]:
    return (Fraction(each) for each in _leaves(data) if isinstance(each, (int, Fraction)))


def _texts(data: Any) -> Iterator[str]:
    return (each for each in _leaves(data) if isinstance(each, str))
