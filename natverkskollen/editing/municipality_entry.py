"""Who evaluates, as a person says it: a place out of the tables, or a name and a population."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from natverkskollen.editing.typed import Entry, Unclear, typed_day, typed_figure, typed_text
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.model.reference import Place, Reference

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


def from_table(place: Place, name: str, until: date) -> Municipality | None:
    """The municipality with the population that the tables give for a day; None for too early."""
    day = place.latest(until)
    if day is None:
        return None
    others = {d.year: people for d, people in place.populations.items() if d != day}
    return Municipality(
        name=name,
        code=place.code,
        kind=place.kind,
        inhabitants=place.populations[day],
        as_of=day,
        populations=others,
        source=place.source(day),
    )


def own_municipality(
    own: OwnMunicipality, reference: Reference, until: date
) -> Municipality | None:
    """The data folder's municipality with the latest population for a day; None for too early.

    Its own figures go before those of the tables for the same day.
    """
    place = reference.places.get(own.code or "")
    known = {**(place.populations if place else {}), **own.own_days}
    day = max((each for each in known if each <= until), default=None)
    if day is None:
        return None
    if place and day not in own.own_days:
        found = from_table(place, own.name, until)
        others = {each.year: people for each, people in known.items() if each != day}
        return found and found.model_copy(update={"populations": others})
    return Municipality(
        name=own.name,
        code=own.code,
        kind=own.kind,
        inhabitants=known[day],
        as_of=day,
        populations={each.year: people for each, people in known.items() if each != day},
    )


def chosen_municipality(who: Municipality) -> OwnMunicipality | None:
    """What is kept of a municipality that somebody has chosen in the tables; None for another."""
    if who.code is None:
        return None
    return OwnMunicipality(schema=1, name=who.name, code=who.code, kind=who.kind)


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
