"""A model as the YAML text a person reads: our key order, long texts folded, nothing escaped."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

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
    data = model.model_dump(mode="python", by_alias=True, **leaving)
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96)
