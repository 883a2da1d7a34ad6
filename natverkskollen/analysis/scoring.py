"""From a dossier to its Result: values, sub-totals, bounds, coverage and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.assessment import Assessment, assess, within
from natverkskollen.analysis.cost import MembershipCost, membership_cost
from natverkskollen.analysis.result import (
    CriterionResult,
    NetworkResult,
    Result,
    ThemeResult,
    counts_alike,
    input_hash,
)
from natverkskollen.analysis.sufficiency import sufficiency, verdict_word
from natverkskollen.analysis.value import (
    BEST,
    WORST,
    computed_figure,
    criterion_value,
    may_be_more,
    weighted_mean,
)
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.criteria import CriteriaSet, Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership


def evaluate(dossier: Dossier) -> Result:
    """The result of an evaluation; each network is judged on its own."""
    weights, title = theme_weights(dossier.evaluation, dossier.criteria)
    return Result(
        dossier=dossier,
        evaluation=dossier.evaluation,
        criteria=dossier.criteria,
        networks=tuple(
            _network(dossier, membership, weights) for membership in dossier.evaluation.memberships
        ),
        weights=weights,
        weighting_title=title,
        input_hash=input_hash(dossier),
    )


def renewed(before: Result, dossier: Dossier) -> Result:
    """The result of an evaluation, with what `before` has counted where that is the same."""
    was = before.dossier
    same = (was.criteria, was.networks, was.sheets) == (
        dossier.criteria,
        dossier.networks,
        dossier.sheets,
    )
    if not (same and counts_alike(was.evaluation, dossier.evaluation)):
        return evaluate(dossier)
    settling = dossier.evaluation.settling
    return replace(
        before,
        dossier=dossier,
        evaluation=dossier.evaluation,
        networks=tuple(replace(n, decision=settling(n.network.id)) for n in before.networks),
        input_hash=input_hash(dossier),
    )


def theme_weights(evaluation: Evaluation, criteria: CriteriaSet) -> tuple[dict[str, Fraction], str]:
    """Each theme's part of the whole weight (they sum to 1), and what the weighting is called."""
    points: dict[str, Decimal] = {theme.id: theme.weight for theme in criteria.themes}
    title = "Kriteriesamlingens vikter"
    own = evaluation.weighting.themes
    if own.keys() == points.keys() and any(own.values()):
        points, title = dict(own), "Egna vikter"
    for profile in criteria.profiles:
        if profile.id == evaluation.weighting.profile:
            points, title = dict(profile.weights), profile.title
    whole = sum(points.values(), Decimal(0))
    return {id_: Fraction(value) / Fraction(whole) for id_, value in points.items()}, title


def _network(
    dossier: Dossier, membership: Membership, weights: dict[str, Fraction]
) -> NetworkResult:
    evaluation, criteria = dossier.evaluation, dossier.criteria
    network = dossier.networks[membership.network]
    cost = membership_cost(evaluation, membership, network)
    cells = {
        criterion.id: _cell(dossier, membership.network, criterion, cost)
        for criterion in criteria.criteria
    }
    applies = {
        theme.id: weights[theme.id]
        for theme in criteria.themes
        if any(cells[c.id].applies for c in theme.criteria)
    }
    whole = sum(applies.values(), Fraction(0))
    themes = tuple(
        _theme(theme, cells, applies[theme.id] / whole if whole and theme.id in applies else None)
        for theme in criteria.themes
    )
    themes = _with_contributions(themes)
    gains = [theme for theme in themes if not theme.theme.cost]
    total, low, high = _means(themes)
    benefit, benefit_low, benefit_high = _means(gains)
    coverage = sum((t.share * t.coverage for t in themes if t.coverage is not None), Fraction(0))
    blocked = {at: tuple(_unmet(criteria, cells, at)) for at in ("figure", "low", "high")}
    enough = sufficiency(
        criteria, weights, themes, coverage, bool(blocked["figure"]), evaluation.waiting_for
    )
    verdict = None
    if total is not None and enough.lacking is None:
        verdict = verdict_word(criteria, total, bool(blocked["figure"]))
    return NetworkResult(
        network=network,
        membership=membership,
        themes=themes,
        total=total,
        low=low,
        high=high,
        benefit=benefit,
        benefit_low=benefit_low,
        benefit_high=benefit_high,
        coverage=coverage,
        enough=enough,
        cost=cost,
        member=evaluation.is_member(membership.network),
        verdict=verdict,
        verdict_low=verdict_word(criteria, low, bool(blocked["low"])),
        verdict_high=verdict_word(criteria, high, bool(blocked["high"])),
        blocked_by=blocked["figure"],
        decision=evaluation.settling(membership.network),
    )


