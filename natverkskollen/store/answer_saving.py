"""Saving one whole answer for a caller that knows answers and not fields."""

from __future__ import annotations

import secrets
from pathlib import Path

from natverkskollen.dossier.copies import read_bound
from natverkskollen.dossier.file_reading import BOUND
from natverkskollen.dossier.library import criteria_at
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store.answers import answer_at, answer_changes
from natverkskollen.store.contract import Change, Failed, SaveOutcome
from natverkskollen.store.door import store_at
from natverkskollen.store.plain_data import State, value_at


def save_answer(
    folder: Path,
    evaluation: str,
    assessor: str,
    network: str,
    criterion: str,
    expected: Answer | None,
    answer: Answer,
    *,
    base_version: int | None = None,
    actor: str | None = None,
    key: str | None = None,
    by: Principal = LOCAL,
) -> SaveOutcome:
    """Save the fields in which the answer differs from the one the person saw (None: not known)."""

    def changes(now: State) -> tuple[Change, ...] | Failed:
        asked = _criterion(folder, evaluation, now, criterion)
        if asked is None:
            return Failed(f"kriteriet '{criterion}' finns inte", "Ladda om sidan")
        return answer_changes(now, assessor, network, asked, expected, answer)

    return store_at(folder, by).save(
        evaluation, base_version, changes, actor or assessor, key or secrets.token_hex(8)
    )


def saved_answer(
    folder: Path,
    evaluation: str,
    assessor: str,
    network: str,
    criterion: str,
    by: Principal = LOCAL,
) -> Answer | Failed:
    """The answer as the store has it now."""
    found = store_at(folder, by).get(evaluation)
    if isinstance(found, Failed):
        return found
    asked = _criterion(folder, evaluation, found.data, criterion)
    return answer_at(found.data, assessor, network, asked) if asked else Answer()


def _criterion(folder: Path, evaluation: str, now: State, criterion: str) -> Criterion | None:
    """A criterion in the evaluation's own copy of its criteria, else in criteria/."""
    if copy := now.get("criteria"):
        own = read_bound(copy, f"evaluations/{evaluation}/{BOUND}").model
    else:
        own = criteria_at(folder, str(value_at(now, ("evaluation", "criteria"))))
    return own.criterion(criterion) if own else None
