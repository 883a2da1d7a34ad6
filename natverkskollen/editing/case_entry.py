"""What is known about the municipality and the case, changed after the evaluation was created."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from natverkskollen.editing.evaluation_entry import NO_ASSIGNMENT, typed_assignment
from natverkskollen.editing.municipality_entry import typed_counted, typed_people
from natverkskollen.editing.typed import Entry, typed_day, typed_paragraph, typed_text
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import UNSEEN, Change, KeyPath
from natverkskollen.store.plain_data import plain, same, value_at

PATHS: dict[str, KeyPath] = {
    "title": ("title",),
    "name": ("municipality", "name"),
    "inhabitants": ("municipality", "inhabitants"),
    "inhabitants_day": ("municipality", "as_of"),
    "date": ("case", "date"),
    "body": ("case", "body"),
    "diarienummer": ("case", "diarienummer"),
    "case_title": ("case", "title"),
    "department": ("case", "department"),
    "officer": ("case", "officer"),
    "officer_phone": ("case", "officer_phone"),
    "officer_email": ("case", "officer_email"),
    "assignment_body": ("case", "assignment", "body"),
    "assignment_day": ("case", "assignment", "date"),
    "assignment_paragraph": ("case", "assignment", "paragraph"),
    "assignment_text": ("case", "assignment", "text"),
    "background": ("case", "background"),
    "method": ("case", "method"),
    "conclusion": ("case", "conclusion"),
    "legal": ("case", "legal"),
    "follow_up": ("case", "follow_up"),
    "sent_to": ("case", "sent_to"),
    "signatures": ("case", "signatures"),
}
TEXTS = ("background", "method", "conclusion", "legal", "follow_up")
LISTS = ("sent_to", "signatures")  # typed one to a line
_PLAIN = (
    "diarienummer",
    "case_title",
    "department",
    "officer",
    "officer_phone",
    "officer_email",
    *TEXTS,
)
_ASSIGNMENT = ("case", "assignment")  # saved whole, since a part alone would say nothing
_POPULATION = ("inhabitants", "inhabitants_day")
_PARTS = tuple(name for name, path in PATHS.items() if path[:2] == _ASSIGNMENT)


@dataclass
class CaseValues:
    """The fields read: each value as the file holds it, or what is wrong by the field's name."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)


def case_values(evaluation: Evaluation) -> dict[str, Any]:
    """Each field's value on file, None where there is none."""
    data = plain(evaluation)
    there = {name: value_at(data, path) for name, path in PATHS.items()}
    return {name: value or [] if name in LISTS else value for name, value in there.items()}


def case_from(typed: Mapping[str, str]) -> CaseValues:
    """The fields as they are typed, by their names in PATHS."""
    entry = Entry()
    read = entry.read
    day = read("date", typed_day, typed["date"], "Skriv ärendets dag.")
    found: dict[str, Any] = {
        "title": read("title", typed_text, typed["title"], "Skriv utvärderingens namn."),
        "name": read("name", typed_text, typed["name"], "Skriv kommunens eller regionens namn."),
        "inhabitants": read("inhabitants", typed_people, typed["inhabitants"]),
        "inhabitants_day": read("inhabitants_day", typed_counted, typed["inhabitants_day"], day),
        "date": day,
        "body": read("body", typed_text, typed["body"], "Skriv vem som beslutar."),
    }
    for name in _PLAIN:
        found[name] = read(name, typed_text, typed[name]) or None
    for name in LISTS:
        rows = read(name, typed_text, typed[name]) or ""
        found[name] = [row.strip() for row in rows.splitlines() if row.strip()]
    given = (typed[name] for name in ("assignment_body", "assignment_day", "assignment_text"))
    assignment = typed_assignment(entry, *given)
    for name in _PARTS:
        found[name] = getattr(assignment, PATHS[name][-1]) if assignment else None
    paragraph = read("assignment_paragraph", typed_paragraph, typed["assignment_paragraph"])
    if assignment:
        found["assignment_paragraph"] = paragraph
    elif paragraph is not None:
        entry.wrong.setdefault("assignment_body", NO_ASSIGNMENT)
    values = {k: v.isoformat() if isinstance(v, date) else v for k, v in found.items()}
    return CaseValues(values, entry.wrong)


def case_changes(
    evaluation: Evaluation, seen: Mapping[str, Any], values: Mapping[str, Any]
) -> tuple[Change, ...]:
    """The fields that differ from what the person was shown (UNSEEN: nobody knows what)."""
    changes = [
        Change(("evaluation", *path), seen[name], values[name])
        for name, path in PATHS.items()
        if name not in _PARTS and not same(seen[name], values[name])
    ]
    if any(not same(seen[name], values[name]) for name in _POPULATION):
        changes += _without_table(evaluation, same(seen["name"], values["name"]))
    if any(not same(seen[name], values[name]) for name in _PARTS):
        there = plain(evaluation.case.assignment) or {}
        shown = all(same(seen[name], there.get(PATHS[name][-1])) for name in _PARTS)
        parts = {**there, **{PATHS[name][-1]: values[name] for name in _PARTS}}
        kept = {key: value for key, value in parts.items() if value is not None}
        new = kept if values[_PARTS[0]] else None
        old = (there or None) if shown else UNSEEN
        changes.append(Change(("evaluation", *_ASSIGNMENT), old, new))
    return tuple(changes)


def _without_table(evaluation: Evaluation, named_as_before: bool) -> Iterator[Change]:
    """That a population typed in is not the one of the tables, whose source says another figure.

    Other years' populations are still true, and fees are counted on them, where it is the same
    municipality.
    """
    data = plain(evaluation.municipality)
    if evaluation.municipality.code is None:
        return
    for key in ("code", "source", *(() if named_as_before else ("populations",))):
        if data.get(key):
            yield Change(("evaluation", "municipality", key), data[key], None)
