"""Which relations of a Word file are refused, wherever in it they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from natverkskollen.output.papers.intake import kinds
from natverkskollen.output.papers.intake.fault import TemplateFault


def check_relations(relations: Iterable[Any]) -> None:
    """Refuse a file with a relation that embeds, runs or fetches something."""
    for each in relations:
        kind, target = kind_of(each), each.get("Target", "")
        if kind in kinds.REFUSED:
            refuse(kinds.REFUSED[kind], target, kind)
        outside = each.get("TargetMode", "").lower() == "external"
        if outside and kind != "hyperlink" and kind not in kinds.DROPPED:
            refuse(kinds.EXTERNAL_IMAGE if kind == "image" else kinds.EXTERNAL, target, kind)


def kind_of(relation: Any) -> str:
    """The last part of a relation's type, which says what it is for."""
    return str(relation.get("Type", "")).rstrip("/").rpartition("/")[2]


def refuse(words: tuple[str, str], target: str, kind: str) -> None:
    """Refuse the file in these words, which may name the target or the kind."""
    what, remedy = words
    raise TemplateFault(what.format(target=target[:80], kind=kind[:40]), remedy)
