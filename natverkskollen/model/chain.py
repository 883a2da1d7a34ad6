"""Decisions beside each other: the way from body to body, what cannot both hold, what settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from natverkskollen.model.decision import Decision, is_council
from natverkskollen.model.outcome import KINDS


def proposers(decision: Decision, addressee: str) -> tuple[str, ...]:
    """The bodies that propose a decision on its way, first the one that the case goes to.

    `addressee` is that body; it proposes what its council decides, also where nobody wrote so.
    """
    if decision.proposed_by:
        return decision.proposed_by
    goes_on = decision.body.casefold() != addressee.casefold() and is_council(decision.body)
    return (addressee,) if goes_on else ()


def opposed(decisions: Sequence[Decision], addressee: str) -> Iterator[tuple[int, int]]:
    """The places of two decisions on one network that cannot both hold, the later one first.

    They agree with no result in common, and are no steps by different bodies in one stated chain.
    """
    for later, one in enumerate(decisions):
        for earlier, other in enumerate(decisions[:later]):
            if not one.network or one.network != other.network:
                continue
            mine, theirs = KINDS[one.outcome].follows, KINDS[other.outcome].follows
            if not mine or not theirs or set(mine) & set(theirs):
                continue
            if not (_steps(one, other, addressee) or _steps(other, one, addressee)):
                yield later, earlier


def _steps(last: Decision, first: Decision, addressee: str) -> bool:
    way = {body.casefold() for body in proposers(last, addressee)}
    return first.body.casefold() in way and first.body.casefold() != last.body.casefold()


def settling(decisions: Sequence[Decision], network: str, addressee: str) -> Decision | None:
    """The decision that settles a membership: by the body that decides last, the plainest first."""
    about = [d for d in decisions if d.network == network and KINDS[d.outcome].follows]
    last = [d for d in about if not any(_steps(other, d, addressee) for other in about)]
    return min(last or about, key=lambda d: len(KINDS[d.outcome].follows), default=None)
