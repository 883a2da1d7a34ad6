"""Who is to score, by the roles that a person types: all of a new evaluation's, or one more."""

from __future__ import annotations

from unicodedata import normalize

from natverkskollen.analysis.assessors import JOINT
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Unclear, typed_text
from natverkskollen.model.assessor import Assessor

LONGEST = 80  # signs: it stands in tables and on buttons


def assessors_from(text: str) -> tuple[Assessor, ...]:
    """The assessors of a text with one role a row; Unclear where there is none or two are alike."""
    found: tuple[Assessor, ...] = ()
    for row in filter(str.strip, typed_text(text).splitlines()):
        found = with_role(found, row)
    if not found:
        raise Unclear("Skriv minst en roll, till exempel Miljöstrateg.")
    return found


def with_role(assessors: tuple[Assessor, ...], typed: str) -> tuple[Assessor, ...]:
    """The assessors and one more, before the joint one; Unclear where it cannot be added."""
    role = " ".join(normalize("NFC", typed_text(typed)).split())
    if not _alike(role):
        raise Unclear("Skriv en roll, till exempel Ekonom.")
    if len(role) > LONGEST:
        raise Unclear(f"Rollen är för lång. Skriv högst {LONGEST} tecken.")
    taken = (*assessors, JOINT)  # which is there as soon as they agree on an answer
    if _alike(role) in {_alike(each.role) for each in taken}:
        raise Unclear(f"Rollen ”{role}” finns redan. Skilj dem åt, till exempel {role} 2.")
    new = Assessor(id=proposed_id(role, {each.id for each in taken}, "bedomare"), role=role)
    joint = tuple(each for each in assessors if each.joint)
    return (*(each for each in assessors if each.alone), new, *joint)


def _alike(role: str) -> str:
    """What is left to tell a role from another by: its letters and digits."""
    return "".join(filter(str.isalnum, normalize("NFKC", role).casefold()))
