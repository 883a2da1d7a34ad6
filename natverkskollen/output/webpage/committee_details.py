"""What the committee can read more about: theme by theme, how sure, the cost, the sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from natverkskollen.analysis.cost_bases import bases_sentence
from natverkskollen.analysis.findings import Finding, still_open
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.zero_alternative import zero_sentence
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.theme_bars import theme_bars
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.papers.sources import document_words, sources
from natverkskollen.output.webpage.committee_matrix import committee_matrix
from natverkskollen.output.webpage.cost_tables import cost_table
from natverkskollen.output.webpage.html_lists import bullets
from natverkskollen.output.webpage.markup import heading, paragraphs


def details(
    found: Robustness, findings: Sequence[Finding], figure: Callable[[Drawing], str]
) -> str:
    """Everything with figures, each part at a click; `figure` says how a drawing is shown."""
    result = found.result
    bases = paragraphs(bases_sentence(result), "nk-quiet")
    parts = (
        _part("Bedömningen tema för tema", committee_matrix(result), figure(theme_bars(result))),
        _part("Kostnaden", figure(cost_bars(result)), cost_table(result), bases),
        _part("Hur säker bedömningen är", figure(verdict_bars(found)), bullets(_when(found))),
        _part("Att kontrollera i underlaget", _findings(findings)),
        _part("Källor", bullets([document_words(each) for each in sources(result)])),
        _part(
            "Om bedömningen",
            paragraphs(result.evaluation.remark or ""),
            paragraphs(zero_sentence(result)),
            paragraphs(_origin(found), "nk-quiet"),
        ),
    )
    return f'<section class="nk-more">{heading("Läs mer")}{"".join(parts)}</section>'


def _part(title: str, *contents: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{''.join(contents)}</details>"


def _when(found: Robustness) -> list[str]:
    """When each verdict would change: the nearest turning point and under which profiles."""
    told = []
    for each in found.networks:
        told += [each.sentence, each.certainty.apart, each.profile_sentence]
        told += each.flip_sentences[:1]
    return list(filter(None, told))


def _findings(findings: Sequence[Finding]) -> str:
    left = still_open(findings)
    if not left:
        return paragraphs("Inget är kvar att kontrollera i underlaget.")
    return bullets([each.what for each in left])


def _origin(found: Robustness) -> str:
    result = found.result
    return (
        f"{found.method_sentence} Beräknat av Nätverkskollen {result.program_version} med "
        f"{result.criteria.title}, version {result.criteria.revision}. Underlagets kontrollsumma: "
        f"{result.input_hash[:16]}."
    )
