"""Alternativ: the steps of the one scale with consequence and cost, as text and as tables."""

from __future__ import annotations

import re

from natverkskollen.analysis.cost import cost_words
from natverkskollen.analysis.result import NetworkResult, VerdictWord
from natverkskollen.analysis.wording import verdict_name
from natverkskollen.files.fields import UNKNOWN
from natverkskollen.model.outcome import KINDS
from natverkskollen.output.papers.blocks import Block, Paragraph, Table
from natverkskollen.output.papers.budgets import FOUR, TWO
from natverkskollen.output.papers.cost_words import amount_words, fee_words
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.dates import month_day
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, listed, lower_first

STRONG = 75


def options(writing: Writing) -> tuple[Block, ...]:
    """One table a network: each alternative, what follows from it and what it costs a year."""
    return tuple(
        Table(
            f"Alternativ för {found.network.short}",
            ("Alternativ", "Följd", "Kostnad per år"),
            tuple(_row(found, *row) for row in _rows(writing, found)),
            (19, 57, 24),
            numeric=(2,),
        )
        for found in writing.result.networks
    )


def _row(found: NetworkResult, verdict: VerdictWord, text: str, cost: str) -> tuple[str, str, str]:
    name = verdict_name(verdict, found.member)
    chosen = found.decision and verdict in KINDS[found.decision.outcome].follows
    return (f"{name} (förslaget)" if chosen else name, text, cost)


def _rows(writing: Writing, found: NetworkResult) -> list[tuple[VerdictWord, str, str]]:
    none = f"0{HARD}kr"
    if not found.member:
        who = capital(writing.evaluation.municipality.definite)
        return [
            ("keep", _entry_words(found), cost_words(found.cost)),
            ("come-back", f"{who} står utanför nätverket{_until(writing, found)}.", none),
            ("leave", f"{who} står utanför nätverket.", none),
        ]
    wait = f"Medlemskapet och avgiften löper vidare{_until(writing, found)}. {_notice(found)}"
    return [
        ("keep", _keep_words(writing, found), cost_words(found.cost)),
        ("come-back", wait.strip(), cost_words(found.cost)),
        ("leave", _leave_words(writing, found), f"0{HARD}kr efter utträdet"),
    ]


def _until(writing: Writing, found: NetworkResult) -> str:
    if found.decision and found.decision.by:
        return f" medan frågan prövas, till {writing.day(found.decision.by)}"
    return " medan frågan prövas"


def _notice(found: NetworkResult) -> str:
    day = found.network.terms.last_notice_day
    return f"Sista dag för uppsägning är den {month_day(day)}." if day else ""


def _keep_words(writing: Writing, found: NetworkResult) -> str:
    strong = strongest(found)
    if strong:
        who = capital(writing.evaluation.municipality.definite)
        return f"{who} behåller det som är bedömt högst: {strong}."
    return "Medlemskapet och avgiften löper vidare."


def _leave_words(writing: Writing, found: NetworkResult) -> str:
    said = []
    if found.cost.fee is not None:
        said.append(f"Avgiften på {kronor(found.cost.fee)} per år frigörs.")
    strong = strongest(found)
    if strong:
        said.append(f"Det som är bedömt högst faller bort: {strong}.")
    if found.membership.seats:
        seats = listed([lower_first(seat) for seat in found.membership.seats])
        who = capital(writing.evaluation.municipality.definite)
        said.append(f"{who}s uppdrag i nätverket berörs: {seats}.")
    said.append(notice_words(found))
    return " ".join(filter(None, said))


def _entry_words(found: NetworkResult) -> str:
    entry, duties = found.network.terms.entry, found.network.terms.obligations
    said = [f"Villkor för inträde: {lower_first(entry).rstrip('.')}." if entry else ""]
    if duties:
        said.append(f"Medlemmen åtar sig: {listed([lower_first(d).rstrip('.') for d in duties])}.")
    return " ".join(filter(None, said)) or "Villkoren för inträde är okända."


def notice_words(found: NetworkResult) -> str:
    """How the membership is ended, by the network's own terms."""
    notice = found.network.terms.notice.rstrip(".")
    if notice.lower() == UNKNOWN:
        return "Villkoren för utträde är okända."
    last = "" if _says_the_day(found) else _notice(found)
    return " ".join(filter(None, [f"Villkor för utträde: {lower_first(notice)}.", last]))


def _says_the_day(found: NetworkResult) -> bool:
    """Whether the terms have the last day for notice in them already: `30 november`, `30/11`."""
    terms = found.network.terms
    day = terms.last_notice_day
    if not day:
        return False
    number, month = month_day(day).split()
    written = rf"(?<!\d){number}(?::e)?\s*(?:{month[:3]}|/\s*{int(day[:2])}(?!\d))"
    return bool(re.search(written, terms.notice, re.IGNORECASE))


def strongest(found: NetworkResult, most: int = 3) -> str:
    """The criteria with at least 75 of 100, best first and at most so many; empty if none."""
    good = [c for c in found.criteria if c.value is not None and c.value >= STRONG]
    good = [c for c in good if c.criterion.judged and not c.theme.cost]
    best = sorted(good, key=lambda cell: -(cell.value or 0))[:most]
    return listed([lower_first(cell.criterion.title) for cell in best])


def alternatives(writing: Writing) -> tuple[Block, ...]:
    """The alternative to each proposal, with what it costs or saves, in running text.

    Among more than two networks only of those whose result is not sure, and among more than four of
    none where bilaga 1 has them all.
    """
    sure = writing.robustness
    networks = writing.result.networks
    if len(networks) > FOUR and "alternatives" not in writing.evaluation.appendix_without:
        return (Paragraph("Alternativen till förslagen står i bilaga 1, nätverk för nätverk."),)
    if sure and len(networks) > TWO:
        clear = {each.network for each in sure.networks if each.certainty.level == "clear"}
        networks = tuple(found for found in networks if found.network.id not in clear)
    said = [_instead(found) for found in networks]
    text = " ".join(filter(None, said))
    return (Paragraph(text),) if text else ()


def _instead(found: NetworkResult) -> str:
    """What the opposite of the proposal would mean; without a proposal nothing is said."""
    if found.decision is None:
        return ""
    words, name = JOINING[found.network.membership], found.network.short
    goes = "leave" in KINDS[found.decision.outcome].follows
    known = fee_words(found)
    cost = f"{known} per år" if known else ""
    strong = strongest(found, 2)
    if found.member and goes:
        kept = f", men behåller det som har bedömts högst ({strong})" if strong else ""
        whole = found.cost.total
        if whole is not None:
            cost = f"{amount_words(whole, found.cost.least, rounded=True)} per år"
        return f"Att ha kvar {words.the} {words.to} {name} kostar {cost or 'okänt belopp'}{kept}."
    if found.member:
        saved = f"skulle minska avgifterna{f' med {cost}' if cost else ''}"
        lost = f", men det som har bedömts högst ({strong}) går då förlorat" if strong else ""
        return f"{capital(words.ending)} {name} {saved}{lost}."
    if goes:
        gained = f"Med {words.one} {words.to} {name} vinns det som har bedömts högst: {strong}."
        return gained if strong else ""
    return f"Utan {words.noun} {words.to} {name} tillkommer ingen kostnad."
