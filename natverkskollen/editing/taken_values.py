"""What values that are taken point at, and where each is put among a network's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.editing.shipped_values import Items, Key, identity


def needed(here: Items, wanted: Items, shipped: Items) -> Items:
    """What the wanted values point at and the folder lacks: documents, and facts."""
    found: Items = {}
    left = [value for value in wanted.values() if isinstance(value, Mapping)]
    while left:
        value = left.pop()
        source = value.get("source") or {}
        names: set[Key] = {("documents", str(source.get("document", "")))}
        about = {value.get(each) for each in ("about", "part_of", "same_as", "not_same_as")}
        names |= {key for key in shipped if key[0] == "facts" and key[1] in about}
        for key in names:
            there = {each[:2] for each in (*here, *wanted, *found)}
            if key in shipped and key[:2] not in there:
                found[key] = shipped[key]
                left.append(shipped[key])
    return found


def with_values(data: Mapping[str, Any], wanted: Items, shipped: Items) -> dict[str, Any]:
    """The network's data with some values as they are wanted, each where the program has it."""
    after = dict(data)
    for key, value in wanted.items():
        room = key[0]
        if len(key) == 1:
            after[room] = value
        elif room == "terms":
            after[room] = {k: v for k, v in {**after[room], key[1]: value}.items() if v is not None}
        else:
            after[room] = _placed(room, list(after.get(room, ())), key, value, shipped)
    return {each: value for each, value in after.items() if value is not None}


def _placed(room: str, there: list[Any], key: Key, value: Any, shipped: Items) -> tuple[Any, ...]:
    keys = [(room, *identity(room, each)) for each in there]
    if key in keys:
        at = keys.index(key)
        there[at : at + 1] = [] if value is None else [value]
        return tuple(there)
    order = [each for each in shipped if each[0] == room]
    earlier = [each for each in order[: order.index(key)] if each in keys]
    at = keys.index(earlier[-1]) + 1 if earlier else len(there)
    return (*there[:at], value, *there[at:])
