"""The evaluation in figures: networks side by side, theme by theme, and the bars."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import STATES, bounds_words, value_words, verdict_name
from natverkskollen.decisions.brief import outcome_name
from natverkskollen.output.drawings.on_paper import on_paper
from natverkskollen.output.drawings.theme_bars import theme_bars
from natverkskollen.output.papers.blocks import Block, Paragraph, Picture, Table
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.numbers import percent

MOST_COLUMNS = 4


def figures(writing: Writing) -> Iterator[Block]:
    """The values theme by theme as a table, and what each adds as a picture, where wanted."""
    result, without = writing.result, writing.evaluation.appendix_without
    if "matrix" not in without:
        yield Paragraph(
            "Värdet går från 0 till 100. Inom parentes står hur lågt och hur högt det kan vara med "
            "det underlag som finns.",
            kind="lead",
        )
        yield _matrix(result)
    if "chart" not in without:
        bars = theme_bars(result)
        yield Picture(on_paper(bars), bars.alt)


def _value(value: Fraction | None, low: Fraction | None, high: Fraction | None) -> str:
    if value is None:
        return STATES["not-assessed"]
    return value_words(value) + ("" if low == high else f" ({bounds_words(low, high)})")


def _matrix(result: Result) -> Table:
    rows = [
        (
            theme.title,
            percent(result.weights[theme.id]).replace("procent", "%"),
            *(_theme_value(found, position) for found in result.networks),
        )
        for position, theme in enumerate(result.criteria.themes)
    ]
    rows += [
        (
            "Sammanvägt",
            percent(Fraction(1)).replace("procent", "%"),
            *(_total(found) for found in result.networks),
        ),
        ("Resultat", "", *(verdict_name(f.verdict, f.member) for f in result.networks)),
        ("Förslag", "", *(_outcome(f) for f in result.networks)),
    ]
    return _sided("Värde per tema och sammanvägt", "Vikt", result, rows, totals=3)


def _total(found: NetworkResult) -> str:
    return "–" if found.told is None else _value(found.told, found.low, found.high)


def _theme_value(found: NetworkResult, position: int) -> str:
    theme = found.themes[position]
    if theme.coverage is None:
        return STATES["not-applicable"]
    return _value(theme.value, theme.low, theme.high)


def _outcome(found: NetworkResult) -> str:
    if not found.decision:
        return "Inget inskrivet"
    return outcome_name(found.decision.outcome)


def _sided(
    title: str, second: str, result: Result, rows: list[tuple[str, ...]], totals: int
) -> Table:
    """Themes down and networks across; turned when there are too many networks for the page."""
    names = tuple(found.network.short for found in result.networks)
    header = ("Tema", *((second,) if second else ()), *names)
    first = {1: 45, 2: 30}.get(len(names), 24)
    if len(names) <= MOST_COLUMNS:
        own = (first, 10) if second else (first,)
        widths = (*own, *((100 - sum(own)) // len(names) for _ in names))
        return Table(title, header, tuple(rows), widths, tuple(range(1, len(header))), totals)
    turned = tuple(zip(header, *rows, strict=True))
    width = 74 // len(rows)
    return Table(
        title,
        ("Nätverk", *turned[0][1:]),
        turned[1:],
        (26, *(width for _ in rows)),
        tuple(range(1, len(rows) + 1)),
    )
