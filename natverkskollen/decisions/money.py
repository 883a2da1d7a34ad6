"""What happens to the money, in every style of decision: an amount, or what a person has written.

The words are as the clause that follows on `Kommunstyrelsen beslutar att …`, since such a clause
can stand in any of the styles as it is. A phrase that begins with a verb has to be bent instead,
which is done only for verbs that are listed: Swedish does not tell `fonder` from `fonderar`.
"""

from __future__ import annotations

import re

from natverkskollen.decisions.point import Point, acts
from natverkskollen.model.decision import Money
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.verbs import infinitive_of
from natverkskollen.swedish.words import lower_first

_VERBS = (
    "anslår",
    "använder",
    "anvisar",
    "avsätter",
    "avstår",
    "begär",
    "behåller",
    "betalar",
    "finansierar",
    "flyttar",
    "fördelar",
    "för över",
    "ger",
    "lägger",
    "låter",
    "minskar",
    "omfördelar",
    "reserverar",
    "sparar",
    "sänker",
    "tilldelar",
    "tillför",
    "återför",
    "överför",
)
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


def moved(given: Money, body: str) -> Point:
    """An amount that goes from one purpose to another, or is set aside where no other is named."""
    amount, to = kronor(given.amount), given.to.strip().rstrip(".")
    from_ = f"från {given.from_.strip()} " if given.from_ else ""
    present, infinitive, passive = (
        ("omfördelar", "omfördela", "omfördelas") if from_ else ("avsätter", "avsätta", "avsätts")
    )
    how_much = f"{amount} per år" if given.yearly else amount
    when = f"från och med {given.year}" if given.yearly else f"för år {given.year}"
    rest = f"{how_much} {when} {from_}till {to}"
    # A sentence does not begin with a figure.
    return acts(
        body,
        f"{present} {rest}",
        f"{infinitive} {rest}",
        f"{when} {passive} {how_much} {from_}till {to}",
    )


def money(given: Money | str, body: str) -> Point:
    """What happens to the fee: an amount that is moved, or what a person has written of it.

    Words are `avgiften går till energirådgivning` or, with a listed verb, `avsätter avgiften till
    energirådgivning`. Their passive keeps the body as subject: whose money it is must be said.
    """
    if isinstance(given, Money):
        return moved(given, body)
    clause = _clause(given, body)
    verb = _VERB.fullmatch(clause)
    if verb:
        present, rest = verb[1].lower(), verb[2]
        first, *particle = present.split()
        bent = " ".join((infinitive_of(first), *particle))
        return acts(body, f"{present} {rest}", f"{bent} {rest}", f"{body} {present} {rest}")
    decides = f"{body} beslutar att {clause}"
    # Not `besluta att`: the line before says `Kommunstyrelsen beslutar`.
    return Point(decides, clause, f"bestämma att {clause}", decides)


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
