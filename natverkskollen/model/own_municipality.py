"""Who the data folder belongs to: the municipality or region, held once for all evaluations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from natverkskollen.files.fields import Amount, Count, Model, Text, Version, YearKey
from natverkskollen.files.problem import Mistake
from natverkskollen.model.fee import MemberKind

MUNICIPALITY_FILE = "municipality.yaml"


class EvaluateWhen(Model):
    """When a membership should be evaluated in full before its turn.

    `fee_up` is by how many per cent the fee has risen from one paid year to the next,
    `quiet_months` how long the log has had no line, and `notice_months` how near the last day to
    leave is.
    """

    fee_up: Amount = Decimal(10)
    quiet_months: Annotated[Count, Field(ge=1, le=120)] = 12
    notice_months: Annotated[Count, Field(ge=1, le=120)] = 6


class OwnMunicipality(Model):
    """The municipality as it stands in municipality.yaml.

    `code` is its number in the reference tables, whose populations hold where it has none of its
    own. `populations` are its own figures by year, at the year's end, and `note` says where they
    are from.
    """

    schema_version: Version = Field(alias="schema")
    name: Text
    code: Annotated[str, Field(pattern=r"^\d{2}(\d{2})?$")] | None = None
    kind: MemberKind = "kommun"
    populations: dict[YearKey, Annotated[Count, Field(ge=1)]] = {}
    note: Text | None = None
    evaluate_when: EvaluateWhen = EvaluateWhen()

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which the parts of the file contradict each other."""
        if self.code is None and not self.populations:
            remedy = 'Skriv till exempel: code: "0136", eller populations: {2025: 21000}'
            yield Mistake(("name",), "varken code eller populations säger folkmängden", remedy)
        if self.populations and not self.note:
            remedy = "Skriv till exempel: note: Kommunens egen statistik, hämtad 2026-02-20"
            yield Mistake(("populations",), "de egna talen saknar källa", remedy)
        if self.code and (len(self.code) == 4) != (self.kind == "kommun"):
            what = f"koden '{self.code}' hör inte till en {self.kind}"
            yield Mistake(("code",), what, "En kommun har fyra siffror, en region två")

    @property
    def own_days(self) -> Mapping[date, int]:
        """Its own populations by the day they hold for."""
        return {date(year, 12, 31): people for year, people in self.populations.items()}
