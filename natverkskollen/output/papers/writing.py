"""What every section is written from: the result, the template, and dates in its style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from natverkskollen.analysis.findings import Finding, find_all
from natverkskollen.analysis.reasons import Reason
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Fact
from natverkskollen.model.source import Document as SourceDocument
from natverkskollen.output.papers.opinion_reasons import told_reasons
from natverkskollen.output.papers.sources import sources
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.swedish.dates import DayOrYear
from natverkskollen.swedish.signs import HARD

T = TypeVar("T")


@dataclass(frozen=True)
class Writing:
    """A result on its way to becoming a memo in a certain template."""

    result: Result
    template: MemoTemplate
    robustness: Robustness | None = None
    _written: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation the memo is about."""
        return self.result.evaluation

    @cached_property
    def documents(self) -> tuple[SourceDocument, ...]:
        """Every document that the memo rests on."""
        return sources(self.result)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that the material says against itself."""
        return find_all(self.result.dossier, self.result)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons that the memo tells of those that people wrote."""
        return told_reasons(self.result)

    def sure(self, found: NetworkResult) -> str:
        """How sure the verdict of a network is, in one sentence; empty where nobody counted."""
        counted = self.robustness.networks if self.robustness else ()
        return next((n.sentence for n in counted if n.network == found.network.id), "")

    def day(self, day: DayOrYear) -> str:
        """A date in running text, in the template's style; a year alone is itself."""
        return self.template.days.effect(day)

    def as_of(self, day: date) -> str:
        """The date a figure holds for, without `den`: `31 december 2024`."""
        return self.day(day).removeprefix(f"den{HARD}")

    def document(self, found: NetworkResult, id_: str) -> str:
        """A document's title and date, by its id in the evaluation or in the network."""
        for document in (*self.evaluation.documents, *found.network.documents):
            if document.id == id_:
                published = f", {document.published.isoformat()}" if document.published else ""
                return f"{document.title}{published}"
        return id_


def once(written: Callable[[Writing], T]) -> Callable[[Writing], T]:
    """Have a part of the papers written once for each writing, however many sections ask for it."""

    @wraps(written)
    def kept(writing: Writing) -> T:
        parts, name = writing._written, f"{written.__module__}.{written.__qualname__}"
        if name not in parts:
            parts[name] = written(writing)
        found: T = parts[name]
        return found

    return kept


_KINDS = {"goal": "mål, ", "plan": "plan, "}


def dated(writing: Writing, fact: Fact) -> str:
    """The day a fact holds for, and whether it is a goal or a plan: `uppgift per 1 april 2025`."""
    return f"{_KINDS.get(fact.kind, '')}uppgift per {writing.as_of(fact.as_of)}"
