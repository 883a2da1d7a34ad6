"""What a line of the history is called: its kind, who it names and what was changed."""

from __future__ import annotations

from collections.abc import Iterable

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.assessor import Assessor
from natverkskollen.store import KeyPath

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