@dataclass(frozen=True)
class _Cell:
    """One network on one criterion: what was said, its value 0–100 and what it could be."""

    said: Assessment
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None

    @property
    def applies(self) -> bool:
        """Whether the criterion applies to the network."""
        return self.said.state != "not-applicable"


def _cell(dossier: Dossier, network: str, criterion: Criterion, cost: MembershipCost) -> _Cell:
    """What was said about one network on one criterion, and what it is worth."""
    scale = dossier.criteria.scale
    if not criterion.asked:
        figure = computed_figure(criterion, cost)
        if figure is None:
            return _Cell(Assessment("not-assessed"), None, WORST, BEST)
        grade = dossier.evaluation.membership(network).cost_grade or "A"
        low, high = within(dossier.criteria, grade, figure, figure)
        said = Assessment("assessed", figure, low, high, at_least=may_be_more(criterion, cost))
        worth, *ends = (criterion_value(criterion, each, scale) for each in (figure, low, high))
        return _Cell(said, worth, min(ends), max(ends))
    evaluation = dossier.evaluation
    found = assess(dossier.criteria, criterion, network, evaluation.assessors, dict(dossier.sheets))
    if found.state == "not-applicable":
        return _Cell(found)
    if found.figure is None or found.low is None or found.high is None:
        return _Cell(found, None, WORST, BEST)
    figures = (found.figure, found.low, found.high)
    worths = [criterion_value(criterion, figure, scale) for figure in figures]
    return _Cell(found, worths[0], min(worths), max(worths))


def _theme(theme: Theme, cells: dict[str, _Cell], share: Fraction | None) -> ThemeResult:
    applying = [c for c in theme.criteria if cells[c.id].applies]
    whole = sum((Fraction(c.weight) for c in applying), Fraction(0))
    results = []
    for criterion in theme.criteria:
        cell = cells[criterion.id]
        part = Fraction(criterion.weight) / whole * share if share and criterion in applying else 0
        results.append(
            CriterionResult(
                criterion, theme, cell.said, Fraction(part), cell.value, cell.low, cell.high
            )
        )
    assessed = [r for r in results if r.value is not None]
    covered = sum((Fraction(r.criterion.weight) for r in assessed), Fraction(0))
    return ThemeResult(
        theme=theme,
        criteria=tuple(results),
        share=share or Fraction(0),
        value=weighted_mean((r.criterion.weight, r.value) for r in assessed if r.value is not None),
        low=weighted_mean((r.criterion.weight, r.low) for r in results if r.low is not None),
        high=weighted_mean((r.criterion.weight, r.high) for r in results if r.high is not None),
        contribution=None,
        coverage=covered / whole if applying else None,
    )


def _with_contributions(themes: Sequence[ThemeResult]) -> tuple[ThemeResult, ...]:
    """The themes with what each adds to the total: they sum to it."""
    whole = sum((t.share for t in themes if t.value is not None), Fraction(0))
    return tuple(
        replace(
            theme,
            contribution=theme.share / whole * theme.value
            if theme.value is not None and whole
            else None,
        )
        for theme in themes
    )


def _means(themes: Iterable[ThemeResult]) -> tuple[Fraction | None, Fraction, Fraction]:
    """The weighted mean of theme values, with what it could be at worst and at best."""
    themes = list(themes)
    middle = weighted_mean((t.share, t.value) for t in themes if t.value is not None)
    low = weighted_mean((t.share, t.low) for t in themes if t.low is not None)
    high = weighted_mean((t.share, t.high) for t in themes if t.high is not None)
    return middle, WORST if low is None else low, BEST if high is None else high


def _unmet(criteria: CriteriaSet, cells: dict[str, _Cell], at: str) -> Iterable[Criterion]:
    """The criteria with a minimum level that is not shown to be reached (unanswered counts)."""
    for id_, level in criteria.verdict.minimum.items():
        criterion = criteria.criterion(id_)
        if criterion is None or not cells[id_].applies:
            continue
        figure = getattr(cells[id_].said, at)
        if figure is None:
            figure = criteria.scale.max if at == "high" else criteria.scale.min - 1
        if figure < level:
            yield criterion
