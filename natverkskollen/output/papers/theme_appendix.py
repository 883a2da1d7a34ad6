"""Bilaga 1: every level with its reason, theme by theme, side by side and in whole.

A person can leave out what the evaluation names in `appendix_without`; the levels always stand.
"""

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
from natverkskollen.output.papers.cost_tables import quoted_words, year_cost
from natverkskollen.output.papers.figures import figures
from natverkskollen.output.papers.moved import moved_texts
from natverkskollen.output.papers.writing import Writing

NO_REASON = "Motivering saknas."
SIDE_BY_SIDE = 3  # networks that a table has room for beside each other
FIRST = 18  # the width of the first column, in per cent


def theme_appendix(writing: Writing) -> tuple[Section, ...]:
    """The networks side by side, the themes, the alternatives, and the texts in whole."""
    themes = writing.result.criteria.themes
    return (
        Section("oversikt", "Bedömningen i översikt", tuple(figures(writing))),
        *(
            Section(theme.id, theme.title, (_theme(writing, at, theme),))
            for at, theme in enumerate(themes)
        ),
        Section("alternativ", "Alternativ", _alternatives(writing)),
        Section("texter", "Texterna i sin helhet", tuple(_whole(writing))),
        Section("tidigare", "När kriterierna ändrades", tuple(earlier_criteria(writing))),
    )


def _alternatives(writing: Writing) -> tuple[Block, ...]:
    return () if "alternatives" in writing.evaluation.appendix_without else options(writing)


def _theme(writing: Writing, at: int, theme: Theme) -> Table:
    """What was answered on each criterion and why: networks side by side, or row by row."""
    what = "Bedömning och skäl" if _with_reasons(writing) else "Bedömning"
    title, networks = f"{theme.title}: {what.lower()}", writing.result.networks
    if len(networks) > SIDE_BY_SIDE:
        rows = [
            (
                criterion.title if found is networks[0] else "",
                found.network.short,
                _cell(writing, found, found.themes[at].criteria[place]),
            )
            for place, criterion in enumerate(theme.criteria)
            for found in networks
        ]
        by_row = ("Kriterium", "Nätverk", what)
        return Table(title, by_row, tuple(rows), (22, 18, 60))
    beside = [
        (
            criterion.title,
            *(_cell(writing, found, found.themes[at].criteria[place]) for found in networks),
        )
        for place, criterion in enumerate(theme.criteria)
    ]
    each = (100 - FIRST) // len(networks)
    header = ("Kriterium", *(found.network.short for found in networks))
    return Table(title, header, tuple(beside), (FIRST, *(each for _ in networks)))


def _cell(writing: Writing, found: NetworkResult, cell: CriterionResult) -> str:
    """What counts on a criterion, and under it why; what is counted always says how."""
    answered, why = _answered(cell), _reasons(writing, found, cell)
    if cell.criterion.asked and not _with_reasons(writing):
        return answered
    return answered if answered == why else f"{answered.rstrip('.')}.\n{why}"


def _with_reasons(writing: Writing) -> bool:
    return "reasons" not in writing.evaluation.appendix_without


def _answered(cell: CriterionResult) -> str:
    if not cell.criterion.asked:
        return "okänt belopp" if cell.assessment.figure is None else cell_words(cell)
    return cell_words(cell)


def _reasons(writing: Writing, found: NetworkResult, cell: CriterionResult) -> str:
    """Why, in whole; with what each answered where several did."""
    if not cell.criterion.asked:
        quoted = found.cost.quoted
        beside = f" Underlaget anger {quoted_words(quoted)}." if quoted else ""
        return f"Räknad efter nätverkets regler, {year_cost(found)} (bilaga 2).{beside}"
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
