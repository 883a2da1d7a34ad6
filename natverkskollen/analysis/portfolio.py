"""The memberships as a set: what they cost together, and what goes if one of them is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.cost import MembershipCost, least, per_head
from natverkskollen.analysis.needs import Meeting, meetings
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.model.need import Need
from natverkskollen.model.network import Fact
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted, listed, lower_first

# Facts with this tag are key figures that end with the membership.
KEY_FIGURES = "nyckeltal"


@dataclass(frozen=True)
class Scenario:
    """The set without some networks, or with one more; neither for the set as it is today.

    `cost`, `freed` and `added` (of the `joined`) are what is known, None where nothing is.
    `uncovered` are needs that no remaining network meets though the set of today does; `weakened`
    are those that are then met in part, `emptied` those met in part today and then not at all, and
    `gained` those that no network of today meets. `unclear` are needs that may go too: nobody has
    said whether what is left meets them.
    """

    id: str
    left: tuple[NetworkResult, ...]
    joined: tuple[NetworkResult, ...]
    kept: tuple[NetworkResult, ...]
    cost: Decimal | None
    freed: Decimal | None
    added: Decimal | None
    per_inhabitant: Fraction | None
    uncovered: tuple[Need, ...]
    weakened: tuple[Need, ...]
    emptied: tuple[Need, ...]
    unclear: tuple[Need, ...]
    gained: tuple[Need, ...]
    seats: tuple[str, ...]
    key_figures: tuple[Fact, ...]

    @property
    def title(self) -> str:
        """What the scenario is called."""
        if self.joined:
            return f"Med {self.joined[0].network.short}"
        if not self.left:
            return "Som i dag"
        if len(self.left) > 1:
            return "Utan alla"
        return f"Utan {self.left[0].network.short}"


@dataclass(frozen=True)
class Portfolio:
    """Every membership together: who meets which need, and the scenarios side by side."""

    rows: tuple[tuple[Meeting, ...], ...]
    today: Scenario
    leaving: tuple[Scenario, ...]
    joining: tuple[Scenario, ...]

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The set as it is today, then each way of leaving and each network one may join."""
        return (self.today, *self.leaving, *self.joining)


def portfolio(result: Result) -> Portfolio:
    """The whole set of memberships of an evaluation."""
    rows = meetings(result)
    members = tuple(found for found in result.networks if found.member)
    each = [(found,) for found in members]
    every = [members] if len(each) > 1 else []
    others = [found for found in result.networks if not found.member]
    return Portfolio(
        rows=rows,
        today=_scenario(result, rows, ()),
        leaving=tuple(_scenario(result, rows, left) for left in (*each, *every)),
        joining=tuple(_scenario(result, rows, (), (found,)) for found in others),
    )


def _scenario(
    result: Result,
    rows: tuple[tuple[Meeting, ...], ...],
    left: tuple[NetworkResult, ...],
    joined: tuple[NetworkResult, ...] = (),
) -> Scenario:
    gone = {found.network.id for found in left}
    today = tuple(found for found in result.networks if found.member)
    kept = (*(found for found in today if found.network.id not in gone), *joined)
    cost = known_sum(found.cost for found in kept)
    own, then = ({found.network.id for found in each} for each in (today, kept))
    uncovered: list[Need] = []
    weakened: list[Need] = []
    emptied: list[Need] = []
    unclear: list[Need] = []
    gained: list[Need] = []
    for row in rows:
        before = {meeting.level for meeting in row if meeting.network in own}
        after = {meeting.level for meeting in row if meeting.network in then}
        if "met" in before and "met" not in after:
            (weakened if "partly" in after else uncovered).append(row[0].need)
        elif "partly" in before and not after & {"met", "partly"}:
            emptied.append(row[0].need)
        elif "met" in after and "met" not in before:
            gained.append(row[0].need)
        elif "met" not in after and _unassessed(row, gone):
            unclear.append(row[0].need)
    names = gone | {found.network.id for found in joined}
    return Scenario(
        id="+".join(sorted(names)) or "today",
        left=left,
        joined=joined,
        kept=kept,
        cost=cost,
        freed=known_sum(found.cost for found in left),
        added=known_sum(found.cost for found in joined),
        per_inhabitant=per_head(cost, result.evaluation.municipality.inhabitants),
        uncovered=tuple(uncovered),
        weakened=tuple(weakened),
        emptied=tuple(emptied),
        unclear=tuple(unclear),
        gained=tuple(gained),
        seats=tuple(seat for found in left for seat in found.membership.seats),
        key_figures=tuple(_key_figures(left)),
    )


