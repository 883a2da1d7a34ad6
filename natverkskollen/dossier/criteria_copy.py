"""The criteria as they were when an evaluation was scored, kept beside its answers.

The copy is written by the store with the first save and replaced only when somebody lets the
evaluation go over to a later revision, so that it opens years later with what it was scored by.
"""

from __future__ import annotations

from natverkskollen.dossier.file_reading import read_content
from natverkskollen.files.reading import Reading
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.model.criteria import CriteriaSet

_HEADER = (
    "# Kriterierna som utvärderingen är bedömd med. Programmet skriver filen; ändra den inte här.\n"
    "# Kriterierna ändras i mappen criteria/, och utvärderingen byter version på sidan Ärendet.\n"
)


def bound_text(criteria: CriteriaSet) -> str:
    """What stands in the copy of a criteria set."""
    return _HEADER + yaml_text(criteria, whole=True)


def copy_words(text: str) -> str:
    """A copy in a table of changes: the revision, and not its twenty thousand characters."""
    copy = read_bound(text).model
    return f"Version {copy.revision}" if copy else "En fil som inte går att läsa"


def read_bound(text: str, name: str = "evaluations/kopia/criteria.yaml") -> Reading[CriteriaSet]:
    """The criteria set in a copy's text; `name` is what it is called in problems."""
    return read_content(text.encode(), name)
