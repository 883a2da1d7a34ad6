"""One evaluation with all it is judged by, put together and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from natverkskollen.dossier.set_aside import SetAside
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network


@dataclass(frozen=True)
class Dossier:
    """One evaluation with what it is judged by: its criteria set, networks and answer sheets.

    `sheets` hold the answers that count, `aside` those that are kept and do not. `withheld` and
    `withheld_aside` are those of people who score each for themselves, until all have handed in.
    `revised` is the set as it stands in criteria/ now, where that is another than the one the
    evaluation was scored with; `criteria` is then the evaluation's own copy, or the same where it
    has none. `networks_since` are the networks that are others in networks/ now than in the copy
    that a final evaluation has; None where it has no copy.
    """

    evaluation: Evaluation
    criteria: CriteriaSet
    networks: Mapping[str, Network]
    sheets: Mapping[str, AnswerSheet]
    aside: tuple[SetAside, ...] = ()
    revised: CriteriaSet | None = None
    networks_since: tuple[str, ...] | None = None
    withheld: Mapping[str, AnswerSheet] = field(default_factory=dict)
    withheld_aside: tuple[SetAside, ...] = ()

    def counts_as(self, other: Dossier) -> bool:
        """Whether all that counts is the same: answers that are hidden count for nothing yet."""
        if self is other:
            return True
        hidden: dict[str, Any] = {"withheld": {}, "withheld_aside": ()}
        return replace(self, **hidden) == replace(other, **hidden)

    def own_sheet(self, assessor: str) -> AnswerSheet | None:
        """An assessor's own answers, also while they are hidden from the others."""
        return self.sheets.get(assessor) or self.withheld.get(assessor)

    def own_aside(self, assessor: str) -> tuple[SetAside, ...]:
        """An assessor's own answers that are kept and do not count."""
        found = (*self.aside, *self.withheld_aside)
        return tuple(each for each in found if each.assessor == assessor)

    def called(self, network: str) -> str:
        """The short name of a network, also of one that has been taken out; its id if unknown."""
        if network in self.networks:
            return self.networks[network].short
        names = {each.network: each.name for each in self.evaluation.taken_out}
        return names.get(network, network)

    def kept_of(self, network: str) -> tuple[SetAside, ...]:
        """The answers about a network that has been taken out, everybody's."""
        found = (*self.aside, *self.withheld_aside)
        return tuple(each for each in found if each.network == network and each.why == "out")
