"""What happens to the fee, as a person words it, in every style of decision.

It is asked for as the clause that follows on `Kommunstyrelsen beslutar att …`, since such a clause
can stand in any of the styles as it is. A phrase that begins with a verb has to be bent instead,
which is done only for verbs that are listed: Swedish does not tell `fonder` from `fonderar`.
"""

from __future__ import annotations

import re

from natverkskollen.decisions.action import Action
from natverkskollen.swedish.words import lower_first

_VERBS = {
    "anslår": "anslå",
    "använder": "använda",
    "anvisar": "anvisa",
    "avsätter": "avsätta",
    "avstår": "avstå",
    "begär": "begära",
    "behåller": "behålla",
    "betalar": "betala",
    "finansierar": "finansiera",
    "flyttar": "flytta",
    "fördelar": "fördela",
    "för över": "föra över",
    "ger": "ge",
    "lägger": "lägga",
    "låter": "låta",
    "minskar": "minska",
    "omfördelar": "omfördela",
    "reserverar": "reservera",
    "sparar": "spara",
    "sänker": "sänka",
    "tilldelar": "tilldela",
    "tillför": "tillföra",
    "återför": "återföra",
    "överför": "överföra",
}
_VERB = re.compile(rf"({'|'.join(_VERBS)}) (.+)", re.IGNORECASE)
_DECIDES = re.compile(r"^(?:.{0,60}?\bbeslutar )?att\s+", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\w+r (?:avgiften|avgifterna|pengarna|medlen|beloppet|summan|den|det|dem)\b", re.IGNORECASE
)
# What a clause may begin with and be written small; any other word may be a name.
_SMALL = re.compile(
    r"(?:(?:Avgift|Pengar|Medel|Medl|Belopp|Summa|Kommun|Nämnd|Förvaltning|Kostnad|Besparing|Rest)"
    r"[a-zåäö]*|Ingen|Inga|Inget|Hela|Halva|Hälften|Den|Det|De|Årets|Nästa|Ett|En)\b"
)


def money(entered: str, body: str) -> Action:
    """What happens to the fee, from `avgiften går till energirådgivning` or, with a listed verb,
    `avsätter avgiften till energirådgivning`.

    The passive keeps the body as subject: whose money it is must be said somewhere.
    """
    clause = _clause(entered, body)
    verb = _VERB.fullmatch(clause)
    if verb:
        present, rest = verb[1].lower(), verb[2]
        done = f"{present} {rest}"
        return Action(done, f"{_VERBS[present]} {rest}", f"{body} {done}")
    decides = f"beslutar att {clause}"
    # Not `besluta att`: the line before says `Kommunstyrelsen beslutar`.
    return Action(decides, f"bestämma att {clause}", f"{body} {decides}", clause)


def money_fault(entered: str, body: str) -> str:
    """What to write instead where the words cannot be made a decision; empty where they can."""
    clause = _clause(entered, body)
    whole = " " in clause and not _NO_SUBJECT.match(clause)
    if not clause or whole or _VERB.fullmatch(clause):
        return ""
    return (
        "Skriv en hel sats om avgiften, så som den ska stå efter ”beslutar att”, till exempel: "
        "avgiften går till energirådgivning"
    )


def _clause(entered: str, body: str) -> str:
    said = _DECIDES.sub("", " ".join(entered.split())).rstrip(".")
    own = re.match(rf"{re.escape(body)} ", said, re.IGNORECASE)
    if own and _VERB.fullmatch(said[own.end() :]):
        said = said[own.end() :]
    return lower_first(said) if _SMALL.match(said) else said
