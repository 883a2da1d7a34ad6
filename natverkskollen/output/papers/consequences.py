"""Övriga konsekvenser: law, children and follow-up, only as a person has written them."""

from __future__ import annotations

from collections.abc import Callable

from natverkskollen.output.papers.blocks import Block, Paragraph
from natverkskollen.output.papers.budgets import BUDGETS, Fitted, Wish, fitted
from natverkskollen.output.papers.gaps import gap
from natverkskollen.output.papers.section_text import text_blocks
from natverkskollen.output.papers.writing import Writing, once

CHILDREN = {
    "ja": "Ärendet berör barn.",
    "indirekt": "Ärendet berör barn indirekt.",
    "nej": "Ärendet berör inte barn.",
}


def legal(writing: Writing) -> tuple[Block, ...]:
    """The legal assessment that was entered."""
    return _alone(writing, "juridik")


def children(writing: Writing) -> tuple[Block, ...]:
    """Whether children are affected, as a person answered it."""
    return _alone(writing, "barn")


def follow_up(writing: Writing) -> tuple[Block, ...]:
    """What was entered about how the decision is followed up."""
    return _alone(writing, "uppfoljning")


def other(writing: Writing) -> tuple[Block, ...]:
    """Those of the three that the template gives no section of their own; empty where none is said.

    A text that a person rewrote under the section's own heading stands here too.
    """
    blocks: list[Block] = []
    for id_ in _together(writing):
        edit = writing.evaluation.memo_texts.get(id_)
        blocks += text_blocks(edit.text) if edit else _alone(writing, id_)
    return tuple(blocks)


def consequence_texts(writing: Writing) -> tuple[Fitted, ...]:
    """The three texts as the memo has room for them, under the template's own headings."""
    return tuple(_texts(writing).values())


@once
def _texts(writing: Writing) -> dict[str, Fitted]:
    found = _fitted(writing, _together(writing), "ovriga")
    for id_ in _WRITTEN:
        if id_ in writing.template.kept:
            found |= _fitted(writing, (id_,), id_)
    return found


def _together(writing: Writing) -> tuple[str, ...]:
    return tuple(id_ for id_ in _WRITTEN if id_ not in writing.template.kept)


def _fitted(writing: Writing, ids: tuple[str, ...], section: str) -> dict[str, Fitted]:
    least, most = BUDGETS[section].words(len(writing.result.networks))
    wishes = {
        id_: Wish(section, writing.template.heading(id_), text, least // max(1, len(ids)))
        for id_ in ids
        if (text := _WRITTEN[id_](writing))
    }
    return dict(zip(wishes, fitted(tuple(wishes.values()), most), strict=True))


def _alone(writing: Writing, id_: str) -> tuple[Block, ...]:
    found = _texts(writing).get(id_)
    text = found.text if found else ""
    if not text and id_ == "barn":
        text = gap(writing, "om ärendet berör barn, och hur")
    return (Paragraph(text),) if text else ()


def _children_text(writing: Writing) -> str:
    answered = writing.evaluation.case.children
    return f"{CHILDREN[answered.affected]} {answered.reason}" if answered else ""


_WRITTEN: dict[str, Callable[[Writing], str]] = {
    "juridik": lambda writing: writing.evaluation.case.legal or "",
    "barn": _children_text,
    "uppfoljning": lambda writing: writing.evaluation.case.follow_up or "",
}
