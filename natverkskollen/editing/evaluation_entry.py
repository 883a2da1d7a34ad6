"""What a person fills in to create an evaluation: its data, or in Swedish what has to be put right.

Only what the model cannot do without has to be filled in; the rest has a default or can wait.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, get_args

from natverkskollen.analysis.robustness.weights import shares
from natverkskollen.dossier.library import Library
from natverkskollen.editing.assessor_roles import assessors_from
from natverkskollen.editing.municipality_entry import GivenMunicipality, municipality_from
from natverkskollen.editing.new_evaluation import new_evaluation
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.register_taking import as_taken, registered
from natverkskollen.editing.typed import (
    Entry,
    Unclear,
    typed_day,
    typed_day_or_year,
    typed_text,
)
from natverkskollen.model.case import Assignment, Case
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.fee import MemberKind
from natverkskollen.model.membership import Membership
from natverkskollen.model.reference import POPULATION
from natverkskollen.model.weighting import Weighting
from natverkskollen.store.plain_data import plain
from natverkskollen.swedish.numbers import percent
from natverkskollen.swedish.words import listed

T = TypeVar("T")
KINDS: tuple[str, ...] = get_args(MemberKind)
NO_ASSIGNMENT = "Fyll i hela uppdraget, eller töm alla dess fält."


@dataclass(frozen=True)
class NewFields:
    """The fields of the form as they are typed; `profile` is empty for the set's own weights.

    The first five are a GivenMunicipality. `title` is empty for the name and the year of the case,
    `considered` are the networks of which the municipality is no member,
    `assessors` has one role a row, and `categories` the kind of membership by network, where the
    network has kinds and the person knows which.
    """

    place: str = ""
    name: str = ""
    kind: str = KINDS[0]
    inhabitants: str = ""
    inhabitants_day: str = ""
    title: str = ""
    date: str = ""
    body: str = ""
    diarienummer: str = ""
    assignment_body: str = ""
    assignment_day: str = ""
    assignment_text: str = ""
    networks: tuple[str, ...] = ()
    considered: tuple[str, ...] = ()
    categories: Mapping[str, str] = field(default_factory=dict)
    criteria: str = ""
    profile: str = ""
    assessors: str = ""
    next_evaluation: str = ""


def entry_from(fields: NewFields, library: Library, taken: Collection[str]) -> Entry:
    """The form read against what the data folder holds; `taken` are the ids in use."""
    entry = Entry()
    read = entry.read
    name = read("name", typed_text, fields.name)
    day = read("date", typed_day, fields.date, "Skriv ärendets dag, till exempel i dag.")
    body = read("body", typed_text, fields.body, "Skriv vem som beslutar.")
    number = read("diarienummer", typed_text, fields.diarienummer)
    given = (fields.assignment_body, fields.assignment_day, fields.assignment_text)
    assignment = typed_assignment(entry, *given)
    title = read("title", typed_text, fields.title) or (f"{name} {day.year}" if day else "")
    id_ = read("title", _free_id, title, taken) if name and title else None
    told = GivenMunicipality(
        fields.place, name or "", fields.kind, fields.inhabitants, fields.inhabitants_day
    )
    who = municipality_from(entry, told, library.reference, day)
    kind, year = who.kind if who else "kommun", day.year if day else 0
    memberships = read("networks", _memberships, fields, kind, library, name or "", year)
    criteria = library.criteria.get(fields.criteria)
    if criteria is None:
        entry.wrong["criteria"] = "Välj en kriteriesamling."
    elif fields.profile and fields.profile not in {each.id for each in criteria.profiles}:
        entry.wrong["profile"] = "Välj vilka vikter som ska gälla."
    assessors = read("assessors", assessors_from, fields.assessors)
    following = read("next_evaluation", next_day, fields.next_evaluation, day)
    if entry.wrong or not (name and who and day and body and id_ and criteria):
        return entry
    entry.data = new_evaluation(
        id_,
        title,
        who,
        Case(date=day, body=body, diarienummer=number or None, assignment=assignment),
        memberships or (),
        criteria,
        assessors or (),
        Weighting(profile=fields.profile or None),
        following,
    )
    if who.source:
        entry.data["documents"] = plain((POPULATION,))
    return entry


def next_day(text: str, after: date | None) -> date | None:
    """The day of the next evaluation, None for none; Unclear where it is not after the case."""
    day = typed_day(text)
    if day and after and day <= after:
        raise Unclear(f"Dagen ska vara senare än ärendets dag, {after.isoformat()}.")
    return day


def weight_words(criteria: CriteriaSet, profile: str) -> str:
    """How much each theme weighs under a profile, or by the set's own weights, as one sentence."""
    points: Mapping[str, Any] = {theme.id: theme.weight for theme in criteria.themes}
    points = next((each.weights for each in criteria.profiles if each.id == profile), points)
    parts = shares(points)
    return listed([f"{theme.title} {percent(parts[theme.id])}" for theme in criteria.themes]) + "."


def typed_assignment(entry: Entry, body: str, day: str, text: str) -> Assignment | None:
    """The assignment, None where nothing is typed; what is missing of it is kept in the entry."""
    if not any(typed.strip() for typed in (body, day, text)):
        return None
    given = entry.read("assignment_body", typed_text, body, NO_ASSIGNMENT)
    when = entry.read("assignment_day", typed_day_or_year, day, NO_ASSIGNMENT)
    clause = entry.read("assignment_text", _clause, text)
    return Assignment(body=given, date=when, text=clause) if given and when and clause else None


def _clause(text: str) -> str:
    found = " ".join(typed_text(text, NO_ASSIGNMENT).split())
    if not found.lower().startswith("att "):
        raise Unclear("Börja med ”att”, till exempel: att se över medlemskapen.")
    return found


def _free_id(title: str, taken: Collection[str]) -> str:
    id_ = proposed_id(title, ())
    if id_ in taken:
        raise Unclear(
            f"Det finns redan en utvärdering i mappen evaluations/{id_}. Välj ett annat namn, till "
            f"exempel: {title}, ny bedömning."
        )
    return id_


def _memberships(
    fields: NewFields, kind: MemberKind, library: Library, municipality: str, year: int
) -> tuple[Membership, ...]:
    """The memberships, those one is in with what the register knows of them on the day."""
    if not fields.networks:
        raise Unclear("Välj minst ett nätverk.")
    found = []
    for id_ in fields.networks:
        network = library.networks.get(id_)
        if network is None:
            raise Unclear(f"Nätverket {id_} går inte längre att läsa. Välj om.")
        chosen = fields.categories.get(id_)
        category = chosen if chosen in network.categories(kind) else None
        member = id_ not in fields.considered
        known = registered(library, id_, municipality) if member else None
        own = as_taken(known, year) if known else {}
        found.append(Membership(network=id_, member=member, category=category, **own))
    return tuple(found)
