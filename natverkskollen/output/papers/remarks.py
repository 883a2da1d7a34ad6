"""What a reader must know before any figure: that it is fictional, and the entered remark."""

from __future__ import annotations

from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.words import capital


def fictional(writing: Writing) -> tuple[str, ...]:
    """That the municipality is made up; this stands first in every paper with a decision in it."""
    if not writing.evaluation.fictional:
        return ()
    who = capital(writing.evaluation.municipality.definite)
    return (f"Påhittat exempel. {who}, bedömningarna och besluten är inte verkliga.",)


def remarks(writing: Writing) -> tuple[str, ...]:
    """All of it, for the paper in which the levels stand."""
    entered = writing.evaluation.remark
    return (*fictional(writing), *((entered,) if entered else ()))
