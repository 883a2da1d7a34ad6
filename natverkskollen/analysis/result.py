"""What an evaluation says: one value that every page, chart, table and memo reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal
from weakref import ReferenceType, ref

from natverkskollen import __version__
from natverkskollen.analysis.assessment import Assessment
from natverkskollen.analysis.cost import MembershipCost
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.fields import Model
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criteria import CriteriaSet, Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership
from natverkskollen.model.network import Network

VerdictWord = Literal["keep", "come-back", "leave"]
# Why there is no verdict: answers not handed in yet, too little that applies to the network, too
# little of it assessed, or unanswered questions that alone decide.
Lacking = Literal["waiting", "applicable", "coverage", "missing"]


@dataclass(frozen=True)
class Outcome:
    """A total 0–100 and the verdict it gives."""

    total: Fraction
    verdict: VerdictWord


@dataclass(frozen=True)
class Sufficiency:
    """What is lacking for a verdict (None: nothing), and what the rest could be.

    `applicable` is the part of the whole weight (0–1) that applies to the network. `least` and
    `most` are the outcomes with every unanswered question at its worst and at its best, None where
    nothing is unanswered; `without_exceptions` the one with what does not apply at its lowest, None
    where everything applies. `waiting_for` have not handed in their answers.
    """

    lacking: Lacking | None
    applicable: Fraction
    least: Outcome | None
    most: Outcome | None
    without_exceptions: Outcome | None
    waiting_for: tuple[Assessor, ...]


@dataclass(frozen=True)
class CriterionResult:
    """One network on one criterion: the assessment, its value 0–100 and its bounds.

    `share` is the criterion's part of the whole weight (0–1) among what applies to the network;
    `value` is None where nothing was assessed, and `low`–`high` is then 0–100. Where the
    criterion does not apply all three are None.
    """

    criterion: Criterion
    theme: Theme
    assessment: Assessment
    share: Fraction
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None

    @property
    def applies(self) -> bool:
        """Whether the criterion applies to the network."""
        return self.assessment.state != "not-applicable"


@dataclass(frozen=True)
class ThemeResult:
    """One network on one theme: the weighted mean of its criteria and its part of the total.

    `share` is the theme's part of the whole weight (0–1); `contribution` is what the theme adds
    to the total in points; `coverage` is the share of the theme's weight that was assessed.
    """

    theme: Theme
    criteria: tuple[CriterionResult, ...]
    share: Fraction
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    contribution: Fraction | None
    coverage: Fraction | None


@dataclass(frozen=True)
class NetworkResult:
    """One network, judged on its own: values 0–100, coverage 0–1, yearly cost and verdict.

    `total` counts what was assessed; `low` and `high` are what it could be at worst and at best
    given missing answers, spans and evidence grades. `benefit` is the total without the cost
    theme. `verdict` is None where `enough` says that something is lacking. `member` tells whether
    the municipality is a member today, `decision` is the one that settles the membership.
    """

    network: Network
    membership: Membership
    themes: tuple[ThemeResult, ...]
    total: Fraction | None
    low: Fraction
    high: Fraction
    benefit: Fraction | None
    benefit_low: Fraction
    benefit_high: Fraction
    coverage: Fraction
    enough: Sufficiency
    cost: MembershipCost
    member: bool
    verdict: VerdictWord | None
    verdict_low: VerdictWord
    verdict_high: VerdictWord
    blocked_by: tuple[Criterion, ...]
    decision: Decision | None

    @property
    def criteria(self) -> tuple[CriterionResult, ...]:
        """Every criterion of the network, in presentation order."""
        return tuple(each for theme in self.themes for each in theme.criteria)

    @property
    def told(self) -> Fraction | None:
        """The total where it says something: None where too little is known for a verdict."""
        return self.total if self.verdict is not None else None

    @property
    def answered(self) -> bool:
        """Whether anybody has answered any question about the network."""
        asked = (each for each in self.criteria if each.criterion.asked)
        return any(each.assessment.state != "not-assessed" for each in asked)

    def criterion(self, id_: str) -> CriterionResult:
        """The result on one criterion; StopIteration if the set has none with this id."""
        return next(each for each in self.criteria if each.criterion.id == id_)


@dataclass(frozen=True)
class Result:
    """A whole evaluation's result, with what makes it possible to check and repeat."""

    dossier: Dossier
    evaluation: Evaluation
    criteria: CriteriaSet
    networks: tuple[NetworkResult, ...]
    weights: dict[str, Fraction]
    weighting_title: str
    input_hash: str
    program_version: str = __version__

    def network(self, id_: str) -> NetworkResult:
        """The result for one network; StopIteration if it is not in the evaluation."""
        return next(each for each in self.networks if each.network.id == id_)

    @property
    def older_revision(self) -> bool:
        """Whether the criteria have been revised since the evaluation was scored."""
        return self.evaluation.criteria_revision != self.criteria.revision


def input_hash(dossier: Dossier) -> str:
    """SHA-256 (hex) over everything a result rests on: the same for the same content."""
    return _hash(dossier, _content)


def figures_hash(dossier: Dossier) -> str:
    """SHA-256 (hex) over what a result is counted from: all but words of answers and proposals.

    Whether there is any evidence counts for what an answer is worth, but not what it says.
    """
    return _hash(dossier, _figures)


def counts_alike(one: Evaluation, other: Evaluation) -> bool:
    """Whether two versions of an evaluation differ at most in what is proposed and written."""
    counted = Evaluation.model_fields.keys() - _PROPOSED
    return all(getattr(one, name) == getattr(other, name) for name in counted)


def _hash(dossier: Dossier, said: Callable[[Model], object]) -> str:
    parts = {
        "evaluation": dossier.evaluation,
        "criteria": dossier.criteria,
        **{f"network:{id_}": network for id_, network in dossier.networks.items()},
        **{f"answers:{id_}": sheet for id_, sheet in dossier.sheets.items()},
    }
    content = "\n".join(f"{name} {_fingerprint(parts[name], said)}" for name in sorted(parts))
    return hashlib.sha256(content.encode()).hexdigest()


def _content(model: Model) -> object:
    return model.model_dump(mode="json", by_alias=True)


def _figures(model: Model) -> object:
    if isinstance(model, Evaluation):
        return model.model_dump(mode="json", by_alias=True, exclude=_PROPOSED)
    if not isinstance(model, AnswerSheet):
        return _content(model)
    return {
        network: {
            id_: (answer.model_dump(mode="json", exclude=_WORDS), bool(answer.evidence))
            for id_, answer in given.items()
        }
        for network, given in model.answers.items()
    }


_WORDS = {"rationale", "evidence"}
_PROPOSED = {"decisions", "memo_texts", "appendix_without", "findings", "replies"}
# Networks and criteria are large and the same from run to run; a model never changes, so its
# fingerprint holds for as long as the model itself lives.
_FINGERPRINTS: dict[tuple[int, object], tuple[ReferenceType[Model], str]] = {}


def _fingerprint(model: Model, said: Callable[[Model], object]) -> str:
    key = (id(model), said)
    known = _FINGERPRINTS.get(key)
    if known and known[0]() is model:
        return known[1]
    canonical = json.dumps(said(model), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    found = hashlib.sha256(canonical.encode()).hexdigest()
    _FINGERPRINTS[key] = ref(model, lambda _: _FINGERPRINTS.pop(key, None)), found
    return found
