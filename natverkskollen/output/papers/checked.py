"""What was found in the ground and explained, and what the networks replied, for the appendix."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.fact_check import reply_rows
from natverkskollen.analysis.findings import explained, find_all
from natverkskollen.output.papers.blocks import Block, Heading, Table
from natverkskollen.output.papers.writing import Writing


def checked(writing: Writing) -> Iterator[Block]:
    """The explained findings and the replies; nothing where there are none."""
    findings = explained(find_all(writing.result.dossier))
    if findings:
        yield Heading(3, "Fynd i underlaget som har förklarats")
        yield Table(
            "Fynd av Nätverkskollen och kommunens förklaringar",
            ("Fynd", "Förklaring"),
            findings,
            (55, 45),
        )
    for found in writing.result.networks:
        rows = reply_rows(writing.evaluation, found.network)
        if rows:
            yield Heading(3, f"Svar på faktagranskningen från {found.network.short}")
            yield Table(
                f"Faktagranskning, {found.network.short}",
                ("Gäller", "Svar", "Källa"),
                tuple(tuple(cell or "–" for cell in row) for row in rows),
                (30, 45, 25),
            )
