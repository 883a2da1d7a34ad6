"""A value before and after a change, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.analysis.wording import GRADES, answer_words
from natverkskollen.dossier.copies import copy_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.history_words import ANSWER
from natverkskollen.store import KeyPath, answer_from
from natverkskollen.swedish.words import counted, listed

# What a list of the evaluation or of an answer is counted in.
_COUNTED = {
    "appendix_without": ("en utelämnad del", "utelämnade delar"),
    "assessors": ("en bedömare", "bedömare"),
    "criteria_changes": ("ett byte av version", "byten av version"),
    "decisions": ("ett förslag", "förslag"),
    "documents": ("ett dokument", "dokument"),
    "evidence": ("ett belägg", "belägg"),
    "exchange_rates": ("en växelkurs", "växelkurser"),
    "findings": ("en förklaring", "förklaringar"),
    "memberships": ("ett medlemskap", "medlemskap"),
    "needs": ("ett behov", "behov"),
    "replies": ("ett svar", "svar"),
    "seats": ("ett uppdrag", "uppdrag"),
    "sums": ("en summa", "summor"),
    "taken_out": ("ett uttaget nätverk", "uttagna nätverk"),
    "states": ("en rad om ärendets gång", "rader om ärendets gång"),
}
_MOST_NAMED = 3
# What only the program reads.
_INNER = ("hash", "id", "of", "schema")


def value_words(dossier: Dossier, path: KeyPath, value: Any) -> str:
    """A value before or after a change; a dash where there is none."""
    if value in (None, (), {}, ""):
        return "–"
    if (copy := copy_words(path, value)) is not None:
        return copy
    field = path[-1]
    criterion = dossier.criteria.renamed(path[3]) if len(path) >= ANSWER else None
    if path[0] == "answers" and criterion and criterion.asked:
        if len(path) == ANSWER:
            answer = answer_from(value)
            return f"{answer_words(dossier.criteria, criterion, answer)} {answer.rationale or ''}"
        if field == "score":
            return answer_words(dossier.criteria, criterion, answer_from({"score": value}))
        if field == "grade":
            return GRADES.get(value, str(value))
        if field == "not_applicable":
            return "Ej tillämpligt"
    if path == ("evaluation", "criteria_changes"):
        latest = value[-1]
        return "Från version {from_revision} till {to_revision}: {reason}".format(**latest)
    words = {"draft": "Utkast", "final": "Färdigställd"}
    if isinstance(value, str):
        return words.get(value, value)
    if (names := _named(dossier, path, value)) is not None:
        return listed(names)
    if isinstance(value, tuple):
        return counted(len(value), *_COUNTED.get(field, ("en rad", "rader")))
    if isinstance(value, Mapping):
        said = [str(v) for k, v in value.items() if k not in _INNER and isinstance(v, (str, int))]
        return listed(said) or "ifyllt"
    return str(value)


def _named(dossier: Dossier, path: KeyPath, value: Any) -> list[str] | None:
    """What each of a list is called, where it is one of few things with names; else None."""
    if not isinstance(value, tuple) or len(value) > _MOST_NAMED:
        return None
    if path == ("evaluation", "assessors"):
        done = {True: " (har lämnat in)", False: ""}
        return [f"{each['role']}{done[bool(each.get('submitted'))]}" for each in value]
    if path == ("evaluation", "memberships"):
        networks = [(each["network"], dossier.networks.get(each["network"])) for each in value]
        return [known.short if known else id_ for id_, known in networks]
    return None
