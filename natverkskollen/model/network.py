"""Who is judged: a network with its documents, dated facts, fees and terms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from natverkskollen.files.fields import (
    Count,
    Day,
    Model,
    MonthDay,
    Slug,
    Text,
    Version,
    exact_number,
    problem,
)
from natverkskollen.files.problem import Mistake, repeated
from natverkskollen.model.fee import Fee, MemberKind
from natverkskollen.model.source import Document, Source
from natverkskollen.swedish.joining import Joining


def _fact_value(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        raise problem("ska vara ett tal eller en text", "Skriv till exempel: value: 90")
    return exact_number(value)


FactValue = Annotated[
    Annotated[Decimal, Tag("@number")] | Annotated[Text, Tag("@text")],
    Discriminator(lambda value: "@text" if isinstance(value, str) else "@number"),
    BeforeValidator(_fact_value),
    WithJsonSchema({"type": ["number", "string"]}),
]


def _unlisted(listed: set[str], source: Source, *path: str | int) -> Iterator[Mistake]:
    if source.document not in listed:
        yield Mistake(
            (*path, "source", "document"),
            f"dokumentet '{source.document}' finns inte i listan documents",
            "Lägg till dokumentet i documents eller rätta id",
        )


class FactScale(Model):
    """The scale a survey mean stands on; 1–6 is not 1–5."""

    min: int
    max: int


class Fact(Model):
    """One dated statement about a network, with the place it is taken from.

    `kind` tells a result from a goal, a plan, something done, or a claim by someone else;
    `about` ties a plan, goal or part to the fact it concerns; `part_of` ties a count to the
    total it should add up to, and `extra_days` is how many more it is counted day by day.
    `same_as` names a fact that should say the same, `not_same_as` one it is easily taken for.
    The same id with several dates is a series.
    """

    id: Slug
    label: Text
    value: FactValue
    unit: Text | None = None
    as_of: Day
    kind: Literal["result", "goal", "plan", "done", "claim"] = "result"
    approximate: bool = False
    scale: FactScale | None = None
    respondents: Count | None = None
    about: Slug | None = None
    part_of: Slug | None = None
    extra_days: Count | None = None
    same_as: Slug | None = None
    not_same_as: Slug | None = None
    tags: tuple[Slug, ...] = ()
    note: Text | None = None
    source: Source


class Terms(Model):
    """How the network is entered and left; a term that was not found is written `okänt`."""

    notice: Text
    last_notice_day: MonthDay | None = None
    fee_day: MonthDay | None = None
    entry: Text | None = None
    obligations: tuple[Text, ...] = ()
    source: Source | None = None


class MemberList(Model):
    """Which municipalities and regions are members on a day, by name or code, and who says so."""

    as_of: Day
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    source: Source


def _definite(text: str) -> str:
    if not text[:1].islower() or not text.endswith(("n", "t")):
        raise problem(
            f"ska vara i bestämd form med liten bokstav, men är '{text}'",
            "Skriv till exempel: called: föreningen",
        )
    return text


class Network(Model):
    """A whole network, as it stands in networks/<id>.yaml.

    `called` is what stands before its name in running text, `membership` what one has in it.
    """

    schema_version: Version = Field(alias="schema")
    id: Slug
    name: Text
    short: Text
    called: Annotated[Text, AfterValidator(_definite)] | None = None
    membership: Joining = "medlemskap"
    description: Text | None = None
    website: Text | None = None
    documents: tuple[Document, ...]
    fees: tuple[Fee, ...]
    terms: Terms
    facts: tuple[Fact, ...]
    members: MemberList | None = None

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which the parts of the file contradict each other."""
        yield from repeated(self.documents, "dokumentet", "documents")
        listed = {document.id for document in self.documents}
        yield from self._wrong_facts(listed)
        yield from self._wrong_fees(listed)
        if self.terms.source:
            yield from _unlisted(listed, self.terms.source, "terms")
        if self.members:
            yield from _unlisted(listed, self.members.source, "members")

    def _wrong_facts(self, listed: set[str]) -> Iterator[Mistake]:
        known = {fact.id for fact in self.facts}
        seen: set[tuple[object, ...]] = set()
        for position, fact in enumerate(self.facts):
            yield from _unlisted(listed, fact.source, "facts", position)
            same = (fact.id, fact.as_of, fact.source.document, fact.kind)
            if same in seen:
                yield Mistake(
                    ("facts", position, "id"),
                    f"uppgiften '{fact.id}' finns redan med samma datum och dokument",
                    "Byt id eller rätta as_of",
                )
            seen.add(same)
            for key in ("about", "part_of", "same_as", "not_same_as"):
                target = getattr(fact, key)
                if target and target not in known:
                    yield Mistake(
                        ("facts", position, key),
                        f"{key} pekar på uppgiften '{target}' som inte finns i filen",
                        "Rätta id eller ta bort raden",
                    )

    def _wrong_fees(self, listed: set[str]) -> Iterator[Mistake]:
        seen: set[tuple[object, ...]] = set()
        for position, fee in enumerate(self.fees):
            yield from _unlisted(listed, fee.source, "fees", position)
            same = (fee.year, fee.member, fee.category)
            if same in seen:
                yield Mistake(
                    ("fees", position, "year"),
                    f"avgiften för {fee.member} {fee.year} finns två gånger",
                    "Ta bort den ena eller ange category",
                )
            seen.add(same)

    def categories(self, member: MemberKind) -> dict[str, str]:
        """The kinds of membership a member pays differently for: each id with what it means."""
        fees = [fee for fee in self.fees if fee.category and fee.member == member]
        return {fee.category: fee.note or fee.category for fee in fees if fee.category}

    def document(self, id_: str) -> Document:
        """The document with this id; KeyError if the file does not list it."""
        for document in self.documents:
            if document.id == id_:
                return document
        raise KeyError(id_)


class NetworkCopies(Model):
    """The networks of a final evaluation, as they stand in evaluations/<id>/networks.yaml."""

    schema_version: Version = Field(alias="schema")
    networks: tuple[Network, ...]

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which the parts of the file contradict each other."""
        yield from repeated(self.networks, "nätverket", "networks")
        for position, network in enumerate(self.networks):
            for mistake in network.mistakes():
                path = ("networks", position, *mistake.path)
                yield Mistake(path, mistake.what, mistake.remedy)