def _unassessed(row: tuple[Meeting, ...], networks: set[str]) -> bool:
    return any(m.network in networks and m.level == "not-assessed" for m in row)


def _key_figures(left: tuple[NetworkResult, ...]) -> list[Fact]:
    newest: dict[tuple[str, str], Fact] = {}
    for found in left:
        for fact in sorted(found.network.facts, key=lambda fact: fact.as_of):
            if KEY_FIGURES in fact.tags and fact.kind in ("result", "done"):
                newest[found.network.id, fact.id] = fact
    return list(newest.values())


def known_sum(costs: Iterable[MembershipCost]) -> Decimal | None:
    """What they are known to cost together in kronor; None where nothing is known of any cost."""
    several = tuple(costs)
    known = sum((cost.known for cost in several), Decimal(0))
    return known if known or all(cost.total is not None for cost in several) else None


def least_known(costs: Iterable[MembershipCost]) -> str:
    """What stands before the known sum where the whole may be more: `minst `, or nothing."""
    several = tuple(costs)
    return least(several) if all(cost.total is not None for cost in several) else "minst "


def joining_sentences(scenario: Scenario) -> tuple[str, ...]:
    """What joining means, in whole sentences: the money and the needs."""
    names = listed([found.network.short for found in scenario.joined])
    added = _amount(scenario.added, scenario.joined)
    sentences = [f"Går ni med i {names} tillkommer {added} om året."]
    if scenario.gained:
        needs = listed([f"”{need.title}”" for need in scenario.gained])
        sentences.append(f"Då tillgodoses också {needs}.")
    else:
        sentences.append("Inget behov tillgodoses som inte tillgodoses i dag.")
    return tuple(sentences)


def _amount(amount: Decimal | None, networks: tuple[NetworkResult, ...]) -> str:
    if amount is None:
        return "ett okänt belopp"
    return f"{least_known(found.cost for found in networks)}{kronor(amount)}"


def _lost_words(kept: tuple[NetworkResult, ...]) -> str:
    """What is said before the needs that nothing that is left meets."""
    if not kept:
        return "Då tillgodoses inte längre"
    if len(kept) == 1:
        return f"{kept[0].network.short} tillgodoser inte"
    return "Ingen av de andra tillgodoser då"


def leaving_sentences(scenario: Scenario) -> tuple[str, ...]:
    """What leaving means, in whole sentences: the money, the needs, the seats, the key figures."""
    names = listed([found.network.short for found in scenario.left])
    if not scenario.left:
        return ()
    freed = _amount(scenario.freed, scenario.left)
    sentences = [f"Lämnar ni {names} frigörs {freed} om året."]
    for needs, words in (
        (scenario.uncovered, _lost_words(scenario.kept)),
        (scenario.weakened, "Bara delvis tillgodoses då"),
        (scenario.emptied, "Inte ens delvis tillgodoses då"),
        (scenario.unclear, "Ingen har bedömt om medlemskapet tillgodoser"),
    ):
        if needs:
            sentences.append(f"{words} {listed([f'”{need.title}”' for need in needs])}.")
    lost = scenario.uncovered or scenario.weakened or scenario.emptied or scenario.unclear
    if scenario.kept and not lost:
        who = "De andra" if len(scenario.kept) > 1 else scenario.kept[0].network.short
        sentences.append(f"{who} tillgodoser alla behov som tillgodoses i dag.")
    if scenario.seats:
        seats = listed([lower_first(seat) for seat in scenario.seats])
        sentences.append(f"Uppdraget som {seats} upphör.")
    if scenario.key_figures:
        many = counted(len(scenario.key_figures), "en uppgift", "uppgifter")
        many = many.replace(f"ett{HARD}", f"en{HARD}")
        sentences.append(f"I underlaget finns {many} om nyckeltal som hör till medlemskapet.")
    unknown = [f.network.short for f in scenario.left if f.network.terms.notice == "okänt"]
    if unknown:
        sentences.append(f"Villkoren för att lämna {listed(unknown)} är okända.")
    return tuple(sentences)
