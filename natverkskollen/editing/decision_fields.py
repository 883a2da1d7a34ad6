"""The fields a person is asked for about a decision: which an outcome needs, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from natverkskollen.editing.decision_labels import EXAMPLES, label
from natverkskollen.editing.decision_money import MONEY
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import ANSWERS, KINDS, Outcome

FieldKind = Literal["text", "day", "area", "choice", "tick"]


@dataclass(frozen=True)
class AskedField:
    """One field: its name, the words over it, how it is filled in, and an example."""

    name: str
    label: str
    kind: FieldKind = "text"
    choices: tuple[str, ...] = ()
    example: str = ""


_DAYS = ("by", "from_date", "decided", "dated")
_AREAS = ("motive", "differs_because", "reason")
# Fields of the file in the order they are asked for; body stands first of all.
ORDER = (
    *("network", "title", "number", "answer", "by", "from_date", "condition", "receiver"),
    *("assigned_to", "decided", "paragraph", "decided_by", "about", "dated", "reason", "motive"),
)
FILED = (*ORDER, "motive", "differs_because")  # every field of the file that is a text or a day


def asked_fields(
    outcome: Outcome, evaluation: Evaluation, saved: Mapping[str, str | bool], reasons: bool
) -> Iterator[AskedField]:
    """Every field to show for an outcome, but the reason for departing from the result.

    `saved` is what is on file: a field that holds something is shown, so that nothing is kept
    unseen. `reasons` tells whether the template puts reasons in the decisions.
    """
    kind = KINDS[outcome]
    yield _field(outcome, "body")
    for name in ORDER:
        answered = name == "reason" and name in kind.may and not reasons
        if name == "network" and kind.follows:
            continue
        if name in kind.fields and (not answered or saved[name]):
            choices: tuple[str, ...] = ANSWERS.get(outcome, ()) if name == "answer" else ()
            if name == "network":
                choices = ("", *(each.network for each in evaluation.memberships))
            yield _field(outcome, name, choices)
    if "money" in kind.fields:
        if saved["money_text"]:
            yield _field(outcome, "money_text")
        elif outcome == "money" or kind.pays == "ends" or saved["money_amount"]:
            yield from (_field(outcome, name) for name in MONEY)
    if "closes_assignment" in kind.fields and evaluation.case.assignment:
        yield _field(outcome, "closes_assignment")
    yield _field(outcome, "proposed_by")


def _field(outcome: Outcome, name: str, choices: tuple[str, ...] = ()) -> AskedField:
    kind: FieldKind = "area" if name in _AREAS else "choice" if choices else "text"
    if name in _DAYS:
        kind = "day"
    if name in ("closes_assignment", "money_yearly"):
        kind = "tick"
    return AskedField(name, label(outcome, name), kind, choices, EXAMPLES.get(name, ""))


def differs_field(outcome: Outcome) -> AskedField:
    """The field for why the proposal departs from the result."""
    return _field(outcome, "differs_because")
