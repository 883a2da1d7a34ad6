"""Bilaga 1: every level with its reason, theme by theme, side by side and in whole."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.assessment import Ground
from natverkskollen.analysis.result import CriterionResult, NetworkResult
from natverkskollen.analysis.wording import STATES, answer_words, cell_words
from natverkskollen.model.criteria import Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.papers.alternatives import options
from natverkskollen.output.papers.blocks import Block, Heading, Paragraph, Section, Table
from natverkskollen.output.papers.checked import earlier_criteria
from natverkskollen.output.papers.figures import figures
from natverkskollen.output.papers.moved import moved_texts
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.money import kr

NO_REASON = "Motivering saknas."


def theme_appendix(writing: Writing) -> tuple[Section, ...]:
    """The networks side by side, the themes, the alternatives, and the texts in whole."""
    themes = writing.result.criteria.themes
    return (
        Section("oversikt", "Bedömningen i översikt", tuple(figures(writing))),
        *(
            Section(theme.id, theme.title, (_theme(writing, at, theme),))
            for at, theme in enumerate(themes)
        ),
        Section("alternativ", "Alternativ", options(writing)),
        Section("texter", "Texterna i sin helhet", tuple(_whole(writing))),
        Section("tidigare", "När kriterierna ändrades", tuple(earlier_criteria(writing))),
    )


def _theme(writing: Writing, at: int, theme: Theme) -> Table:
    """A row for each criterion and network: what was answered, and why."""
    rows = [
        (
            criterion.title if first else "",
            found.network.short,
            _answered(found.themes[at].criteria[place]),
            _reasons(writing, found.themes[at].criteria[place]),
        )
        for place, criterion in enumerate(theme.criteria)
        for first, found in _numbered(writing)
    ]
    return Table(
        f"{theme.title}: bedömning och skäl",
        ("Kriterium", "Nätverk", "Bedömning", "Skäl"),
        tuple(rows),
        (19, 17, 18, 46),
    )


def _numbered(writing: Writing) -> Iterator[tuple[bool, NetworkResult]]:
    for at, found in enumerate(writing.result.networks):
        yield at == 0, found


def _answered(cell: CriterionResult) -> str:
    if not cell.criterion.asked:
        figure = cell.assessment.figure
        return "okänt belopp" if figure is None else kr(figure)
    return cell_words(cell)


def _reasons(writing: Writing, cell: CriterionResult) -> str:
    """Why, in whole; with what each answered where several did."""
    if not cell.criterion.asked:
        return "Räknad efter nätverkets regler, se bilaga 2."
    grounds = [ground for ground in cell.assessment.grounds if _says_something(ground)]
    if len(grounds) < 2:
        said = [ground.answer.rationale or NO_REASON for ground in grounds]
        return "".join(said) or STATES["not-assessed"]
    return "\n".join(_of_one(writing, cell.criterion, ground) for ground in grounds)


def _of_one(writing: Writing, criterion: Criterion, ground: Ground) -> str:
    words = answer_words(writing.result.criteria, criterion, ground.answer).split(" – ")[0]
    why = ground.answer.rationale or NO_REASON
    return f"{ground.assessor.role} ({words[:1].lower()}{words[1:]}): {why}"


def _says_something(ground: Ground) -> bool:
    answer = ground.answer
    return bool(answer.score is not None or answer.not_applicable or answer.rationale)


def _whole(writing: Writing) -> Iterator[Block]:
    """Every text that the memo has only the beginning of."""
    for text in moved_texts(writing):
        yield Heading(3, text.title)
        yield Paragraph(text.whole)
