"""Saving one whole answer for a caller that knows answers and not fields."""

from __future__ import annotations

import secrets
from functools import lru_cache
from pathlib import Path

from natverkskollen.dossier.criteria_copy import read_bound
from natverkskollen.dossier.library import judged_by
from natverkskollen.files.reading import read_data
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store.answers import answer_at, answer_changes
from natverkskollen.store.contract import Failed, SaveOutcome, Versioned
from natverkskollen.store.yaml_store import YamlStore


@lru_cache(maxsize=16)
def store_at(folder: Path) -> YamlStore:
    """The store of a data folder, one per process so that a history is read only once."""
    return YamlStore(folder)


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
) -> SaveOutcome:
    """Save the fields in which the answer differs from the one the person saw (None: not known)."""
    store = store_at(folder)
    found = store.get(evaluation)
    if isinstance(found, Failed):
        return found
    asked = _criterion(folder, found, criterion)
    if asked is None:
        return Failed(f"kriteriet '{criterion}' finns inte", "Ladda om sidan")
    changes = answer_changes(found.data, assessor, network, asked, expected, answer)
    base = found.version if base_version is None else base_version
    return store.save(evaluation, base, changes, actor or assessor, key or secrets.token_hex(8))


def saved_answer(
    folder: Path, evaluation: str, assessor: str, network: str, criterion: str
) -> Answer | Failed:
    """The answer as the store has it now."""
    found = store_at(folder).get(evaluation)
    if isinstance(found, Failed):
        return found
    asked = _criterion(folder, found, criterion)
    return answer_at(found.data, assessor, network, asked) if asked else Answer()


def _criterion(folder: Path, found: Versioned, criterion: str) -> Criterion | None:
    if copy := found.data.get("criteria"):
        own = read_bound(copy).model
        return own.criterion(criterion) if own else None
    read = read_data(found.data["evaluation"], found.hash, Evaluation).model
    criteria = judged_by(folder, read)[0] if read else {}
    return next((each.criterion(criterion) for each in criteria.values()), None)
