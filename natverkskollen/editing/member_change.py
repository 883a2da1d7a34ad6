"""A network that is one's own, or only considered, as somebody says on the form of a decision."""

from __future__ import annotations

from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change


def member_change(evaluation: Evaluation, network: str, member: bool) -> list[Change]:
    """The change of the memberships where a network is to be one's own, or only considered."""
    if evaluation.membership(network).member == member:
        return []
    new = tuple(
        each.model_copy(update={"member": member}) if each.network == network else each
        for each in evaluation.memberships
    )
    return [Change(("evaluation", "memberships"), evaluation.memberships, new)]
