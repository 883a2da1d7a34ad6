"""One page for a committee: the answer in words first, then what it rests on and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from natverkskollen.analysis.findings import Finding, still_open
from natverkskollen.analysis.reasons import weightiest
from natverkskollen.analysis.result import CriterionResult, Result
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.wording import (
    STATES,
    STATUS,
    bounds_words,
    difference_sentence,
    level_words,
    value_words,
    verdict_name,
)
from natverkskollen.decisions.sentences import decision_blocks
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.theme_bars import theme_bars
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.papers.sources import document_words, sources
from natverkskollen.output.webpage.markup import Cell, bullets, heading, paragraphs, table
from natverkskollen.output.webpage.tables import cost_table
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.numbers import percent, span
from natverkskollen.swedish.words import counted, lower_first

_MOST_FINDINGS = 3
_MOST_REASONS = 2


def committee(
    found: Robustness, findings: Sequence[Finding], figure: Callable[[Drawing], str]
) -> str:
    """The whole reading as HTML, two pages of A4 in print; `figure` says how a drawing is shown."""
    result = found.result
    parts = (
        _head(result),
        _answers(found),
        _proposal(result),
        paragraphs(result.evaluation.remark or "", "nk-remark"),
        _part("Kriterium för kriterium", _matrix(result)),
        _pair(
            _part("Vad varje tema bidrar med", figure(theme_bars(result))),
            _part("Hur säkert det är", figure(verdict_bars(found)), bullets(_when(found))),
        ),
        _pair(
            _part("Vad medlemskapen kostar", figure(cost_bars(result)), cost_table(result)),
            _part("Att veta om underlaget", _findings(findings)),
        ),
        _part("Källor", bullets([document_words(each) for each in sources(result)])),
        paragraphs(_origin(found), "nk-quiet"),
    )
    return f'<article class="nk-committee">{"".join(parts)}</article>'


def _part(title: str, *contents: str) -> str:
    return f'<section class="nk-part">{heading(title)}{"".join(contents)}</section>'


def _pair(one: str, other: str) -> str:
    """Two parts that stand side by side where the paper or the screen is wide enough."""
    return f'<div class="nk-pair">{one}{other}</div>'


def _head(result: Result) -> str:
    evaluation, case = result.evaluation, result.evaluation.case
    told = (
        evaluation.municipality.name,
        case.body,
        long_date(case.date),
        case.diarienummer or "",
        STATUS[evaluation.status],
    )
    return paragraphs(" · ".join(filter(None, told)), "nk-quiet") + heading(evaluation.title, 1)


def _answers(found: Robustness) -> str:
    rows = "".join(
        f"<li><strong>{escape(each.name)}: {escape(_verdict(each))}.</strong> "
        f"{escape(each.sentence)}{bullets(_reasons(found.result, each.network))}</li>"
        for each in found.networks
    )
    return f'<ul class="nk-answers">{rows}</ul>'


def _reasons(result: Result, network: str) -> list[str]:
    """The weightiest reasons of one network, each in the first sentence of what was written."""
    reasons = weightiest(result, most=_MOST_REASONS, per_theme=1)
    about = [each for each in reasons if network in [each.id for each in each.networks]]
    return [each.opening for each in about]


def _verdict(found: NetworkRobustness) -> str:
    return lower_first(verdict_name(found.verdict, found.member))


def _proposal(result: Result) -> str:
    """The decisions as they are proposed, and why where one departs from what the scores say."""
    blocks = decision_blocks(result.evaluation, lambda id_: result.network(id_).network)
    if not blocks:
        return ""
    several = len(blocks) > 1
    said = [
        paragraphs(block.lead or (block.label if several else "")) + bullets(block.points)
        for block in blocks
    ]
    departs = [difference_sentence(found) for found in result.networks]
    return _part("Förslag till beslut", *said, bullets(departs))


def _matrix(result: Result) -> str:
    rows: list[list[Cell | str]] = []
    for position, theme in enumerate(result.criteria.themes):
        parts = [found.themes[position] for found in result.networks]
        weight = percent(result.weights[theme.id])
        rows.append(
            [
                Cell(f"{theme.title}, {weight}", heading=True),
                *(Cell(f"värde {value_words(part.value)}", heading=True) for part in parts),
            ]
        )
        for place, criterion in enumerate(theme.criteria):
            cells = [_answer(result.criteria, part.criteria[place]) for part in parts]
            rows.append([criterion.title, *cells])
    totals = [
        Cell(f"{value_words(n.total)} ({bounds_words(n.low, n.high)})", heading=True)
        for n in result.networks
    ]
    rows.append([Cell("Sammanvägt, med intervall", heading=True), *totals])
    scale = result.criteria.scale
    caption = (
        f"Nivå {span(scale.min, scale.max)} på varje kriterium och temats värde av 100. "
        "Ju mörkare ruta, desto högre värde."
    )
    return table(caption, ("Kriterium", *(n.network.short for n in result.networks)), rows)


def _answer(criteria: CriteriaSet, cell: CriterionResult) -> Cell:
    if cell.value is None:
        return Cell(STATES.get(cell.assessment.state, STATES["not-assessed"]))
    return Cell(level_words(cell), tint=float(cell.value))


def _when(found: Robustness) -> list[str]:
    """When each verdict would change: the nearest turning point and under which profiles."""
    told = []
    for each in found.networks:
        told += [each.profile_sentence, *each.flip_sentences[:1]]
    return told


def _findings(findings: Sequence[Finding]) -> str:
    left = still_open(findings)
    if not left:
        return paragraphs("Inget är kvar att kontrollera i underlaget.")
    more = len(left) - _MOST_FINDINGS
    rest = [f"Därtill {counted(more, 'en punkt', 'punkter')} att kontrollera."] if more > 0 else []
    return bullets([each.what for each in left[:_MOST_FINDINGS]] + rest)


def _origin(found: Robustness) -> str:
    result = found.result
    return (
        f"{found.method_sentence} Beräknat av Nätverkskollen {result.program_version} med "
        f"{result.criteria.title}, version {result.criteria.revision}. Underlagets kontrollsumma: "
        f"{result.input_hash[:16]}."
    )
