"""What the sections of a paper share is written once for each writing, and for no other."""

from __future__ import annotations

from dataclasses import replace

from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.papers.writing import Writing, once
from tests.building.papers import result


def test_what_several_sections_ask_for_is_written_once_for_each_writing() -> None:
    asked: list[str] = []

    @once
    def heads(writing: Writing) -> tuple[str, ...]:
        asked.append(writing.evaluation.title)
        return (writing.evaluation.title,)

    @once
    def feet(writing: Writing) -> tuple[str, ...]:
        return (f"Slut på {writing.evaluation.title}",)

    first = Writing(result(), MemoTemplate())
    assert heads(first) is heads(first) and feet(first) != heads(first)
    other = replace(first, result=result(title="En annan"))
    assert heads(other) == ("En annan",), "what belongs to another writing is not carried over"
    assert asked == [first.evaluation.title, "En annan"]
