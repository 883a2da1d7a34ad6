"""A filled-in form beside the evaluation as it is now: what it changes, and where two disagree.

Every answer is compared with the version that the form was written from. What only the form has
changed is saved; what somebody else has changed as well is for the person to choose.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from typing import Any

from natverkskollen.analysis.assessors import submitted
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.filled_form import FormRow, Forms, FormSheet
from natverkskollen.editing.score_form_row import FormAnswer, Intake, Looked, look_at_row
from natverkskollen.store import (
    Change,
    Failed,
    SaveOutcome,
    Store,
    Versioned,
    answer_changes,
)
from natverkskollen.store.plain_data import State, value_at


def look_over(store: Store, dossier: Dossier, now: Versioned, forms: Forms) -> Intake:
    """What the forms change in the evaluation; `now` is the evaluation as the dossier has it."""
    evaluation = dossier.evaluation
    revision = evaluation.criteria_revision
    intake = Intake(evaluation.id, now.version, revision, told=list(forms.told))
    found: dict[str, list[tuple[Looked, FormRow]]] = {}
    for sheet in forms.sheets:
        looked = _opened(store, dossier, now, sheet, intake)
        for row in sheet.rows if looked else ():
            key = "|".join((sheet.head.assessor, row.network, row.criterion))
            found.setdefault(key, []).append((looked, row))  # type: ignore[arg-type]
    for rows in found.values():
        same = all(row.cells == rows[0][1].cells for _, row in rows)
        look_at_row(*rows[0], twice=not same)
    return intake


def save_forms(store: Store, intake: Intake, chosen: Collection[str]) -> dict[str, SaveOutcome]:
    """Save what is changed, and the clashing answers that were chosen by their ids.

    All of one assessor's answers are saved, or none; the outcomes are by assessor.
    """
    answers = [*intake.changed, *(each for each in intake.clashing if each.id in chosen)]
    outcomes: dict[str, SaveOutcome] = {}
    for assessor in dict.fromkeys(each.assessor for each in answers):
        own = [each for each in answers if each.assessor == assessor]
        base = max(each.version for each in own)
        outcomes[assessor] = store.save(
            intake.evaluation, base, _changes(own, intake), assessor, secrets.token_hex(8)
        )
    return outcomes


def _changes(own: list[FormAnswer], intake: Intake) -> Any:
    def changes(now: State) -> tuple[Change, ...] | Failed:
        people = value_at(now, ("evaluation", "assessors")) or ()
        alone = [each for each in people if not each.get("joint")]
        me = next((each for each in people if each.get("id") == own[0].assessor), None)
        if me is None or (len(alone) > 1 and me.get("submitted")):
            return Failed("svaren är inlämnade", "Öppna dem igen på Bedömning och försök på nytt")
        if value_at(now, ("evaluation", "criteria_revision")) != intake.revision:
            return Failed("kriterierna har bytt version", "Läs in formuläret en gång till")
        return tuple(
            change
            for each in own
            for change in answer_changes(
                now, each.assessor, each.network, each.criterion, each.theirs, each.after
            )
        )

    return changes


def _opened(
    store: Store, dossier: Dossier, now: Versioned, sheet: FormSheet, intake: Intake
) -> Looked | None:
    """A sheet with the version it was written from; None, and why is told, where it is not ours."""
    head, evaluation = sheet.head, dossier.evaluation
    if head.evaluation != evaluation.id:
        words = f"gäller utvärderingen {head.evaluation} och lästes inte. Öppna den först."
    elif head.assessor not in {each.id for each in evaluation.assessors}:
        words = f"gäller bedömaren {head.assessor}, som inte finns, och lästes inte."
    else:
        then = store.at(evaluation.id, head.version)
        known = isinstance(then, Versioned) and then.hash == head.hash
        if not known:
            intake.told.append(
                f"Bladet ”{sheet.name}” är skrivet från en version som inte finns i historiken. "
                "Därför får du välja för varje svar som skiljer sig."
            )
        base = then.data if known and isinstance(then, Versioned) else None
        closed = evaluation.status == "final" or submitted(evaluation, head.assessor)
        return Looked(intake, dossier, now.data, sheet, base, closed)
    intake.told.append(f"Bladet ”{sheet.name}” {words}")
    return None
