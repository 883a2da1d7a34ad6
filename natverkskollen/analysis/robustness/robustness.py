"""How sure an evaluation's result is: everything the pages, the memo and the CLI say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.result import Result, VerdictWord
from natverkskollen.analysis.robustness import sentences as say
from natverkskollen.analysis.robustness.certainty import Certainty, certainty
from natverkskollen.analysis.robustness.certainty_sentence import certainty_sentence
from natverkskollen.analysis.robustness.dominance import Dominance, dominance
from natverkskollen.analysis.robustness.drivers import Driver, drivers
from natverkskollen.analysis.robustness.leaving_out import (
    LeftOut,
    without_assessor,
    without_criterion,
)
from natverkskollen.analysis.robustness.method_words import method_sentence, weights_words
from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.settings import Options, Sampling, sampler, sampling
from natverkskollen.analysis.robustness.smaa import CHUNK, Acceptability, smaa
from natverkskollen.analysis.robustness.switching_values import (
    PairSwitch,
    StepChange,
    SwitchingValue,
    pair_switches,
    step_changes,
    switching_values,
)
from natverkskollen.analysis.robustness.table import Table, space, table
from natverkskollen.analysis.robustness.weight_draws import exactly, shared_ranges
from natverkskollen.analysis.robustness.what_if import (
    ProfileRow,
    profile_rows,
    with_points,
    with_profile,
)
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.rules import Level, WeightsModel

# The order of Acceptability.verdicts.
_VERDICTS: tuple[VerdictWord, ...] = ("keep", "come-back", "leave")


@dataclass(frozen=True)
class NetworkRobustness:
    """How sure one network's verdict is; shares are 0–1 of the draws.

    `rank_share` starts with first place. `central_first` and `central_keep` are the mean weights
    (id → share) of the draws that rank it first and that keep it; None where none does. `mean` is
    the mean value 0–100 of the draws. A network without a verdict has no shares, ranks or mean, and
    nothing is said of how sure it is or of what would change it.
    """

    network: str
    name: str
    member: bool
    verdict: VerdictWord | None
    verdict_share: Mapping[VerdictWord, float]
    rank_share: tuple[float, ...]
    mean: float | None
    central_first: Mapping[str, float] | None
    central_keep: Mapping[str, float] | None
    certainty: Certainty
    switching_values: tuple[SwitchingValue, ...]
    step_changes: tuple[StepChange, ...]
    without_criterion: tuple[LeftOut, ...]
    without_assessor: tuple[LeftOut, ...]
    drivers: tuple[Driver, ...]
    sentence: str
    flip_sentences: tuple[str, ...]
    step_sentences: tuple[str, ...]
    without_sentences: tuple[str, ...]
    profile_sentence: str
    central_sentence: str
    driver_sentence: str


@dataclass(frozen=True)
class Robustness:
    """How sure a result is, with what makes it possible to compute it again."""

    result: Result
    weights: WeightsModel
    level: Level
    draws: int
    seed: int
    networks: tuple[NetworkRobustness, ...]
    profiles: tuple[ProfileRow, ...]
    dominance: tuple[Dominance, ...]
    pair_switches: tuple[PairSwitch, ...]
    dominance_sentences: tuple[str, ...]
    pair_sentences: tuple[str, ...]
    weights_words: str
    method_sentence: str

    def network(self, id_: str) -> NetworkRobustness:
        """The robustness of one network; StopIteration if it is not in the evaluation."""
        return next(each for each in self.networks if each.network == id_)


def robustness(
    dossier: Dossier, options: Options | None = None, known: Result | None = None
) -> Robustness:
    """How sure a dossier's result is; pure, and quick enough to run on every slider move.

    `known` is the result of the dossier as it stands, where the caller has it already.
    DataError where the options name a profile or theme that does not exist, all weights are 0,
    or the number of draws is out of bounds.
    """
    asked = options or Options()
    if asked.profile is not None:
        dossier = with_profile(dossier, asked.profile)
    if asked.points is not None:
        dossier = with_points(dossier, asked.points)
    if asked.profile is not None or asked.points is not None:
        known = None
    how = sampling(dossier.criteria.robustness, asked)
    result = known or evaluate(dossier)
    numbers = table(result, dossier)
    units, points = numbers.units(how.level)
    sample = sampler(how.weights, asked, units, points)
    few = min(how.draws, CHUNK)
    standing = [n for n, found in enumerate(result.networks) if found.verdict is not None]
    drawn = numbers.of(standing)
    full, fixed = space(drawn, how.level), space(drawn, how.level, spread=False)
    told = _Told(
        dossier=dossier,
        result=result,
        numbers=numbers,
        units=units,
        weights=how.weights,
        standing={n: at for at, n in enumerate(standing)},
        whole=smaa(full, sample, how.draws, how.seed),
        weights_only=smaa(fixed, sample, few, how.seed),
        evidence_only=smaa(full, exactly(points), few, how.seed),
    )
    profiles = profile_rows(dossier.criteria, numbers)
    pairs, flips = dominance(numbers), pair_switches(numbers)
    ranges = _ranges(result, numbers, how)
    varied = weights_words(how.weights, how.level, asked.own, ranges)
    return Robustness(
        result=result,
        weights=how.weights,
        level=how.level,
        draws=how.draws,
        seed=how.seed,
        networks=tuple(told.network(n, profiles) for n in range(len(result.networks))),
        profiles=profiles,
        dominance=pairs,
        pair_switches=flips,
        dominance_sentences=say.dominance_sentences(result, pairs),
        pair_sentences=say.pair_sentences(result, flips),
        weights_words=varied,
        method_sentence=method_sentence(varied, how.level, how.draws, how.seed),
    )


@dataclass(frozen=True, eq=False)
class _Told:
    """The draws of an evaluation, to be told network by network.

    `standing` is where in the draws each network with a verdict is; one without has no draws.
    """

    dossier: Dossier
    result: Result
    numbers: Table
    units: tuple[str, ...]
    weights: WeightsModel
    standing: Mapping[int, int]
    whole: Acceptability
    weights_only: Acceptability
    evidence_only: Acceptability

    def network(self, n: int, profiles: tuple[ProfileRow, ...]) -> NetworkRobustness:
        """Everything about one network."""
        criteria, found = self.result.criteria, self.result.networks[n]
        at = self.standing.get(n)
        shares = _shares(self.whole, at)
        sure = certainty(
            criteria.robustness,
            found.verdict,
            shares,
            _shares(self.weights_only, at),
            _shares(self.evidence_only, at),
        )
        flips = switching_values(self.numbers, n)
        scale = criteria.scale
        judged = [each for each in criteria.criteria if each.judged]
        steps = step_changes(
            self.numbers, n, {each.id: 100 / (scale.max - scale.min) for each in judged}
        )
        without = without_criterion(self.numbers, n)
        left = without_assessor(self.numbers, self.result, self.dossier, n)
        told = found.verdict is not None
        moved = drivers(self.numbers, n) if found.enough.lacking != "waiting" else ()
        keep = self._central(self.whole.central_keep, at)
        return NetworkRobustness(
            network=found.network.id,
            name=found.network.short,
            member=found.member,
            verdict=found.verdict,
            verdict_share=shares,
            rank_share=() if at is None else tuple(self.whole.ranks[at].tolist()),
            mean=None if at is None else float(self.whole.mean[at]),
            central_first=self._central(self.whole.central_first, at),
            central_keep=keep,
            certainty=sure,
            switching_values=flips,
            step_changes=steps,
            without_criterion=without,
            without_assessor=left,
            drivers=moved,
            sentence=certainty_sentence(
                found, sure, shares, self.weights, any(c.low != c.high for c in found.criteria)
            ),
            flip_sentences=say.flip_sentences(criteria, found, flips) if told else (),
            step_sentences=say.step_sentences(criteria, found, steps) if told else (),
            without_sentences=say.without_sentences(
                criteria, self.dossier.evaluation, found, without, left
            )
            if told
            else (),
            profile_sentence=say.profile_sentence(found, profiles),
            central_sentence=say.central_sentence(criteria, found, keep, shares.get("keep", 0.0)),
            driver_sentence=say.driver_sentence(criteria, found, moved),
        )

    def _central(self, weights: Array, at: int | None) -> dict[str, float] | None:
        if at is None or np.isnan(weights[at]).any():
            return None
        return dict(zip(self.units, weights[at].tolist(), strict=True))


def _ranges(result: Result, numbers: Table, how: Sampling) -> dict[str, tuple[float, float]]:
    """What each theme's share of the weight can be in the draws; only where themes are varied."""
    if how.level != "themes":
        return {}
    low, high = shared_ranges(numbers.points)
    titles = (theme.title for theme in result.criteria.themes)
    return dict(zip(titles, zip(low.tolist(), high.tolist(), strict=True), strict=True))


def _shares(drawn: Acceptability, at: int | None) -> dict[VerdictWord, float]:
    return {} if at is None else dict(zip(_VERDICTS, drawn.verdicts[at].tolist(), strict=True))
