"""A new reading link, noted in the audit log with who made it."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

from natverkskollen.model.principal import Principal
from natverkskollen.model.reading_link import ReadingLink
from natverkskollen.store.audit_log import audit_log, person_in_log


def made_link(folder: Path, by: Principal, evaluation: str, until: date) -> ReadingLink:
    """A link with a number that no other has."""
    made = ReadingLink(evaluation, until, secrets.token_hex(4))
    log = audit_log()
    if log:
        person, about = person_in_log(folder, by, log.key), f"evaluations/{evaluation}"
        log.note("link", person=person, about=about, number=made.number)
    return made
