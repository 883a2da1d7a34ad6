"""How the values are counted: the scale and its limits, the grades, the weights, the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from natverkskollen.analysis.agreement import agreement, theme_agreements
from natverkskollen.analysis.wording import GRADES, VERDICT_ORDER, verdict_heading
from natverkskollen.analysis.zero_alternative import zero_sentence
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.output.papers.blocks import Block, Bullets, Paragraph
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import listed, lower_first

PROGRAM = "Beräkningarna är gjorda i programmet Nätverkskollen. Bedömningarna är förvaltningens."


def method(writing: Writing) -> Iterator[Block]:
    """What a reader needs to follow a value from a level to a result, as running text and lists."""
    result = writing.result
    criteria, rules = result.criteria, result.criteria.verdict
    low, high = criteria.scale.min, criteria.scale.max
    members = {found.member for found in result.networks}
    keep, between, leave = (lower_first(verdict_heading(word, members)) for word in VERDICT_ORDER)
    minimums = [
        f"nivå {level} på ”{lower_first(criterion.title)}”"
        for id_, level in rules.minimum.items()
        if (criterion := criteria.criterion(id_))
    ]
    yield Paragraph(
        f"{PROGRAM} Kriterierna bedöms på skalan {low}–{high}. Nivå {low} är värd 0 och nivå "
        f"{high} är värd 100. Resultatet är {keep} från {number(rules.keep_from)} och "
        f"{leave} under {number(rules.leave_below)}. Däremellan är det {between}."
        + (f" För {keep} krävs minst {listed(minimums)}." if minimums else "")
        + f" {zero_sentence(result)}".rstrip()
    )
    widths = criteria.evidence_grades
    yield Bullets(
        tuple(
            f"{GRADES[grade]}: {_width_words(widths[grade])}{_part_words(criteria, grade)}."
            for grade in ("A", "B", "C")
        )
    )
    weights = listed([f"{t.title} {_share(result.weights[t.id])}" for t in criteria.themes])
    chosen = writing.evaluation.weighting
    said = [f"Vikter ({lower_first(result.weighting_title)}): {weights}."]
    said += [f"Vikterna är valda av {lower_first(chosen.chosen_by)}."] if chosen.chosen_by else []
    said += [chosen.reason] if chosen.reason else []
    yield Paragraph(" ".join(said))
    agreed = agreement(result.dossier)
    if agreed:
        yield Paragraph(agreed.words)
        yield Bullets(tuple(theme_agreements(result.dossier)))


def _share(weight: Fraction) -> str:
    return f"{number(weight * 100, None if (weight * 100).denominator == 1 else 1)}{HARD}%"


def _width_words(width: Decimal) -> str:
    if not width:
        return "nivån räknas som säker"
    return f"nivån kan vara {number(width)} steg för hög eller för låg"


def _part_words(criteria: CriteriaSet, grade: Literal["A", "B", "C"]) -> str:
    part = criteria.number_grades.get(grade)
    return f", ett tal eller en kostnad {number(part)}{HARD}procent" if part else ""
