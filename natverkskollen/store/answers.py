"""Answers as the pages know them, turned into the store's fields and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.store.contract import UNSEEN, Change, KeyPath
from natverkskollen.store.plain_data import plain, same, value_at

FIELDS = ("score", "not_applicable", "rationale", "grade", "evidence")


def answer_path(assessor: str, network: str, criterion: str) -> KeyPath:
    """Where one answer lies."""
    return ("answers", assessor, network, criterion)


def answer_at(data: Mapping[str, Any], assessor: str, network: str, criterion: Criterion) -> Answer:
    """The answer in an evaluation's data, under the criterion's id or an earlier one."""
    for id_ in (criterion.id, *criterion.earlier_ids):
        given = value_at(data, answer_path(assessor, network, id_))
        if given:
            return answer_from(given)
    return Answer()


def answer_from(given: Any) -> Answer:
    """The answer some plain data is, such as the two sides of a clash; empty where it is none."""
    try:
        return Answer.model_validate(given or {})
    except ValidationError:
        return Answer()


def answer_changes(
    data: Mapping[str, Any],
    assessor: str,
    network: str,
    criterion: Criterion,
    seen: Answer | None,
    mine: Answer,
) -> tuple[Change, ...]:
    """The fields in which my answer differs from the one I saw (None: nobody knows what I saw).

    `data` is the evaluation now. An answer under an earlier id moves to the criterion's own.
    """
    path = answer_path(assessor, network, criterion.id)
    new, old = plain(mine), plain(seen) if seen else {}
    moved = [
        answer_path(assessor, network, id_)
        for id_ in criterion.earlier_ids
        if value_at(data, answer_path(assessor, network, id_))
    ]
    if moved and value_at(data, path) is None:
        leaving = Change(moved[0], UNSEEN if seen is None else old, None)
        fields = (Change((*path, f), None, new[f]) for f in FIELDS if f in new)
        return (leaving, *fields)
    return tuple(
        Change((*path, field), old.get(field) if seen else UNSEEN, new.get(field))
        for field in FIELDS
        if seen is None or not same(old.get(field), new.get(field))
    )
