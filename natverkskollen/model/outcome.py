"""The outcomes a municipality can decide on for a membership, and what each of them needs."""

from __future__ import annotations

from typing import Literal

from natverkskollen.files.fields import Day, Model, Slug, Text

Outcome = Literal[
    "continue",
    "continue-with-condition",
    "trial",
    "come-back",
    "leave",
    "withdraw-leave",
    "apply",
    "do-not-apply",
]

OUTCOME_WORDS: dict[str, str] = {
    "continue": "fortsätt",
    "continue-with-condition": "fortsätt med villkor",
    "trial": "prövotid",
    "come-back": "återkom",
    "leave": "begär utträde",
    "withdraw-leave": "återta begäran om utträde",
    "apply": "ansök om medlemskap",
    "do-not-apply": "ansök inte",
}

# What an outcome cannot be written out without, and the example a person is shown.
NEEDS: dict[str, tuple[str, str]] = {
    "continue-with-condition": ("condition", "condition: att föreningen redovisar sin plan"),
    "trial": ("by", "by: 2026-05-30"),
    "come-back": ("by", "by: 2026-05-30"),
    "leave": ("from_date", "from_date: 2026-12-31"),
}


class Decision(Model):
    """What one body decides about one network.

    `by` is the day to come back or the day a trial ends, `from_date` the day a membership ends,
    `money` what happens to the fee that is freed, as it stands after `beslutar att`,
    `closes_assignment` whether the commissioning assignment of the case ends with it.
    `proposed_by` are the bodies that propose it on its way, in order; left out, the body the case
    goes to proposes what its council decides.
    """

    network: Slug
    outcome: Outcome
    body: Text
    proposed_by: tuple[Text, ...] = ()
    by: Day | None = None
    from_date: Day | None = None
    condition: Text | None = None
    motive: Text | None = None
    money: Text | None = None
    differs_because: Text | None = None
    closes_assignment: bool = False
