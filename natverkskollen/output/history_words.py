"""What a line of the history is called and how the values of a change are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from natverkskollen.analysis.wording import GRADES, answer_words
from natverkskollen.dossier.copies import copy_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.assessor import Assessor
from natverkskollen.store import KeyPath, answer_from
from natverkskollen.swedish.words import counted, listed

ANSWER = 4  # as many steps has the path of an answer
KIND_WORDS = {
    "start": "Historiken börjar",
    "save": "Sparat",
    "merge": "Sparat, sammanfört med andras ändringar",
    "conflict": "Krock, inget sparat",
    "import": "Redigerat utanför programmet",
    "restore": "Återställt",
    "rebuild": "Återskapat ur historiken",
    "delete": "Borttaget",
}
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
# What only the program reads.
_INNER = ("hash", "id", "of", "schema")
_COPIES = {"criteria": "Kopian av kriterierna", "networks": "Kopian av nätverken"}
_PARTS = {
    "status": "Läget",
    "final": "Färdigställandet",
    "title": "Titeln",
    "case": "Ärendet",
    "municipality": "Kommunen",
    "weighting": "Vikterna",
    "memberships": "Medlemskapen",
    "assessors": "Bedömarna",
    "decisions": "Besluten",
    "memo_texts": "Tjänsteskrivelsens texter",
    "appendix_without": "Vad bilaga 1 innehåller",
    "next_evaluation": "Nästa utvärdering",
    "findings": "Att kontrollera",
    "replies": "Faktagranskningen",
    "needs": "Behoven",
    "documents": "Dokumenten",
    "exchange_rates": "Växelkurserna",
    "hourly_cost": "Vad en timme kostar",
    "taken_out": "Uttagna nätverk",
    "criteria_revision": "Kriteriernas version",
    "criteria_changes": "Övergången till en ny version",
    "blind": "Om svaren är dolda tills alla har lämnat in",
}


def role_of(assessors: Iterable[Assessor], actor: str) -> str:
    """The role of the one a line of the history names; the name as it stands where it is none."""
    return next((each.role for each in assessors if each.id == actor), actor)


def what_words(dossier: Dossier, path: KeyPath) -> str:
    """What a change was made in: `Motiveringen: Miljöstrateg, SEKOM, Bredd`."""
    if path[0] in _COPIES:
        return _COPIES[path[0]]
    if path[0] != "answers" or len(path) < ANSWER:
        return _PARTS.get(path[1] if len(path) > 1 else "", "Utvärderingen")
    _, assessor, network, criterion, *field = path
    asked = dossier.criteria.renamed(criterion)
    changes = dossier.evaluation.criteria_changes
    titles = {each.id: each.title for change in changes for each in change.removed}
    place = (
        role_of(dossier.evaluation.assessors, assessor),
        dossier.called(network),
        asked.title if asked else titles.get(criterion, criterion),
    )
    names = {
        "score": "Svaret",
        "rationale": "Motiveringen",
        "grade": "Vad uppgiften bygger på",
        "evidence": "Beläggen",
        "not_applicable": "Svaret",
    }
    return f"{names.get(field[0], 'Svaret') if field else 'Svaret'}: {', '.join(place)}"


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
    if isinstance(value, tuple):
        return counted(len(value), *_COUNTED.get(field, ("en rad", "rader")))
    if isinstance(value, Mapping):
        said = [str(v) for k, v in value.items() if k not in _INNER and isinstance(v, (str, int))]
        return listed(said) or "ifyllt"
    return str(value)
