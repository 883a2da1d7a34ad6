"""A model as the YAML text a person reads: our key order, long texts folded, nothing escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from natverkskollen.files.cache import Cache
from natverkskollen.files.fields import Model

_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, and never writes an alias."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    if _BREAKS.search(value):  # the dumper would write these as plain line feeds
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    if value == value.to_integral_value():
        return dumper.represent_scalar("tag:yaml.org,2002:int", f"{value:.0f}")
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(tuple, lambda dumper, value: dumper.represent_list(value))
_Dumper.add_representer(
    date,
    lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.isoformat()),
)


def yaml_text(model: Model, whole: bool = False) -> str:
    """The YAML of a model; reading it gives the same model.

    What is at its default is left out, unless it is to be the `whole`: what a later program takes
    for its default may be another.
    """
    leaving: dict[str, Any] = {"exclude_none": True} if whole else {"exclude_defaults": True}
    return _blocks(model.model_dump(mode="python", by_alias=True, **leaving))


def _blocks(data: Mapping[str, Any], depth: int = 0) -> str:
    """A mapping that lies so far down, block by block: those that are as before are kept."""
    return "".join([_block(key, value, depth) for key, value in data.items()]) or "{}\n"


def _block(key: object, value: Any, depth: int) -> str:
    if isinstance(value, dict) and value and depth < _DEEPEST and _PLAIN.fullmatch(str(key)):
        return f"{'  ' * depth}{key}:\n{_blocks(value, depth + 1)}"
    return _BLOCKS.get((depth, repr(key), repr(value)), lambda: _dumped(key, value, depth))


def _dumped(key: object, value: Any, depth: int) -> str:
    """One block as it stands under `depth` others and before another, without their lines."""
    data: dict[object, Any] = {key: value, _NEXT: 0}
    for _ in range(depth):
        data = {"x": data}
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96)
    return "\n".join([*text.split("\n")[depth:-2], ""])


# As far down as one answer lies in a sheet. A name that YAML takes for nothing but text.
_DEEPEST = 2
_PLAIN = re.compile("(?!false$)[a-z][a-z0-9_-]{4,59}")
_NEXT = "no key of ours"
_BLOCKS: Cache[str] = Cache(4096)
