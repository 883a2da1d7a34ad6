"""What a save comes to, decided the same way in every store before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from natverkskollen.files.problem import Problem
from natverkskollen.files.yaml_tree import Refusal
from natverkskollen.store.contract import (
    Change,
    Changes,
    Clash,
    Conflict,
    Failed,
    KeyPath,
    Kind,
    Merged,
    Saved,
    SaveOutcome,
)
from natverkskollen.store.files import JudgedBy, touched
from natverkskollen.store.journal import Journal, new_line
from natverkskollen.store.journal_line import Line
from natverkskollen.store.merging import answers_shared, merge, unusable
from natverkskollen.store.plain_data import State, differences, value_at
from natverkskollen.store.sheaf import Sheaf

_CREATES = (("evaluation",), ("network",), ("membership",))
_SEAL: KeyPath = ("evaluation", "final")
_NETWORKS: KeyPath = ("networks",)
_STATUS: tuple[KeyPath, ...] = (("evaluation", "status"), _SEAL, _NETWORKS)
MISSING = Failed("utvärderingen finns inte", "Välj en annan på sidan Översikt")
_RELOAD = "Ladda om sidan"


@dataclass(frozen=True)
class Save:
    """What somebody asks to have saved, as `Store.save` is asked."""

    evaluation: str
    base: int | None
    changes: Changes
    actor: str
    key: str
    kind: Kind = "save"


@dataclass(frozen=True)
class _Asked:
    """A save whose base and changes are known."""

    save: Save
    base: int
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Step:
    """The line to write and the evaluation after it."""

    line: Line
    after: Sheaf


def decide(journal: Journal, now: Sheaf, save: Save, judged_by: JudgedBy) -> Step | SaveOutcome:
    """The step to take, or the outcome where there is nothing to write."""
    if earlier := journal.with_key(save.key):
        return outcome_of(earlier)
    changes = _changes(save, now.state)
    if isinstance(changes, Failed):
        return changes
    base = journal.version if save.base is None else save.base
    asked = _Asked(save, base, tuple(changes))
    refusal = unusable(asked.changes, save.actor, save.key) or _refusal(journal, now.state, asked)
    if refusal:
        return refusal
    merged = merge(journal, now.state, asked.changes)
    if merged.clashes:
        return _conflict(now, asked, merged.clashes)
    after = now.changed(merged.state)
    problems = after.problems or new_references(now, after, judged_by)
    if problems:
        then = journal.at(base) if journal.lines else now.state
        if clashes := answers_shared(journal, then, now.state, asked.changes):
            return _conflict(now, asked, clashes)
        return _unsaved(problems[0].what, problems[0].remedy)
    if not any(differences(now.state, after.state)):
        return Saved(journal.version)
    if not any(change.path == _SEAL for change in asked.changes):  # it says what was sealed
        after = after.with_copy(judged_by)
    try:
        for name in touched(now.state, after.state, now.raws):
            after.text(name, now.raws.get(name))
    except Refusal as refused:
        return _unsaved(refused.what, refused.remedy)
    written = tuple(differences(now.state, after.state))
    others = any(line.changes for line in journal.lines[base:])
    kind: Kind = "merge" if others and save.kind == "save" else save.kind
    return Step(new_line(kind, base, save.actor, save.key, changes=written), after)


def _changes(save: Save, now: State) -> Sequence[Change] | Failed:
    if not callable(save.changes):
        return save.changes
    return save.changes(now) if now else MISSING


def _unsaved(what: str, remedy: str) -> Failed:
    return Failed(f"ändringen går inte att spara: {what}", remedy)


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


def new_references(before: Sheaf, after: Sheaf, judged_by: JudgedBy) -> tuple[Problem, ...]:
    """The references that a change makes wrong; those that were wrong before hinder nobody."""
    found = after.wrong_references(judged_by)
    if not found or not before.state:
        return found
    known = set(before.wrong_references(judged_by))
    return tuple(problem for problem in found if problem not in known)


def _refusal(journal: Journal, now: State, asked: _Asked) -> Failed | None:
    creates = any(change.path in _CREATES for change in asked.changes)
    if not now and not creates:
        return MISSING
    if not 0 <= asked.base <= max(journal.version, 1 if now else 0):
        return Failed(f"version {asked.base} finns inte i historiken", _RELOAD)
    final = value_at(now, ("evaluation", "status")) == "final"
    paths = {change.path for change in asked.changes}
    if final and not (paths <= set(_STATUS) and paths - {_NETWORKS}):
        return Failed("utvärderingen är färdigställd och låst", "Öppna en ny version av den")
    return None


def _conflict(now: Sheaf, asked: _Asked, clashes: tuple[Clash, ...]) -> Step:
    save = asked.save
    return Step(new_line("conflict", asked.base, save.actor, save.key, clashes=clashes), now)
