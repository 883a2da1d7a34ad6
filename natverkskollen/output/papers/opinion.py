"""Förvaltningens synpunkter: theme by theme, the conclusion, and the figures side by side."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from natverkskollen.analysis.assessment import Ground
from natverkskollen.analysis.result import CriterionResult, NetworkResult, ThemeResult
from natverkskollen.analysis.wording import STATES, answer_words, difference_sentence
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.papers.blocks import Block, Heading, Paragraph
from natverkskollen.output.papers.figures import figures
from natverkskollen.output.papers.proposal import verdict
from natverkskollen.output.papers.writing import COMPUTED, NOT_ASSESSED, Writing
from natverkskollen.swedish.money import kr
from natverkskollen.swedish.words import capital, listed, lower_first

MOST_REASONS = 2  # rationales told for a network under a theme; the appendix has them all


def views(writing: Writing) -> tuple[Block, ...]:
    """What the evaluation found on each theme, what follows from it, and the figures."""
    return (*_themes(writing), *_conclusion(writing), *figures(writing))


def _themes(writing: Writing) -> Iterator[Block]:
    result = writing.result
    if _shortened(writing):
        yield Paragraph(
            "Här står de motiveringar som väger tyngst i varje tema. Alla motiveringar och belägg "
            "står i bilagan, på den rad som anges inom hakparentes."
        )
    for position, theme in enumerate(result.criteria.themes):
        yield Heading(3, theme.title)
        for found in result.networks:
            yield Heading(4, found.network.short)
            yield from _theme(writing, found, found.themes[position])


def _shortened(writing: Writing) -> bool:
    """Whether some rationales are left to the appendix, where every one of them stands."""
    if "bilaga" not in writing.template.kept:
        return False
    themes = (theme for found in writing.result.networks for theme in found.themes)
    return any(len([c for c in theme.criteria if _reasons(c)]) > MOST_REASONS for theme in themes)


def _reasons(cell: CriterionResult) -> list[Ground]:
    return [ground for ground in spoken(cell) if ground.answer.rationale]


def _weightiest(writing: Writing, found: ThemeResult) -> set[str]:
    """The criteria of a theme that move the value most; all of them where there is no appendix."""
    told = [cell for cell in found.criteria if _reasons(cell)]
    if _shortened(writing):
        told = sorted(told, key=_pull, reverse=True)[:MOST_REASONS]
    return {cell.criterion.id for cell in told}


def _pull(cell: CriterionResult) -> Fraction:
    """How many points a criterion moves the value from the middle of the scale."""
    return Fraction(0) if cell.value is None else cell.share * abs(cell.value - 50)


def _theme(writing: Writing, network: NetworkResult, found: ThemeResult) -> Iterator[Block]:
    criteria, silent, brief = writing.result.criteria, [], []
    weightiest = _weightiest(writing, found)
    for cell in found.criteria:
        row, title = writing.row(network, cell.criterion.id), cell.criterion.title
        grounds = _reasons(cell)
        if grounds and cell.criterion.id not in weightiest:
            brief.append(f"{lower_first(title)} ({_scores(criteria, cell)}){row}")
            continue
        for ground in grounds:
            role = f", {lower_first(ground.assessor.role)}" if len(grounds) > 1 else ""
            lead = f"{title} ({short_answer(criteria, cell.criterion, ground)}{role}){row}:"
            yield Paragraph(ground.answer.rationale or "", lead=lead)
        if not cell.criterion.asked:
            figure = cell.assessment.figure
            text = f"{NOT_ASSESSED} Beloppet är okänt." if figure is None else f"{kr(figure)}."
            yield Paragraph(text, lead=f"{title}{row}, {lower_first(COMPUTED)}:")
        elif cell.assessment.state == "not-assessed" and not grounds:
            silent.append(lower_first(title))
        elif not grounds:
            said = f"{capital(_scores(criteria, cell))}. Motivering saknas."
            yield Paragraph(said, lead=f"{title}{row}:")
    if brief:
        yield Paragraph(capital(f"{listed(brief)}."), lead="Dessutom:")
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
    if bounds is not None:
        return criterion.short_words(*bounds)
    return lower_first(answer_words(criteria, criterion, ground.answer))


def _conclusion(writing: Writing) -> Iterator[Block]:
    result = writing.result
    yield Heading(3, "Slutsats")
    conclusion = writing.evaluation.case.conclusion
    yield Paragraph(conclusion or f"{NOT_ASSESSED} Ingen slutsats är inskriven.")
    for found in result.networks:
        yield verdict(writing, found)
        if found.decision and found.decision.motive:
            yield Paragraph(
                found.decision.motive, lead=f"Skäl för förslaget om {found.network.short}:"
            )
        difference = difference_sentence(found)
        if difference:
            yield Paragraph(difference, lead=f"Avvikelse, {found.network.short}:")
