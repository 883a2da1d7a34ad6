"""The preview of a later revision in words: the same on the page and on the command line."""

from __future__ import annotations

from dataclasses import dataclass

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.wording import value_words, verdict_name
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.migration import Migration
from natverkskollen.output.migration_rows import grouped


@dataclass(frozen=True)
class Consequence:
    """One network's verdict and value, before and after."""

    network: str
    before: str
    after: str
    same: bool


def consequences(dossier: Dossier, told: Migration) -> tuple[Consequence, ...]:
    """Each network's verdict and value as it is and as it would be."""
    before, after = evaluate(dossier), evaluate(told.after)
    return tuple(
        Consequence(was.network.short, _verdict(was), _verdict(now), _verdict(was) == _verdict(now))
        for was, now in zip(before.networks, after.networks, strict=True)
    )


def _verdict(found: NetworkResult) -> str:
    said = verdict_name(found.verdict, found.member)
    return said if found.verdict is None else f"{said}, {value_words(found.told)} av 100"


def lead(dossier: Dossier, told: Migration) -> str:
    """Which revisions it is about, and what is known of the earlier."""
    old, new = dossier.evaluation.criteria_revision, told.after.criteria.revision
    if old == new:
        words = f"Kriterierna har ändrats utan att versionen {new} har fått ett nytt namn."
    else:
        words = f"Utvärderingen är bedömd med version {old}. Nu finns version {new}."
    if told.known:
        return words
    return (
        f"{words} Utvärderingen har ingen kopia av version {old}, så här syns inte vilka "
        "nivåtexter som har ändrats. Se över alla svar."
    )


def migration_text(dossier: Dossier, told: Migration) -> str:
    """The whole preview as plain text."""
    rows = [lead(dossier, told), ""]
    for heading, parts in grouped(told):
        rows.append(heading)
        for part in parts:
            was = f" (förut {part.was})" if part.was else ""
            rows.append(f"  {part.title}{was}: {part.answers}. {part.happens}")
        rows.append("")
    rows += [*told.rules, ""] if told.rules else []
    rows += [f"{o.network}: {o.before} → {o.after}" for o in consequences(dossier, told)]
    return "\n".join(rows)
