"""The reference tables: every municipality and region with its population, and who is like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from natverkskollen.model.fee import MemberKind
from natverkskollen.model.source import Document, Source
from natverkskollen.swedish.numbers import number

# Statistics Sweden adds a small random disturbance to each figure from this day on.
DISTURBED_FROM = date(2025, 12, 31)
POPULATION = Document(
    id="scb-folkmangd",
    title="Folkmängd i riket, län och kommuner",
    publisher="SCB",
    url="https://www.scb.se/hitta-statistik/statistik-efter-amne/befolkning/",
)


@dataclass(frozen=True)
class Place:
    """A municipality (four-digit code) or a region (two-digit): its population by the day.

    `called` is the name as it stands in a paper: `Huddinge kommun`.
    """

    code: str
    name: str
    called: str
    populations: Mapping[date, int]

    @property
    def kind(self) -> MemberKind:
        """Which kind of member it is; Gotland stands in the tables as one of each."""
        return "kommun" if len(self.code) == 4 else "region"

    def latest(self, until: date) -> date | None:
        """The latest day with a population that is not after `until`; None where none is."""
        return max((day for day in self.populations if day <= until), default=None)

    def source(self, day: date) -> Source:
        """Where the population of a day is taken from; KeyError where there is none."""
        quote = f"{self.name} {number(self.populations[day])}"
        place = f"kod {self.code}, den 31 december {day.year}"
        return Source(document=POPULATION.id, place=place, quote=quote)


@dataclass(frozen=True)
class Reference:
    """All the tables: places by their code, the codes of similar places, and named groups."""

    places: Mapping[str, Place] = field(default_factory=dict)
    similar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, ...]:
        """The days there are populations for, oldest first."""
        found = {day for place in self.places.values() for day in place.populations}
        return tuple(sorted(found))

    def similar_to(self, code: str) -> tuple[Place, ...]:
        """The municipalities that are like this one; none where the table does not say."""
        return tuple(self.places[each] for each in self.similar.get(code, ()))

    def find(self, words: str) -> Place | None:
        """The place with this code or name; of a municipality and a region, the municipality."""
        told = words.strip().casefold()
        found = [
            place
            for place in self.places.values()
            if told in (place.code, place.name.casefold(), place.called.casefold())
        ]
        return max(found, key=lambda place: len(place.code), default=None)
