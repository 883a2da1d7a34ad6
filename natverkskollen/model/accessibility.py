"""How accessible the program is, as the law on digital public service (2018:1937) asks it told.

What falls short, and how and when it was reviewed, is the program's own knowledge and stands here.
Who is responsible and where faults are reported is the municipality's, in
templates/tillganglighet/kontakt.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from natverkskollen.files.fields import Day, Model, Text, Version, problem

CONTACT_FILE = "templates/tillganglighet/kontakt.yaml"
AUTHORITY = "Myndigheten för digital förvaltning (Digg)"
REPORT_TO = "https://www.digg.se/tdosanmalan"
REVIEWED = date(2026, 11, 27)
METHOD = (
    "Självskattning. Programmet axe-core har prövat varje sida i en webbläsare: tom, ifylld, med "
    "felmeddelanden, med en krock mellan två svar och färdigställd, i ljust och mörkt utseende, "
    "1280 och 320 punkter bred. Kontrasten i diagrammen är uträknad. Hela vägen från öppnad sida "
    "till hämtad tjänsteskrivelse är gången med enbart tangentbord. Ingen utomstående har granskat "
    "programmet, och det är inte prövat med skärmläsare eller pekskärm av någon som använder det "
    "dagligen."
)


@dataclass(frozen=True)
class Shortcoming:
    """Something that is not accessible: what, whom it meets, and what to do instead."""

    what: str
    meets: str
    instead: str


SHORTCOMINGS = (
    Shortcoming(
        "Breda tabeller rullar i sidled på en smal skärm.",
        "Dig som förstorar mycket eller använder telefon",
        "Vänd telefonen, eller läs samma tal i tjänsteskrivelsens bilaga.",
    ),
    Shortcoming(
        "Den Word-fil som kommunens egen mall ger är inte prövad.",
        "Dig som använder skärmläsare",
        "Ladda ner PDF-filen, som är märkt med rubriker, tabeller och alternativtexter.",
    ),
)


def _email(text: str) -> str:
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", text):
        raise problem(
            f"ska vara en e-postadress, men är '{text}'", "Skriv till exempel: info@kommunen.se"
        )
    return text


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'()\[\]]+", text):
        raise problem(
            f"ska vara en webbadress, men är '{text}'",
            "Skriv hela adressen, till exempel: https://www.kommunen.se/synpunkt",
        )
    return text


class AccessibilityContact(Model):
    """Who is responsible for this installation and where faults in it are reported."""

    schema_version: Version = Field(alias="schema", default=1)
    municipality: Text | None = None
    email: Annotated[Text, AfterValidator(_email)] | None = None
    phone: Text | None = None
    form: Annotated[Text, AfterValidator(_address)] | None = None
    updated: Day | None = None

    @property
    def told(self) -> bool:
        """Whether there is any way to report a fault."""
        return bool(self.email or self.phone or self.form)
