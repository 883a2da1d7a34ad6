"""The outcomes that settle a membership: it goes on, is thought over, ends, or is applied for."""

from __future__ import annotations

import re

from natverkskollen.decisions.naming import Naming
from natverkskollen.decisions.point import Point, acts, gives
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.verbs import infinitive_of
from natverkskollen.swedish.words import genitive, lower_first


def goes_on(of: Naming, how: str = "") -> Point:
    """The membership goes on, in a certain way."""
    words, mine = of.words, f"{of.owner} {of.noun_in}"
    return Point(
        f"{of.municipality} {of.formed(words.stays)}{how}",
        f"{of.municipality} ska {of.formed(words.stay)}{how}",
        f"fortsätta {mine}{how}",
        f"{mine} fortsätter{how}",
    )


def on_condition(of: Naming) -> tuple[Point, ...]:
    """It goes on as long as the network does something; what our own office is to do is a task."""
    clause = condition_clause(of)
    task = own_task(of.evaluation, clause)
    if task:
        who, what = task
        by = f"senast {of.by()} " if of.decision.by else ""
        return goes_on(of), gives(of.body, who, f"{by}{what}")
    return (goes_on(of, f" under förutsättning att {_with_day(of, clause)}"),)


def condition_clause(of: Naming) -> str:
    """The condition as it follows on `att`; a name that it begins with keeps its capital."""
    said = (of.decision.condition or "").strip().rstrip(".")
    if said.lower().startswith("att "):
        return said[4:]
    named = said.startswith((of.network.name.split()[0], of.network.short, of.municipality))
    return said if named else lower_first(said)


_OFFICE = re.compile(
    r"(?P<who>förvaltningen|(?:kommun|region|förvaltnings)direktören|\w*(?:förvaltningen|kontoret|"
    r"kansliet)) (?P<verb>\w+) (?P<rest>.+)"
)


def own_task(evaluation: Evaluation, clause: str) -> tuple[str, str] | None:
    """Who of our own is to do what, from a condition that is really a task; else None.

    A clause about an office we cannot be sure is ours, `föreningens kansli`, stays a condition.
    """
    said = lower_first(clause.removeprefix("att "))
    department = lower_first(evaluation.case.department or "")
    if department and said.startswith(f"{department} "):
        verb, _, rest = said[len(department) + 1 :].partition(" ")
        found = (department, verb, rest)
    else:
        match = _OFFICE.fullmatch(said)
        if match is None:
            return None
        found = (match["who"], match["verb"], match["rest"])
    who, verb, rest = found
    infinitive = infinitive_of(verb)
    return (who, f"{infinitive} {rest}".strip()) if infinitive else None


_REPORTS = re.compile(r"(.+?) (redovisar|rapporterar|presenterar|lämnar) (.+)")
_LONG = re.compile(r"(?:^|,? )(hur|vad|att|som|när|om|vilka|vilken|vilket)\b")


def _with_day(of: Naming, clause: str) -> str:
    """A condition with the day it is to be met by and who is told, where these are known."""
    by = f"senast {of.by()}" if of.decision.by else ""
    told = f"för {lower_first(of.decision.receiver)}" if of.decision.receiver else ""
    if not (by or told):
        return clause
    reports = _REPORTS.fullmatch(clause)
    if reports:
        who, verb, what = reports.groups()
        tail = (told, what) if _LONG.search(what) else (what, told)
        return " ".join(filter(None, (who, by, verb, *tail)))
    if not told:
        return f"{clause} {by}"
    return f"{clause}, och att detta redovisas {' '.join(filter(None, (told, by)))}"


def trial(of: Naming) -> tuple[Point, ...]:
    """It goes on for a time, and somebody reports before that is over."""
    until = of.by()
    what = (
        f"innan prövotiden löper ut {until} för {of.asker} redovisa en utvärdering av {of.the_in}"
    )
    on_trial = goes_on(of, f" under en prövotid till och med {until}")
    return on_trial, gives(of.body, of.office, what)


def come_back(of: Naming) -> Point:
    """Somebody is to come back with a proposal by a day."""
    if of.member:
        question = of.formed(of.words.onward)
    else:
        question = f"{of.evaluation.municipality.definite} ska ansöka om {of.noun_in}"
    task = f"senast {of.by()} återkomma till {of.asker} med förslag till beslut om {question}"
    return gives(of.body, of.office, task)


def leave(of: Naming) -> Point:
    """The membership is to end, on a day, in a year, or when its terms say."""
    words = of.words
    return Point(
        f"{of.body} {of.formed(words.requests)}",
        of.formed(words.request_),
        of.formed(words.request_),
        of.formed(words.is_requested),
        ends=f"{words.the} upphör {_when(of)}",
    )


def _when(of: Naming) -> str:
    day = of.decision.from_date
    if day is None or isinstance(day, str):  # okänt
        whose = of.network.called or "nätverket"
        ruled = whose.endswith(("föreningen", "förbundet", "stiftelsen"))
        return f"vid den tidpunkt som {genitive(whose)} {'stadgar' if ruled else 'villkor'} anger"
    return f"under {day}" if isinstance(day, int) else of.days.effect(day)


def withdraw(of: Naming) -> Point:
    """A request to leave is taken back, named by its day and §."""
    what = f"{of.owner} {of.formed(of.words.request)}"
    which = of.earlier("beslutad")
    return acts(
        of.body,
        f"återtar {what}{which}",
        f"återta {what}{which}",
        f"{what}{which}{',' if which else ''} återtas",
    )


def renegotiate(of: Naming) -> Point:
    """Somebody is to negotiate the terms before a day."""
    return gives(of.body, of.office, f"före {of.by()} förhandla om villkoren för {of.the_in}")


def apply(of: Naming) -> Point:
    """The municipality applies."""
    return Point(
        f"{of.municipality} ansöker om {of.noun_in}",
        f"{of.municipality} ska ansöka om {of.noun_in}",
        f"ansöka om {of.noun_in} för {of.owner} räkning",
        f"{of.noun_in} söks för {of.owner} räkning",
    )


def do_not_apply(of: Naming) -> Point:
    """The municipality does not apply."""
    return Point(
        f"{of.municipality} ansöker inte om {of.noun_in}",
        f"{of.municipality} inte ska ansöka om {of.noun_in}",
        f"avstå från att ansöka om {of.noun_in} för {of.owner} räkning",
        f"{of.noun_in} söks inte för {of.owner} räkning",
    )


def stop(of: Naming) -> Point:
    """The work of applying is stopped, or an earlier decision to apply is revoked."""
    if of.decision.decided:
        by = f" av {lower_first(of.decision.decided_by)}" if of.decision.decided_by else ""
        what = f"beslutet{by} {of.earlier_day}, att ansöka om {of.noun_in}"
        return acts(of.body, f"upphäver {what}", f"upphäva {what}", f"{what} upphävs")
    what = f"arbetet med att ansöka om {of.noun_in}"
    return acts(of.body, f"avbryter {what}", f"avbryta {what}", f"{what} avbryts")
