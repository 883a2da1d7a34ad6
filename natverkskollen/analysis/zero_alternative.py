"""The zero alternative: what it is worth to have no membership at all, by the same criteria.

Every proposal is held against doing nothing. Without a membership nothing is paid and nothing is
used: costs are at nought and the rest at its lowest, but for questions that then have no meaning.
A criterion may say otherwise by `without_membership`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.value import BEST, WORST, criterion_value, weighted_mean
from natverkskollen.analysis.wording import quoted_verdict
from natverkskollen.model.criteria import CriteriaSet, Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import apart, number
from natverkskollen.swedish.words import listed, lower_first

NAME = "Inget medlemskap"


@dataclass(frozen=True)
class ZeroAlternative:
    """The value 0–100 in each theme (None: no question has a meaning there) and in whole.

    `contributions` are what each theme adds to the whole; they sum to it.
    """

    themes: dict[str, Fraction | None]
    contributions: dict[str, Fraction | None]
    total: Fraction | None


def zero_alternative(result: Result) -> ZeroAlternative:
    """What no membership is worth under the weights of an evaluation."""
    themes = {theme.id: _theme(result.criteria, theme) for theme in result.criteria.themes}
    known = {id_: value for id_, value in themes.items() if value is not None}
    whole = sum((result.weights[id_] for id_ in known), Fraction(0))
    parts = {
        id_: result.weights[id_] / whole * known[id_] if whole and id_ in known else None
        for id_ in themes
    }
    return ZeroAlternative(
        themes, parts, weighted_mean((result.weights[id_], value) for id_, value in known.items())
    )


def _theme(criteria: CriteriaSet, theme: Theme) -> Fraction | None:
    values = ((each.weight, _value(criteria, theme, each)) for each in theme.criteria)
    return weighted_mean((weight, value) for weight, value in values if value is not None)


def _value(criteria: CriteriaSet, theme: Theme, criterion: Criterion) -> Fraction | None:
    said = criterion.without_membership
    if said is not None:
        return {"lowest": WORST, "highest": BEST, "not-applicable": None}[said]
    if criterion.judged:  # how foreseeable is a fee that there is not? The question has no meaning
        return None if theme.cost else WORST
    return criterion_value(criterion, Fraction(0), criteria.scale)


def zero_sentence(result: Result) -> str:
    """What no membership is worth, and what the limits mean beside it; empty where nothing is."""
    found, rules = zero_alternative(result), result.criteria.verdict
    if found.total is None:
        return ""
    gains = [
        lower_first(theme.title)
        for theme in result.criteria.themes
        if (value := found.themes[theme.id]) is not None and value > WORST
    ]
    why = f", allt från {listed([f'”{title}”' for title in gains])}" if gains else ""
    limits = Fraction(rules.leave_below), Fraction(rules.keep_from)
    said = f"{NAME} får {apart(found.total, *limits)} av 100{why}."
    leave, keep = (number(limit) for limit in limits)
    if found.total >= limits[0]:
        return (
            f"{said} Redan det når gränsen {leave}: med de här vikterna kan ett nätverk som inte "
            "används hamna över den."
        )
    members = {each.member for each in result.networks}
    away, stay = (
        listed([quoted_verdict(word, member) for member in sorted(members, reverse=True)], "eller")
        for word in ("leave", "keep")
    )
    return (
        f"{said} Gränserna säger hur mycket mer ett nätverk ska tillföra: under {leave} blir det "
        f"{away} och från {keep} {stay}."
    )
