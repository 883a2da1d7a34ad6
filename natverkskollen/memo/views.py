"""Förvaltningens synpunkter: theme by theme, the conclusion, and the figures side by side."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.assessment import Ground
from natverkskollen.criteria import CriteriaSet
from natverkskollen.criterion import ComputedCriterion, Criterion, JudgedCriterion
from natverkskollen.memo.blocks import Block, Heading, Paragraph
from natverkskollen.memo.figures import figures
from natverkskollen.memo.writing import NOT_ASSESSED, Writing
from natverkskollen.result import CriterionResult, ThemeResult
from natverkskollen.swedish import capital, kr, listed, lower_first, span
from natverkskollen.wording import (
    STATES,
    answer_words,
    difference_sentence,
    missing_words,
    verdict_sentence,
)


def views(writing: Writing) -> tuple[Block, ...]:
    """What the evaluation found on each theme, what follows from it, and the figures."""
    return (*_themes(writing), *_conclusion(writing), *figures(writing))


def _themes(writing: Writing) -> Iterator[Block]:
    result = writing.result
    for position, theme in enumerate(result.criteria.themes):
        yield Heading(3, theme.title)
        for found in result.networks:
            yield Heading(4, found.network.short)
            yield from _theme(result.criteria, found.themes[position])


def _theme(criteria: CriteriaSet, found: ThemeResult) -> Iterator[Block]:
    silent = []
    for cell in found.criteria:
        grounds = [ground for ground in spoken(cell) if ground.answer.rationale]
        for ground in grounds:
            role = f", {lower_first(ground.assessor.role)}" if len(grounds) > 1 else ""
            lead = (
                f"{cell.criterion.title} ({short_answer(criteria, cell.criterion, ground)}{role}):"
            )
            yield Paragraph(ground.answer.rationale or "", lead=lead)
        if isinstance(cell.criterion, ComputedCriterion):
            figure = cell.assessment.figure
            text = f"{NOT_ASSESSED} Beloppet är okänt." if figure is None else f"{kr(figure)}."
            yield Paragraph(text, lead=f"{cell.criterion.title}:")
        elif cell.assessment.state == "not-assessed" and not grounds:
            silent.append(lower_first(cell.criterion.title))
        elif not grounds:
            yield Paragraph(
                f"{capital(_scores(criteria, cell))}. Motivering saknas.",
                lead=f"{cell.criterion.title}:",
            )
    if silent:
        yield Paragraph(capital(f"{listed(silent)}."), lead="Ej bedömt:")


def spoken(cell: CriterionResult) -> list[Ground]:
    """The answers that count: the joint one where there is one, otherwise every assessor's."""
    grounds = list(cell.assessment.grounds)
    given = [g for g in grounds if g.answer.score is not None or g.answer.not_applicable]
    return [g for g in given if g.assessor.joint] or grounds


def _scores(criteria: CriteriaSet, cell: CriterionResult) -> str:
    answers = [short_answer(criteria, cell.criterion, g) for g in spoken(cell)]
    return listed(list(dict.fromkeys(answers))) or lower_first(STATES["not-assessed"])


def short_answer(criteria: CriteriaSet, criterion: Criterion, ground: Ground) -> str:
    """An answer in a word or two: `nivå 4`, `nivå 2–3`, `12 timmar`, `ej bedömt`."""
    bounds = ground.answer.bounds
    if bounds is not None and isinstance(criterion, JudgedCriterion):
        return f"nivå {span(*bounds)}"
    return lower_first(answer_words(criteria, criterion, ground.answer))


def _conclusion(writing: Writing) -> Iterator[Block]:
    result = writing.result
    yield Heading(3, "Slutsats")
    conclusion = writing.evaluation.case.conclusion
    yield Paragraph(conclusion or f"{NOT_ASSESSED} Ingen slutsats är inskriven.")
    for found in result.networks:
        said = [verdict_sentence(result.criteria, found), missing_words(found)]
        yield Paragraph(" ".join(filter(None, said)))
        if found.decision and found.decision.motive:
            yield Paragraph(
                found.decision.motive, lead=f"Skäl för förslaget om {found.network.short}:"
            )
        difference = difference_sentence(found)
        if difference:
            yield Paragraph(difference, lead=f"Avvikelse, {found.network.short}:")
