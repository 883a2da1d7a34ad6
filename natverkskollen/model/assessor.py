"""Who scores, and whose answers are waited for."""

from __future__ import annotations

from natverkskollen.files.fields import Day, Model, Slug, Text


class Assessor(Model):
    """Somebody who scores, by role and not by name; `joint` marks the agreed answer.

    `submitted` is the day the answers were handed in, where several score each for themselves.
    """

    id: Slug
    role: Text
    date: Day | None = None
    submitted: Day | None = None
    joint: bool = False

    @property
    def alone(self) -> bool:
        """Whether they answer for themselves: their answers count beside the others'."""
        return not self.joint


def awaited(assessors: tuple[Assessor, ...], blind: bool) -> tuple[Assessor, ...]:
    """Who is still to hand in where several score each for themselves and hidden from each other.

    They do so where the evaluation is `blind`, or where one of them has handed in.
    """
    alone = [assessor for assessor in assessors if assessor.alone]
    if len(alone) < 2 or not (blind or any(assessor.submitted for assessor in alone)):
        return ()
    return tuple(assessor for assessor in alone if not assessor.submitted)
