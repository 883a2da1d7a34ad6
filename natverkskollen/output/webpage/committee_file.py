"""The committee's reading as one HTML file that opens without a server or a network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from natverkskollen.analysis.findings import Finding
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.decisions.question import case_title
from natverkskollen.output.drawings.on_screen import on_screen
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.webpage.committee import committee
from natverkskollen.output.webpage.style import style

# The file may show what it holds and nothing else: no script, no address but its own images.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'"


def committee_file(
    found: Robustness, findings: Sequence[Finding], template: MemoTemplate | None = None
) -> str:
    """A whole HTML document in Swedish, the same every time for the same result."""
    result = found.result
    about = case_title(result.evaluation, [each.network for each in result.networks])
    title = f"{about} – sammanfattning för nämnden"
    page = committee(found, findings, on_screen, template)
    return (
        '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(title)}</title><style>{style()}</style></head>"
        f'<body class="nk-file"><main>{page}</main></body></html>\n'
    )
