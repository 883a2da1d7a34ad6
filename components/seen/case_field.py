"""Text fields of the evaluation as a whole, each with its own memory of what the person saw."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components.seen.memory import Memory, Shown, Sight
from components.seen.telling import tell_value
from components.shell import run, state
from components.shell.case_saving import show_outcome
from components.shell.text_fields import day_line, text_box, text_line
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change, Clash, Conflict, Failed, KeyPath
from natverkskollen.store.plain_data import value_at


def case_day(evaluation: Evaluation, name: str, label: str, now: Any) -> str:
    """A field for a day of the evaluation that is `now` on file, None for none; as `case_text`."""
    return _field(evaluation, name, label, now, day_line)


def case_text(evaluation: Evaluation, name: str, label: str, now: Any, long: bool = False) -> str:
    """A text field for a value of the evaluation that is `now` on file, None for none.

    A field that nobody has touched follows the file; one that somebody has written in stays. A
    `long` one has several lines; a list stands one to a line.
    """
    return _field(evaluation, name, label, now, text_box if long else text_line)


def _field(
    evaluation: Evaluation, name: str, label: str, now: Any, field: Callable[..., str]
) -> str:
    key = _key(evaluation, name)
    shown = Shown(key, _sight(now))
    kept = shown.noting(_VALUE)
    typed = field(label, shown.first(_VALUE), key=key(_VALUE), on_change=kept) or ""
    shown.drawn({_VALUE: typed})
    return typed


def seen_value(evaluation: Evaluation, name: str) -> Any:
    """What stood in the file when the person was shown the field; UNSEEN where nobody knows."""
    return Memory(_key(evaluation, name)).of


def save_fields(
    evaluation: Evaluation,
    paths: Mapping[str, KeyPath],
    changes: Sequence[Change],
    values: Mapping[str, Any],
    actor: str,
) -> None:
    """Save fields drawn by `case_text` unless somebody has changed them since they were shown.

    `paths` tells where in the evaluation each field lies and `values` its new value, by its name.
    """
    outcome = run.store().save(evaluation.id, None, changes, actor, secrets.token_hex(8))
    if isinstance(outcome, Conflict):
        for clash in outcome.clashes:
            _tell(evaluation, paths, clash)
        return
    if not isinstance(outcome, Failed):
        for name in values:
            Memory(_key(evaluation, name)).follow()
    show_outcome(outcome)


def _tell(evaluation: Evaluation, paths: Mapping[str, KeyPath], clash: Clash) -> None:
    """Show what somebody else has saved; having seen it, the person decides."""
    tell_value(_text(clash.theirs))
    inside = clash.path[1:]
    for name, path in paths.items():
        if path[: len(inside)] == inside:
            theirs = value_at(clash.theirs, path[len(inside) :])
            Memory(_key(evaluation, name)).look(_sight(theirs))


_VALUE, _SEEN = "varde", "sedd"


def _sight(value: Any) -> Sight:
    return Sight({_VALUE: _text(value)}, value)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(str(each) for each in value.values() if isinstance(each, str))
    if isinstance(value, (list, tuple)):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


def _key(evaluation: Evaluation, name: str) -> Callable[[str], str]:
    places = {_VALUE: ("falt", name), _SEEN: ("sett", name)}
    return lambda own: state.case_key(evaluation.id, *places.get(own, ("falt", name, own)))
