"""One criteria set as a person reads it: levels, value functions, weights and cut-offs."""

from __future__ import annotations

from components.shell import html
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.weights import shares
from natverkskollen.analysis.value import anchors
from natverkskollen.analysis.wording import VERDICT_ORDER, value_words, verdict_heading
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number, percent
from natverkskollen.swedish.signs import HARD


def show_verdict_rules(criteria: CriteriaSet) -> None:
    """The cut-offs and minimum levels, as they were fixed before scoring."""
    rules = criteria.verdict
    keep, between, leave = (verdict_heading(each, (True, False)) for each in VERDICT_ORDER)
    rows = [
        (keep, f"värdet är minst {number(rules.keep_from)} av 100"),
        (leave, f"värdet är under {number(rules.leave_below)} av 100"),
        (between, "värdet ligger däremellan, eller en miniminivå är inte nådd"),
        (
            "Kräver underlag",
            f"minst {number(rules.min_coverage)}{HARD}procent av vikten är bedömd och minst "
            f"{number(rules.min_applicable)}{HARD}procent är tillämplig",
        ),
    ]
    for id_, level in rules.minimum.items():
        criterion = criteria.criterion(id_)
        rows.append(("Miniminivå", f"{criterion.title if criterion else id_}: minst nivå {level}"))
    grades = ", ".join(
        f"{grade}: ±{number(width)} steg" for grade, width in criteria.evidence_grades.items()
    )
    rows.append(("Vad uppgiften bygger på", grades))
    if criteria.number_grades:
        parts = criteria.number_grades.items()
        words = ", ".join(f"{grade}: ±{number(part)}{HARD}procent" for grade, part in parts)
        rows.append(("Tal och kostnad bygger på", words))
    html.labelled(rows)


def show_weights(result: Result) -> None:
    """Each theme's share of the weight under every profile; the one in use comes first."""
    criteria = result.criteria
    profiles = [(f"{result.weighting_title} (används)", result.weights)]
    for profile in criteria.profiles:
        each = shares(profile.weights)
        if profile.title != result.weighting_title:
            profiles.append((profile.title, each))
    rows: list[html.Row] = [
        (
            theme.title,
            *(html.Cell(percent(each[theme.id]), number=True) for _, each in profiles),
        )
        for theme in criteria.themes
    ]
    html.table("Temanas vikter", ("Tema", *(title for title, _ in profiles)), rows)


def show_criterion(criteria: CriteriaSet, criterion: Criterion) -> None:
    """One criterion: its question, its guidance and what each answer is worth."""
    html.heading(criterion.title, 4)
    html.paragraphs(criterion.question)
    if criterion.guidance:
        html.paragraphs(criterion.guidance, "nk-quiet")
    header = ("Nivå", "Betyder", "Värde") if criterion.judged else (_unit(criterion), "Värde")
    rows: list[html.Row] = [
        (
            number(anchor.figure),
            *((anchor.meaning,) if criterion.judged else ()),
            html.Cell(value_words(anchor.value), number=True),
        )
        for anchor in anchors(criterion, criteria.scale)
    ]
    html.table(f"{criterion.title}: vikt {number(criterion.weight)} i temat", header, rows)


def _unit(criterion: Criterion) -> str:
    how = "" if criterion.asked else "Räknas fram: "
    return f"{how}{criterion.figure_unit}"
