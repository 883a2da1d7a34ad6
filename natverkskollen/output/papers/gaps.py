"""What is left to fill in: visible in a draft, counted on the page, impossible in a final paper."""

from __future__ import annotations

import re

from natverkskollen.decisions.naming import GAP
from natverkskollen.output.papers.blocks import Paper, block_texts
from natverkskollen.output.papers.writing import Writing

_GAP = re.compile(r"\[Fyll i(?::[^\]\n]*)?\]")


def gap(writing: Writing, what: str) -> str:
    """A gap that a draft shows: `[Fyll i: skälet …]`; a final paper has an empty text instead."""
    if writing.evaluation.status == "final":
        return ""
    return f"{GAP.removesuffix(']')}: {what}]"


def gaps_in(paper: Paper) -> tuple[str, ...]:
    """Every gap that says what is missing, in reading order and once each, without its brackets.

    The bare ones, a § in a decision, are told by the list of the decisions' gaps.
    """
    texts = [section.heading for section in paper.sections]
    texts += [t for s in paper.sections for block in s.blocks for t in block_texts(block)]
    found = (each.strip("[]") for text in texts for each in _GAP.findall(text) if ":" in each)
    return tuple(dict.fromkeys(found))
