"""What an assessor answered: a score or a figure, the reason for it and what it rests on."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from natverkskollen.files.fields import Day, Model, Number, Slug, Text, Version, problem
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.source import Source
from natverkskollen.model.span import Figure, Span


class Evidence(Model):
    """What an answer rests on: a fact of the network by its id, or a statement of its own."""

    fact: Slug | None = None
    claim: Text | None = None
    figure: Number | None = None
    unit: Text | None = None
    as_of: Day | None = None
    source: Source | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Evidence:
        if not (self.fact or self.claim):
            raise problem(
                "belägget säger ingenting", "Ange fact (id på en uppgift) eller claim (en mening)"
            )
        return self


class Answer(Model):
    """One answer about one network: a figure, not applicable, or (with neither) not assessed.

    `score` is a step or a span on the scale of a judged criterion or the figure of a number
    criterion. `grade` tells how well it is supported: A a documented figure, B stated by the
    network or in an interview, C the assessor's own judgement; none given counts as C.
    """

    score: Figure | None = None
    not_applicable: bool = False
    rationale: Text | None = None
    grade: Literal["A", "B", "C"] | None = None
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _is_one_answer(self) -> Answer:
        if self.not_applicable and self.score is not None:
            raise problem("svaret har både score och not_applicable", "Behåll det ena av dem")
        if self.not_applicable and not self.rationale:
            raise problem("ej tillämpligt kräver ett skäl", "Skriv skälet i rationale")
        return self

    @property
    def given(self) -> bool:
        """Whether the question is answered: with a figure, or that it does not apply."""
        return self.score is not None or self.not_applicable

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The lowest and highest figure the answer allows; None where nothing was answered."""
        if self.score is None:
            return None
        if isinstance(self.score, Span):
            return self.score.low, self.score.high
        return self.score, self.score


class AnswerSheet(Model):
    """One assessor's answers, as they stand in evaluations/<id>/answers/<assessor>.yaml."""

    schema_version: Version = Field(alias="schema")
    assessor: Slug
    answers: dict[Slug, dict[Slug, Answer]] = {}

    def answer(self, network: str, criterion: Criterion) -> Answer:
        """The answer given, under the criterion's id or an earlier one; else an empty one."""
        given = self.answers.get(network, {})
        ids = (criterion.id, *criterion.earlier_ids)
        return next((given[id_] for id_ in ids if id_ in given), _NONE)


_NONE = Answer()
