"""What a save comes to, decided the same way in every store before anything is written."""

from __future__ import annotations

from dataclasses import dataclass

from natverkskollen.files.problem import Problem
from natverkskollen.store.contract import (
    Change,
    Clash,
    Conflict,
    Failed,
    KeyPath,
    Kind,
    Merged,
    Saved,
    SaveOutcome,
)
from natverkskollen.store.files import JudgedBy, canonical, with_copy, wrong_references
from natverkskollen.store.journal import Journal, new_line
from natverkskollen.store.journal_line import Line
from natverkskollen.store.merging import answers_shared, merge, unusable
from natverkskollen.store.plain_data import State, differences, value_at

_SEAL: KeyPath = ("evaluation", "final")
_STATUS: tuple[KeyPath, ...] = (("evaluation", "status"), _SEAL)
MISSING = Failed("utvärderingen finns inte", "Välj en annan på sidan Översikt")
_RELOAD = "Ladda om sidan"


@dataclass(frozen=True)
class Save:
    """What somebody asks to have saved."""

    evaluation: str
    base: int
    changes: tuple[Change, ...]
    actor: str
    key: str
    kind: Kind = "save"


@dataclass(frozen=True)
class Step:
    """The line to write and the state it leads to."""

    line: Line
    state: State


def decide(journal: Journal, now: State, save: Save, judged_by: JudgedBy) -> Step | SaveOutcome:
    """The step to take, or the outcome where there is nothing to write."""
    if earlier := journal.with_key(save.key):
        return outcome_of(earlier)
    refusal = unusable(save.changes, save.actor, save.key) or _refusal(journal, now, save)
    if refusal:
        return refusal
    merged = merge(journal, now, save.changes)
    if merged.clashes:
        return _conflict(now, save, merged.clashes)
    state: State
    state, problems = canonical(merged.state, save.evaluation)
    problems = problems or new_references(now, state, save.evaluation, judged_by)
    if problems:
        base = journal.at(save.base) if journal.lines else now
        if clashes := answers_shared(journal, base, now, save.changes):
            return _conflict(now, save, clashes)
        return Failed(f"ändringen går inte att spara: {problems[0].what}", problems[0].remedy)
    if not any(differences(now, state)):
        return Saved(journal.version)
    if not any(change.path == _SEAL for change in save.changes):  # it says what was sealed
        state = with_copy(state, judged_by)
    changes = tuple(differences(now, state))
    others = any(line.changes for line in journal.lines[save.base :])
    kind: Kind = "merge" if others and save.kind == "save" else save.kind
    line = new_line(kind, save.base, save.actor, save.key, changes=changes)
    return Step(line, state)


def outcome_of(line: Line) -> SaveOutcome:
    """What the one who wrote a line was told."""
    if line.kind == "conflict":
        return Conflict(line.seq, line.clashes)
    return Merged(line.seq) if line.kind == "merge" else Saved(line.seq)


def restoring(journal: Journal, now: State, version: int, path: KeyPath) -> tuple[Change, ...]:
    """The changes that bring what is under a path back to a version; never the status."""
    then = _with_its_copy(journal, version)
    return tuple(
        change
        for change in differences(now, then)
        if change.path[: len(path)] == path and change.path[:2] not in _STATUS
    )


def _with_its_copy(journal: Journal, version: int) -> State:
    """The state at a version, with the copy of its criteria that a later save has written."""
    then = journal.at(version)
    for line in journal.lines[version:]:
        later = journal.at(line.seq)
        if "criteria" in then or not _same_revision(then, later):
            break
        if "criteria" in later:
            then = {**then, "criteria": later["criteria"]}
    return then


def _same_revision(one: State, other: State) -> bool:
    parts = (("evaluation", "criteria"), ("evaluation", "criteria_revision"))
    return all(value_at(one, part) == value_at(other, part) for part in parts)


def new_references(
    before: State, after: State, evaluation: str, judged_by: JudgedBy
) -> tuple[Problem, ...]:
    """The references that a change makes wrong; those that were wrong before hinder nobody."""
    found = wrong_references(after, evaluation, judged_by)
    if not found or not before:
        return found
    known = set(wrong_references(before, evaluation, judged_by))
    return tuple(problem for problem in found if problem not in known)


def _refusal(journal: Journal, now: State, save: Save) -> Failed | None:
    creates = any(change.path == ("evaluation",) for change in save.changes)
    if not now and not creates:
        return MISSING
    if not 0 <= save.base <= max(journal.version, 1 if now else 0):
        return Failed(f"version {save.base} finns inte i historiken", _RELOAD)
    final = value_at(now, ("evaluation", "status")) == "final"
    if final and not {change.path for change in save.changes} <= set(_STATUS):
        return Failed("utvärderingen är färdigställd och låst", "Öppna en ny version av den")
    return None


def _conflict(now: State, save: Save, clashes: tuple[Clash, ...]) -> Step:
    return Step(new_line("conflict", save.base, save.actor, save.key, clashes=clashes), now)
