"""The history of an evaluation as people read it: who did what to which answer, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from natverkskollen.analysis.wording import GRADES, answer_words
from natverkskollen.dossier.copies import copy_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.store import Entry, KeyPath, answer_from
from natverkskollen.store.plain_data import with_value
from natverkskollen.swedish.words import counted, listed

HIDDEN = "dolt tills alla har lämnat in"
_ANSWER = 4
_KINDS = {
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
    "assessors": ("en bedömare", "bedömare"),
    "criteria_changes": ("ett byte av version", "byten av version"),
    "decisions": ("ett förslag", "förslag"),
    "documents": ("ett dokument", "dokument"),
    "evidence": ("ett belägg", "belägg"),
    "findings": ("en förklaring", "förklaringar"),
    "memberships": ("ett medlemskap", "medlemskap"),
    "needs": ("ett behov", "behov"),
    "replies": ("ett svar", "svar"),
    "seats": ("ett uppdrag", "uppdrag"),
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
    "next_evaluation": "Nästa utvärdering",
    "findings": "Att kontrollera",
    "replies": "Faktagranskningen",
    "needs": "Behoven",
    "documents": "Dokumenten",
    "criteria_revision": "Kriteriernas version",
    "criteria_changes": "Övergången till en ny version",
    "blind": "Om svaren är dolda tills alla har lämnat in",
}


# Saves of one thing by one person with no longer pause between them are one change to a reader.
SITTING = timedelta(minutes=10)


@dataclass(frozen=True)
class AnswerStep:
    """One change of an answer; `first` is the version that began it and `version` the last of it.

    Whoever writes is saved at every pause; that is one change, told by when it was done.
    """

    first: int
    version: int
    when: datetime
    who: str
    kind: str
    before: Answer
    after: Answer


@dataclass(frozen=True)
class Row:
    """One line of the whole evaluation's history, in words."""

    when: datetime
    who: str
    kind: str
    what: str
    before: str
    after: str


def role_of(assessors: Iterable[Assessor], actor: str) -> str:
    """The role of the one a line of the history names; the name as it stands where it is none."""
    return next((each.role for each in assessors if each.id == actor), actor)


def answer_steps(
    entries: Iterable[Entry], data: Mapping[str, Any], assessors: tuple[Assessor, ...]
) -> dict[KeyPath, list[AnswerStep]]:
    """Every answer that has changed, by its path, the latest change first.

    `data` is the evaluation as the last of the entries left it.
    """
    steps: dict[KeyPath, list[AnswerStep]] = {}
    now: dict[str, Any] = dict(data)
    for entry in reversed(tuple(entries)):
        changes = [c for c in entry.changes if c.path[0] == "answers" and len(c.path) >= _ANSWER]
        earlier = now
        for change in changes:
            earlier = with_value(earlier, change.path, change.old)
        for path in dict.fromkeys(change.path[:_ANSWER] for change in changes):
            step = AnswerStep(
                entry.version,
                entry.version,
                entry.when,
                role_of(assessors, entry.actor),
                _KINDS[entry.kind],
                _answer(earlier, path),
                _answer(now, path),
            )
            steps.setdefault(path, []).append(step)
        now = earlier
    return {path: _sittings(found) for path, found in steps.items()}


def _sittings(steps: list[AnswerStep]) -> list[AnswerStep]:
    """The steps of one answer, the latest first, with those of one sitting as one."""
    kept: list[AnswerStep] = []
    since: datetime | None = None
    for step in steps:
        last = kept[-1] if kept else None
        if last and since and _together((last.who, last.kind, since), step):
            kept[-1] = replace(last, first=step.first, before=step.before)
        else:
            kept.append(step)
        since = step.when
    return kept


def _together(later: tuple[str, str, datetime], earlier: AnswerStep | Row) -> bool:
    """Whether two changes of one thing, next to each other, were made in one sitting."""
    who, kind, since = later
    alike = who == earlier.who and kind == earlier.kind == _KINDS["save"]
    return alike and since - earlier.when <= SITTING


def rows(entries: Iterable[Entry], dossier: Dossier) -> list[Row]:
    """The history in words, the latest first, with what one sitting did to one thing told once."""
    kept: list[Row] = []
    latest: dict[str, tuple[int, datetime]] = {}
    for row in _lines(entries, dossier):
        place, since = latest.get(row.what, (-1, row.when))
        if place >= 0 and _together((kept[place].who, kept[place].kind, since), row):
            kept[place] = replace(kept[place], before=row.before)
        else:
            place = len(kept)
            kept.append(row)
        latest[row.what] = (place, row.when)
    return kept


def _lines(entries: Iterable[Entry], dossier: Dossier) -> Iterator[Row]:
    """Every line of the history in words, the latest first."""
    hidden = dossier.evaluation.hidden
    for entry in reversed(tuple(entries)):
        head = (entry.when, role_of(dossier.evaluation.assessors, entry.actor), _KINDS[entry.kind])
        for change in entry.changes:
            values = _values(dossier, hidden, change.path, (change.old, change.new))
            yield Row(*head, _what(dossier, change.path), *values)
        for clash in entry.clashes:
            values = _values(dossier, hidden, clash.path, (clash.theirs, clash.mine))
            yield Row(*head, _what(dossier, clash.path), *values)
        if not (entry.changes or entry.clashes):
            yield Row(*head, "Hela utvärderingen", "", "")


def hides(hidden: Collection[str], path: KeyPath) -> bool:
    """Whether a path leads to answers that are hidden until all have handed in."""
    return bool(hidden) and path[0] == "answers" and (len(path) == 1 or path[1] in hidden)


def _values(
    dossier: Dossier, hidden: Collection[str], path: KeyPath, values: tuple[Any, Any]
) -> tuple[str, str]:
    if hides(hidden, path):
        return HIDDEN, HIDDEN
    old, new = (_value(dossier, path, each) for each in values)
    return old, new


def _answer(state: Any, path: KeyPath) -> Answer:
    for step in path:
        state = state.get(step, {}) if isinstance(state, Mapping) else {}
    return answer_from(state)


def _what(dossier: Dossier, path: KeyPath) -> str:
    if path[0] in _COPIES:
        return _COPIES[path[0]]
    if path[0] != "answers" or len(path) < _ANSWER:
        return _PARTS.get(path[1] if len(path) > 1 else "", "Utvärderingen")
    _, assessor, network, criterion, *field = path
    asked = dossier.criteria.renamed(criterion)
    changes = dossier.evaluation.criteria_changes
    titles = {each.id: each.title for change in changes for each in change.removed}
    place = (
        role_of(dossier.evaluation.assessors, assessor),
        dossier.networks[network].short if network in dossier.networks else network,
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


def _value(dossier: Dossier, path: KeyPath, value: Any) -> str:
    if value in (None, (), {}, ""):
        return "–"
    if (copy := copy_words(path, value)) is not None:
        return copy
    field = path[-1]
    criterion = dossier.criteria.renamed(path[3]) if len(path) >= _ANSWER else None
    if path[0] == "answers" and criterion and criterion.asked:
        if len(path) == _ANSWER:
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
