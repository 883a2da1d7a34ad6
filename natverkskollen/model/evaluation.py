"""What was answered: one evaluation of a municipality's memberships, without the answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from natverkskollen.files.fields import (
    Amount,
    Day,
    Filled,
    Model,
    Slug,
    Text,
    Version,
    Year,
)
from natverkskollen.files.problem import Mistake, repeated
from natverkskollen.model.assessor import Assessor, awaited
from natverkskollen.model.case import Case
from natverkskollen.model.chain import settling
from natverkskollen.model.criteria_change import CriteriaChange
from natverkskollen.model.decision import Decision
from natverkskollen.model.decision_mistakes import decision_mistakes
from natverkskollen.model.exchange_rate import ExchangeRate
from natverkskollen.model.finding_answer import FindingAnswer
from natverkskollen.model.membership import Membership, TakenOut
from natverkskollen.model.memo_text import AppendixPart, MemoText
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.need import Need
from natverkskollen.model.outcome import KINDS
from natverkskollen.model.reply import Reply
from natverkskollen.model.seal import Final
from natverkskollen.model.source import Document, Source
from natverkskollen.model.weighting import Weighting


class HourlyCost(Model):
    """What one hour of staff time costs, and whether social charges are in it."""

    amount: Amount
    note: Text


class Evaluation(Model):
    """A whole evaluation, as it stands in evaluations/<id>/evaluation.yaml.

    `blind` says that nobody's answers count or are shown to others until all have handed in.
    """

    schema_version: Version = Field(alias="schema")
    id: Slug
    title: Text
    criteria: Slug
    criteria_revision: Text
    fictional: bool = False
    remark: Text | None = None
    status: Literal["draft", "final"] = "draft"
    final: Final | None = None
    previous: Slug | None = None
    municipality: Municipality
    case: Case
    fee_year: Year | None = None
    weighting: Weighting = Weighting()
    hourly_cost: HourlyCost | None = None
    exchange_rates: tuple[ExchangeRate, ...] = ()
    documents: tuple[Document, ...] = ()
    memberships: Annotated[tuple[Membership, ...], Filled]
    assessors: Annotated[tuple[Assessor, ...], Filled]
    decisions: tuple[Decision, ...] = ()
    memo_texts: dict[Slug, MemoText] = {}
    appendix_without: tuple[AppendixPart, ...] = ()
    next_evaluation: Day | None = None
    needs: tuple[Need, ...] = ()
    findings: tuple[FindingAnswer, ...] = ()
    replies: tuple[Reply, ...] = ()
    criteria_changes: tuple[CriteriaChange, ...] = ()
    taken_out: tuple[TakenOut, ...] = ()
    blind: bool = False

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which the parts of the file contradict each other."""
        yield from repeated(self.assessors, "bedömaren", "assessors")
        yield from repeated(self.documents, "dokumentet", "documents")
        yield from repeated(self.needs, "behovet", "needs")
        yield from repeated(self.findings, "punkten", "findings")
        yield from self._sums_twice()
        if self.final and self.status != "final":
            remedy = "Skriv status: final, eller ta bort final"
            yield Mistake(("final",), "final är ifyllt men status är utkast", remedy)
        if sum(assessor.joint for assessor in self.assessors) > 1:
            yield Mistake(("assessors",), "flera bedömare är gemensamma", "Låt en ha joint: true")
        names = [membership.network for membership in self.memberships]
        for position, name in enumerate(names):
            if name in names[:position]:
                yield Mistake(
                    ("memberships", position, "network"),
                    f"nätverket '{name}' finns två gånger",
                    "Ta bort det ena medlemskapet",
                )
            membership = self.memberships[position]
            if membership.hours_per_year and not self.hourly_cost:
                yield Mistake(
                    ("memberships", position, "hours_per_year"),
                    "arbetstid är angiven men ingen timkostnad",
                    "Lägg till hourly_cost med amount och note, eller ta bort hours_per_year",
                )
        for position, out in enumerate(self.taken_out):
            others = [each.network for each in self.taken_out[:position]]
            if out.network in (*names, *others):
                yield Mistake(
                    ("taken_out", position, "membership"),
                    f"nätverket '{out.network}' är uttaget och finns ändå en gång till",
                    "Ta bort det ur taken_out, eller ur memberships",
                )
        yield from decision_mistakes(
            self.decisions,
            self.case.body,
            {each.network: each.member for each in self.memberships},
            self.case.assignment is not None,
        )
        yield from self._wrong_replies(names)
        yield from self._unknown_documents()

    def _wrong_replies(self, names: list[str]) -> Iterator[Mistake]:
        answered = [reply.network for reply in self.replies]
        for position, reply in enumerate(self.replies):
            if reply.network not in names:
                yield Mistake(
                    ("replies", position, "network"),
                    f"svaret gäller '{reply.network}' som inte finns bland memberships",
                    "Rätta nätverkets id eller lägg till medlemskapet",
                )
            if reply.network in answered[:position]:
                yield Mistake(
                    ("replies", position, "network"),
                    f"nätverket '{reply.network}' har svarat två gånger",
                    "Samla svaren under ett network",
                )

    def _sums_twice(self) -> Iterator[Mistake]:
        seen = set()
        for position, each in enumerate(self.municipality.sums):
            if (each.of, each.year) in seen:
                what = f"summan {each.of} för {each.year} står två gånger"
                place = ("municipality", "sums", position)
                yield Mistake(place, what, "Behåll den som gäller")
            seen.add((each.of, each.year))

    def _unknown_documents(self) -> Iterator[Mistake]:
        known = {document.id for document in self.documents}
        placed: list[tuple[tuple[str | int, ...], Source | None]] = [
            (("municipality", "source"), self.municipality.source)
        ]
        for position, each in enumerate(self.municipality.sums):
            placed.append((("municipality", "sums", position, "source"), each.source))
        if self.case.assignment:
            placed.append((("case", "assignment", "source"), self.case.assignment.source))
        for position, membership in enumerate(self.memberships):
            if membership.quoted_fee:
                place = ("memberships", position, "quoted_fee", "source")
                placed.append((place, membership.quoted_fee.source))
        for path, source in placed:
            if source and source.document not in known:
                yield Mistake(
                    (*path, "document"),
                    f"dokumentet '{source.document}' finns inte i listan documents",
                    "Lägg till dokumentet i documents eller rätta id",
                )

    @property
    def year(self) -> int:
        """The year whose fees are counted."""
        return self.fee_year or self.case.date.year

    @property
    def waiting_for(self) -> tuple[Assessor, ...]:
        """Who is to hand in before the answers count and are shown; nobody where they are open."""
        return () if self.status == "final" else awaited(self.assessors, self.blind)

    @property
    def hidden(self) -> frozenset[str]:
        """Whose answers are hidden from the others: the ids of those who score for themselves."""
        alone = (assessor.id for assessor in self.assessors if assessor.alone)
        return frozenset(alone) if self.waiting_for else frozenset()

    def settling(self, network: str) -> Decision | None:
        """The decision that settles the membership in a network; None where none does."""
        return settling(self.decisions, network, self.case.body)

    def is_member(self, network: str) -> bool:
        """Whether the municipality is a member today; to apply, or not to, is to say that it isn't.

        KeyError if the evaluation has no such membership.
        """
        outcomes = {each.outcome for each in self.decisions if each.network == network}
        outside = any(KINDS[outcome].concerns == "others" for outcome in outcomes)
        return self.membership(network).member and not outside

    def membership(self, network: str) -> Membership:
        """The membership in this network; KeyError if the evaluation has none."""
        return {each.network: each for each in self.memberships}[network]
