"""An outcome as it stands alone, for tables, lists and the form: `Begär utträde`."""

from __future__ import annotations

from natverkskollen.model.outcome import KINDS, Outcome
from natverkskollen.swedish.words import capital


def outcome_name(outcome: Outcome) -> str:
    """An outcome as it stands alone: `Begär utträde`."""
    return capital(KINDS[outcome].words)
