"""Whether what is answered is enough for a verdict, and what the unanswered could make of it.

Leaving a question out, or calling it not applicable, must not pay (docs/beslut/0015).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from natverkskollen.analysis.result import Lacking, Outcome, Sufficiency, ThemeResult, VerdictWord
from natverkskollen.analysis.value import BEST, WORST, weighted_mean
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion


def sufficiency(
    criteria: CriteriaSet,
    weights: Mapping[str, Fraction],
    themes: Sequence[ThemeResult],
    coverage: Fraction,
    blocked: bool,
    waiting_for: tuple[Assessor, ...] = (),
) -> Sufficiency:
    """Whether one network's answers are enough, by the rules of the criteria file.

    `weights` are the themes' parts of the whole weight, `coverage` (0–1) the part of the applicable
    weight that is assessed, `blocked` whether a minimum level is not shown to be reached, and
    `waiting_for` those whose answers are to be handed in before anybody's count.
    """
    rules = criteria.verdict
    applicable = _applicable(weights, themes)
    least = most = None
    if any(each.assessment.state == "not-assessed" for theme in themes for each in theme.criteria):
        least, most = (_outcome(criteria, _filled(themes, at), blocked) for at in (WORST, BEST))
    lacking: Lacking | None = None
    if waiting_for:
        lacking = "waiting"
    elif not applicable or applicable * 100 < Fraction(rules.min_applicable):
        lacking = "applicable"
    elif not coverage or coverage * 100 < Fraction(rules.min_coverage):
        lacking = "coverage"
    elif not rules.missing_may_decide and least and most and least.verdict != most.verdict:
        lacking = "missing"
    return Sufficiency(
        lacking,
        applicable,
        least,
        most,
        _without_exceptions(criteria, weights, themes, blocked),
        waiting_for,
    )


def _applicable(weights: Mapping[str, Fraction], themes: Iterable[ThemeResult]) -> Fraction:
    return sum(
        (
            weights[theme.theme.id]
            * Fraction(sum(c.criterion.weight for c in theme.criteria if c.applies))
            / Fraction(sum(c.criterion.weight for c in theme.criteria))
            for theme in themes
        ),
        Fraction(0),
    )


def _filled(themes: Iterable[ThemeResult], at: Fraction) -> Fraction | None:
    """The total with every unanswered question worth the same."""
    found = []
    for theme in themes:
        value = weighted_mean(
            (each.criterion.weight, at if each.value is None else each.value)
            for each in theme.criteria
            if each.applies
        )
        if value is not None:
            found.append((theme.share, value))
    return weighted_mean(found)


def _without_exceptions(
    criteria: CriteriaSet,
    weights: Mapping[str, Fraction],
    themes: Sequence[ThemeResult],
    blocked: bool,
) -> Outcome | None:
    excepted = [each.criterion for theme in themes for each in theme.criteria if not each.applies]
    if not excepted:
        return None
    found = []
    for theme in themes:
        value = weighted_mean(
            (each.criterion.weight, WORST if each.value is None else each.value)
            for each in theme.criteria
            if each.value is not None or not each.applies
        )
        if value is not None:
            found.append((weights[theme.theme.id], value))
    return _outcome(criteria, weighted_mean(found), blocked or _required(criteria, excepted))


def _required(criteria: CriteriaSet, excepted: Iterable[Criterion]) -> bool:
    """Whether a minimum level is set for any of them that the lowest step does not reach."""
    least = criteria.scale.min
    return any(criteria.verdict.minimum.get(each.id, least) > least for each in excepted)


def _outcome(criteria: CriteriaSet, total: Fraction | None, blocked: bool) -> Outcome | None:
    return None if total is None else Outcome(total, verdict_word(criteria, total, blocked))


def verdict_word(criteria: CriteriaSet, total: Fraction, blocked: bool) -> VerdictWord:
    """Which side of the cut-offs a total falls on; a minimum level not met blocks keep."""
    if total < Fraction(criteria.verdict.leave_below):
        return "leave"
    if total >= Fraction(criteria.verdict.keep_from) and not blocked:
        return "keep"
    return "come-back"
