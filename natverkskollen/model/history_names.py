"""The names behind the pseudonyms of the history, kept apart from it so that they can be forgotten.

A journal says person-<12 signs>, drawn at random, and never a name: its chain of hashes is the same
with the names and without them.
"""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import Field

from natverkskollen.files.fields import Day, Model, Text, Version

NAMES_FILE: Final = "names.yaml"
PSEUDONYM: Final = re.compile(r"person-[0-9a-f]{12}")


class NamedPerson(Model):
    """Who a pseudonym is, what the history calls them, and the day of their last save."""

    pseudonym: Annotated[str, Field(pattern=rf"^{PSEUDONYM.pattern}$")]
    issuer: Text
    subject: Text
    name: Text
    last: Day


class NamesInHistory(Model):
    """Every pseudonym that has a name, as they stand in names.yaml."""

    schema_version: Version = Field(alias="schema")
    people: tuple[NamedPerson, ...] = ()
