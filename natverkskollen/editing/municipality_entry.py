"""Who evaluates, as a person says it: a place out of the tables, or a name and a population."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from natverkskollen.editing.own_municipality import from_table
from natverkskollen.editing.typed import Entry, Unclear, typed_day, typed_figure, typed_text
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.reference import Reference

OTHER = "annan"  # none of those in the tables
MOST_INHABITANTS = 11_000_000  # Sweden has 10.6 million: above is a slip of the finger


@dataclass(frozen=True)
class GivenMunicipality:
    """The fields about the municipality: `place` is a code in the tables, or OTHER.

    `inhabitants` is empty for the table's own population; `name` is what it is called in papers.
    """

    place: str
    name: str
    kind: str
    inhabitants: str
    inhabitants_day: str


def municipality_from(
    entry: Entry, given: GivenMunicipality, reference: Reference, until: date | None
) -> Municipality | None:
    """The municipality, or None with what is wrong kept in the entry by the field's name."""
    place = reference.places.get(given.place)
    if place is None and given.place != OTHER:
        entry.wrong["place"] = "Välj er kommun eller region i listan."
        return None
    if place and not given.inhabitants.strip():
        who = from_table(place, given.name or place.called, until) if until else None
        if until and who is None:
            entry.wrong["inhabitants"] = (
                f"Programmet har ingen folkmängd för {place.called} från {until.isoformat()} "
                "eller tidigare. Skriv ett eget tal."
            )
        return who
    if not given.name:
        entry.wrong.setdefault("name", "Skriv kommunens eller regionens namn.")
    people = entry.read("inhabitants", typed_people, given.inhabitants)
    counted = entry.read("inhabitants_day", typed_counted, given.inhabitants_day, until)
    if not (given.name and people and counted):
        return None
    kind = place.kind if place else "region" if given.kind == "region" else "kommun"
    return Municipality(name=given.name, kind=kind, inhabitants=people, as_of=counted)


def typed_people(text: str) -> int:
    """The number of inhabitants."""
    typed_text(text, "Skriv antalet invånare, till exempel 21 000.")
    try:
        figure = typed_figure(text)
    except Unclear:
        figure = None
    if figure is None or figure != int(figure) or figure < 1:
        raise Unclear("Antalet invånare ska vara ett heltal. Skriv till exempel 21 000.")
    if figure > MOST_INHABITANTS:
        raise Unclear("Antalet är större än Sveriges folkmängd. Kontrollera siffrorna.")
    return int(figure)


def typed_counted(text: str, case_day: date | None) -> date | None:
    """The day a number of inhabitants holds for; a year alone is its last day."""
    words = typed_text(text, "Skriv vilken dag folkmängden gäller, till exempel 2025-12-31.")
    alone = words.isascii() and words.isdigit() and len(words) == 4
    day = typed_day(f"{words}-12-31" if alone else words)
    if day and case_day and day > case_day:
        raise Unclear("Dagen är senare än ärendets dag. Ange den senaste folkmängd som är känd.")
    return day
