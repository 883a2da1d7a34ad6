"""A new reading link, for whoever may change the evaluation; noted in the audit log with who."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from pathlib import Path

from natverkskollen.model.principal import Principal
from natverkskollen.model.reading_link import MOST_DAYS, ReadingLink
from natverkskollen.store import clock
from natverkskollen.store.audit_log import audit_log, person_in_log
from natverkskollen.store.contract import Failed
from natverkskollen.store.door import rights_at

_NOT_THEIRS = Failed("länken görs av den som får ändra utvärderingen", "Be en handläggare")
_PASSED = Failed("dagen har passerat", "Välj en dag framåt")
_LATE = Failed("en länk gäller högst ett år", "Välj en tidigare dag")


def made_link(folder: Path, by: Principal, evaluation: str, until: date) -> ReadingLink | Failed:
    """A link with a number that no other has; or why the person may not make it."""
    if not rights_at(folder, by).edits(evaluation):
        return _NOT_THEIRS
    today = clock.now().astimezone().date()
    if until < today:
        return _PASSED
    if until > today + timedelta(days=MOST_DAYS):
        return _LATE
    made = ReadingLink(evaluation, until, secrets.token_hex(4))
    log = audit_log()
    if log:
        person, about = person_in_log(folder, by, log.key), f"evaluations/{evaluation}"
        log.note("link", person=person, about=about, number=made.number)
    return made
