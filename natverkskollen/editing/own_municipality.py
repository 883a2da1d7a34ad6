"""Who evaluates, by what is known: the tables' population on a day, or the folder's own figures."""

from __future__ import annotations

from datetime import date

from natverkskollen.model.municipality import Municipality
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.model.reference import Place, Reference


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
