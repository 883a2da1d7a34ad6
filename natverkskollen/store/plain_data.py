"""An evaluation as plain data: one value per path, compared, changed and written the same way.

Absent, None, False and the empty list are one value, since a file leaves all of them out.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from natverkskollen.files.cache import Cache
from natverkskollen.files.fields import Model
from natverkskollen.store.contract import Change, KeyPath

State = Mapping[str, Any]
# How far down a field lies: what is below is one value, such as a span or a list of evidence.
_DEPTH = {"answers": 5, "evaluation": 3, "network": 2, "membership": 3}


def plain(value: Any) -> Any:
    """A value as a YAML file would hold it: text, whole numbers, exact decimals, dict, tuple."""
    if isinstance(value, Model):
        value = value.model_dump(mode="python", by_alias=True, exclude_defaults=True)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(plain(each) for each in value)
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if isinstance(value, str):  # as the reader gives it back, however it was typed
        return unicodedata.normalize("NFC", value)
    return value.isoformat() if isinstance(value, date) else value


def same(one: Any, other: Any) -> bool:
    """Whether two plain values mean the same in a file."""
    if _nothing(one) or _nothing(other):
        return _nothing(one) and _nothing(other)
    return type(one) is type(other) and one == other


def _nothing(value: Any) -> bool:
    return value is None or value is False or value in ((), {}, "")


def value_at(state: Any, path: KeyPath) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        if not isinstance(state, Mapping):
            return None
        state = state.get(step)
    return state


def with_value(state: State, path: KeyPath, value: Any) -> dict[str, Any]:
    """The state with one value replaced; nothing is left of a group that becomes empty."""
    step, rest = path[0], path[1:]
    changed = dict(state)
    if rest:
        inner = changed.get(step)
        value = with_value(inner if isinstance(inner, Mapping) else {}, rest, value)
    if _nothing(value):
        changed.pop(step, None)
    else:
        changed[step] = value
    return changed


def differences(before: State, after: State, path: KeyPath = ()) -> Iterator[Change]:
    """Every field that differs, in the order of the files."""
    for key in [*before, *(key for key in after if key not in before)]:
        here, old, new = (*path, key), before.get(key), after.get(key)
        if old is new:
            continue
        groups = [each for each in (old, new) if each is not None]
        if len(here) < _DEPTH.get(here[0], 1) and all(isinstance(g, Mapping) for g in groups):
            yield from differences(old or {}, new or {}, here)
        elif not same(old, new):
            yield Change(here, old, new)


def json_text(value: Any, in_order: bool = False) -> str:
    """Plain data as JSON on one line; decimals keep their digits.

    `in_order` writes the keys of every group in alphabetical order.
    """
    if isinstance(value, str):
        return _QUOTED(value)
    if isinstance(value, dict):
        keys = sorted(value) if in_order else value
        inner = [f"{_QUOTED(str(key))}:{json_text(value[key], in_order)}" for key in keys]
        return "{" + ",".join(inner) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([json_text(each, in_order) for each in value]) + "]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return json_text(dict(value), in_order)
    return json.dumps(value, ensure_ascii=False)


_QUOTED = json.JSONEncoder(ensure_ascii=False).encode


def from_json(text: str | bytes) -> Any:
    """What `json_text` wrote."""
    return plain(json.loads(text, parse_float=Decimal))


def state_hash(state: State) -> str:
    """The SHA-256 of the data, whatever the order of its keys."""
    sheets = state.get("answers")
    parts = {k: json_text(v, in_order=True) for k, v in state.items() if v is not sheets}
    if sheets is not None:
        said = [f"{_QUOTED(id_)}:{_sheet_text(sheets[id_])}" for id_ in sorted(sheets)]
        parts["answers"] = "{" + ",".join(said) + "}"
    whole = ",".join(f"{_QUOTED(key)}:{parts[key]}" for key in sorted(parts))
    return hashlib.sha256(f"{{{whole}}}".encode()).hexdigest()


def _sheet_text(sheet: Any) -> str:
    """The JSON of one assessor's answers, kept: a save of one leaves the others the same object."""

    def renew(kept: tuple[Any, str] | None) -> tuple[Any, str]:
        return kept if kept and kept[0] is sheet else (sheet, json_text(sheet, in_order=True))

    return _SHEETS.renewed(id(sheet), renew)[1]


# The sheet is kept with its text, so that no other object can come to have the same id.
_SHEETS: Cache[tuple[Any, str]] = Cache(512)
