"""Answers that are hidden until everybody has handed in: nobody is led by what others answered.

They are moved out of what every page, paper and command reads, so that a leak has to be asked for.
"""

from __future__ import annotations

from dataclasses import replace

from natverkskollen.dossier.counted_answers import whole
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import AnswerSheet


def withheld(dossier: Dossier) -> Dossier:
    """The dossier with the hidden answers apart from those that count; the same where none is."""
    hidden = dossier.evaluation.hidden
    if not hidden:
        return dossier
    sheets = dossier.sheets
    return replace(
        dossier,
        sheets={id_: sheet for id_, sheet in sheets.items() if id_ not in hidden},
        aside=tuple(each for each in dossier.aside if each.assessor not in hidden),
        withheld={id_: sheet for id_, sheet in sheets.items() if id_ in hidden},
        withheld_aside=tuple(each for each in dossier.aside if each.assessor in hidden),
    )


def as_filed(dossier: Dossier) -> dict[str, AnswerSheet]:
    """Every sheet as it stands in its file, hidden or not, with what does not count."""
    sheets = {**dossier.sheets, **dossier.withheld}
    return whole(sheets, (*dossier.aside, *dossier.withheld_aside))
