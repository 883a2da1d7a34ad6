"""A form of something on file is saved, or the person is shown what somebody else has written."""

from __future__ import annotations

from collections.abc import Mapping

from components.seen.memory import Shown
from components.seen.telling import tell_rows
from components.shell.case_saving import save_changes, show_outcome
from components.shell.person import actor
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change, Conflict, Failed


def save_form(
    evaluation: Evaluation,
    changes: tuple[Change, ...],
    shown: Shown,
    words: Mapping[str, tuple[str, str]],
) -> None:
    """Save what the person saw and changed; `words` are the fields' labels by their names.

    Where nobody knows what they saw, or somebody else has changed it, they are shown what is on
    file, and what they typed stays.
    """
    outcome = save_changes(evaluation, changes, actor()) if shown.seen else None
    if outcome is None or isinstance(outcome, Conflict):
        now = [(words[name][0], str(value)) for name, value in shown.now.fields.items()]
        tell_rows([(label, value) for label, value in now if value not in ("", "True", "False")])
        shown.told()
        return
    if not isinstance(outcome, Failed):
        shown.follow()
    show_outcome(outcome)
