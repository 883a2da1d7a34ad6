"""What the memo had no room for, or no section for: it stands in whole in bilaga 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from natverkskollen.output.papers.budgets import Fitted
from natverkskollen.output.papers.case_description import description_texts
from natverkskollen.output.papers.consequences import consequence_texts
from natverkskollen.output.papers.opinion import CONCLUSION, opinion_texts
from natverkskollen.output.papers.summary import motive_texts
from natverkskollen.output.papers.writing import Writing, once


@once
def moved_texts(writing: Writing) -> tuple[Fitted, ...]:
    """Every text that a person wrote for the memo and that the memo does not hold in whole.

    A reason is not among them: every reason stands in whole under its theme.
    """
    return tuple(each for each in _all(writing) if each.cut)


def _all(writing: Writing) -> Iterator[Fitted]:
    for each in (
        *description_texts(writing),
        *motive_texts(writing),
        *(text for text in opinion_texts(writing) if text.title == CONCLUSION),
        *consequence_texts(writing),
    ):
        absent = each.section not in writing.template.kept
        rewritten = each.section in writing.evaluation.memo_texts
        yield replace(each, kept="") if absent or rewritten else each
