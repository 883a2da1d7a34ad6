"""One row of a filled-in form beside the answer as it is now: what it changes, or why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.answer_entry import fields_of, read_fields
from natverkskollen.editing.filled_form import FormRow, FormSheet
from natverkskollen.editing.form_row_reading import typed_cells
from natverkskollen.editing.revision_words import meanings
from natverkskollen.editing.typed import Unclear
from natverkskollen.files.reading import read_data
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.store import answer_at
from natverkskollen.store.plain_data import State, value_at

_PARTS = (("score", "not_applicable"), ("rationale",), ("grade",))


@dataclass(frozen=True)
class FormAnswer:
    """One answer in a form that differs from the file's; `after` is what saving it makes.

    `theirs` is the answer as it is now, `mine` as the form has it.
    """

    assessor: str
    network: str
    criterion: Criterion
    place: str
    mine: Answer
    theirs: Answer
    after: Answer
    version: int

    @property
    def id(self) -> str:
        """Which answer it is, among all in the form."""
        return "|".join((self.assessor, self.network, self.criterion.id))


@dataclass(frozen=True)
class UnclearRow:
    """A row that is not saved: where it stands, which answer it is, and why."""

    place: str
    what: str
    why: str


@dataclass
class Intake:
    """What a form comes to: nothing of it is saved yet.

    `told` are sentences about whole sheets.
    """

    evaluation: str
    version: int
    revision: str
    changed: list[FormAnswer] = field(default_factory=list)
    clashing: list[FormAnswer] = field(default_factory=list)
    locked: list[FormAnswer] = field(default_factory=list)
    unclear: list[UnclearRow] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True)
class Looked:
    """One sheet with what it is looked over with; `base` is None where nobody knows it."""

    intake: Intake
    dossier: Dossier
    now: Mapping[str, Any]
    sheet: FormSheet
    base: State | None
    closed: bool

    def other_question(self, asked: str, criterion: Criterion) -> str:
        """Why an answer to what was asked then is none to what is asked now; empty where it is."""
        now = self.dossier.evaluation.criteria_revision
        if self.base is None or value_at(self.base, ("evaluation", "criteria_revision")) == now:
            return ""
        copy = self.base.get("criteria")
        old = read_data(copy, "criteria", CriteriaSet).model if copy else None
        was = old.criterion(asked) if old else None
        if old is None or was is None:
            return "kriterierna har en annan version"
        return "; ".join(meanings(old, self.dossier.criteria, was, criterion))


def look_at_row(looked: Looked, row: FormRow, twice: bool) -> None:
    """Add to the intake what one row comes to; `twice` where other rows give the same answer."""
    dossier, unclear = looked.dossier, looked.intake.unclear
    place = f"{looked.sheet.name}, {row.place}"
    criterion, network = dossier.criteria.renamed(row.criterion), dossier.networks.get(row.network)
    if network is None or criterion is None or not criterion.asked:
        gone = row.network if network is None else row.criterion
        unclear.append(UnclearRow(place, gone, "Det finns inte i utvärderingen längre."))
        return
    what = f"{criterion.title}, {network.short}"
    others = {each.short for id_, each in dossier.networks.items() if id_ != network.id}
    if row.named in others - {network.short}:
        why = f"Raden säger {row.named} men hör till {network.short}. Är raderna sorterade?"
        unclear.append(UnclearRow(place, what, f"{why} Ladda ner ett nytt formulär."))
    elif twice:
        why = "Svaret finns på flera rader som inte säger detsamma. Behåll en av dem."
        unclear.append(UnclearRow(place, what, why))
    elif row.merged:
        why = "Cellerna är sammanfogade. Dela upp dem och skriv svaret igen."
        unclear.append(UnclearRow(place, what, why))
    else:
        try:
            _compare(looked, row, criterion, place)
        except Unclear as found:
            unclear.append(UnclearRow(place, what, str(found)))


def _compare(looked: Looked, row: FormRow, criterion: Criterion, place: str) -> None:
    intake, criteria, assessor = looked.intake, looked.dossier.criteria, looked.sheet.head.assessor
    theirs = answer_at(looked.now, assessor, row.network, criterion)
    base = theirs
    if looked.base is not None:
        base = answer_at(looked.base, assessor, row.network, criterion)
    shown = base  # what the form's own cells give when nobody has changed them
    with suppress(Unclear):
        shown = read_fields(fields_of(criterion, base), criteria, criterion, base)
    mine = shown
    if (typed := typed_cells(criteria, criterion, base, row.cells)) != fields_of(criterion, base):
        mine = read_fields(typed, criteria, criterion, base)
    parts = [part for part in _PARTS if _of(mine, part) != _of(shown, part)]
    after = _after(theirs, mine, parts)
    if not parts or after == theirs:
        intake.unchanged += 1
        return
    if why := looked.other_question(row.criterion, criterion):
        told = f"Frågan är en annan än när formuläret skrevs ({why})."
        raise Unclear(f"{told} Svara på den på Bedömning.")
    clashes = looked.base is None or any(
        _of(theirs, part) not in (_of(base, part), _of(mine, part)) for part in parts
    )
    whole = mine.model_copy(update={"evidence": theirs.evidence})
    settled = None if clashes else after
    into = intake.changed if settled else intake.clashing
    version = intake.version if looked.base is None else looked.sheet.head.version
    about = (assessor, row.network, criterion, place)
    (intake.locked if looked.closed else into).append(
        FormAnswer(*about, whole, theirs, settled or whole, version)
    )


def _of(answer: Answer, part: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(answer, name) for name in part)


def _after(theirs: Answer, mine: Answer, parts: Sequence[tuple[str, ...]]) -> Answer | None:
    """Their answer with the parts that I have changed; None where the two together are none."""
    changed = {name: getattr(mine, name) for part in parts for name in part}
    try:
        return Answer(
            **{**{name: getattr(theirs, name) for name in Answer.model_fields}, **changed}
        )
    except ValueError:
        return None
