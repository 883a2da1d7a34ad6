"""The summary for a committee: one page that answers first, and more to read at a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from natverkskollen.analysis.findings import Finding
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.webpage.committee_details import details
from natverkskollen.output.webpage.committee_summary import summary


def committee(
    found: Robustness,
    findings: Sequence[Finding],
    figure: Callable[[Drawing], str],
    template: MemoTemplate | None = None,
) -> str:
    """The page as HTML, one A4 in print; `figure` says how a drawing is shown.

    The decisions are written as in the memo from the same template.
    """
    first = summary(found, findings, template or MemoTemplate())
    return f'<article class="nk-committee">{first}{details(found, findings, figure)}</article>'
