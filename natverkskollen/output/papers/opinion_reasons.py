"""Which of the reasons that people wrote the memo tells, out of the result alone."""

from __future__ import annotations

from natverkskollen.analysis.reasons import Reason, pull, weightiest
from natverkskollen.analysis.result import Result
from natverkskollen.output.papers.budgets import TWO

# Reasons told about a network, one a theme, and the words of one whose first sentence is shorter:
# for two networks, and for more.
_FEW, _MANY = (3, 24), (2, 12)


def room(result: Result) -> tuple[int, int]:
    """How many reasons are told about a network, and in how many words each."""
    return _FEW if len(result.networks) <= TWO else _MANY


def told_reasons(result: Result) -> tuple[Reason, ...]:
    """The weightiest reason of each theme, and what sets a network apart beside it.

    What is the same about several networks tells nothing of the difference between them, so where
    that is a theme's weightiest reason, one of the network's own is told too if it weighs alike.
    """
    most, _ = room(result)
    chosen = list(weightiest(result, most, 1))
    told = {owner(reason) + reason.theme.id for reason in chosen}
    every = len(result.criteria.criteria)
    for reason in weightiest(result, every, every):
        network = owner(reason)
        shared = [r for r in chosen if not owner(r) and r.theme.id == reason.theme.id]
        if not network or network + reason.theme.id in told:
            continue
        own = [pull(result.network(network).criterion(each.criterion.id)) for each in shared]
        if any(reason.pull >= each for each in own) and _speaks_for(result, reason):
            chosen.append(reason)
            told.add(network + reason.theme.id)
    return tuple(chosen)


def owner(reason: Reason) -> str:
    """The network a reason is about; empty where it is the same about several."""
    return reason.networks[0].id if len(reason.networks) == 1 else ""


def _speaks_for(result: Result, reason: Reason) -> bool:
    """Whether a reason is on the side of the result; both sides are where that is to wait."""
    verdict = result.network(owner(reason)).verdict
    return verdict not in ("keep", "leave") or reason.favours == (verdict == "keep")
