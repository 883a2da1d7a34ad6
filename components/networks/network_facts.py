"""What is known about one network: its facts with dates and sources, fees and terms."""

from __future__ import annotations

from collections.abc import Sequence

from components.shell import html
from natverkskollen.analysis.facts import KINDS, fact_value, source_words
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.model.network import Fact, Network
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital


def show_quoted_fee(found: NetworkResult) -> None:
    """The fee a document states beside the one that follows from the rules."""
    quoted, computed = found.cost.quoted, found.cost.fee
    if quoted is None:
        return
    stated = f"{'cirka ' if quoted.approximate else ''}{kronor(quoted.amount)}"
    words = f"Underlaget anger {stated} per år (”{quoted.source.quote}”)."
    if computed is not None and found.cost.quoted_gap is not None:
        gap = found.cost.quoted_gap
        words += f" Uträknat är avgiften {kronor(computed)}"
        words += f", alltså {kronor(abs(gap))} {'mindre' if gap > 0 else 'mer'}." if gap else "."
    html.paragraphs(words)


def show_facts(network: Network, facts: Sequence[Fact]) -> None:
    """Some of a network's facts: what holds now, with what was said for earlier days under it."""
    series: dict[str, list[Fact]] = {}
    for fact in facts:
        series.setdefault(fact.id, []).append(fact)
    rows = []
    for each in series.values():
        *earlier, fact = sorted(each, key=lambda fact: fact.as_of)
        before = ", ".join(f"{fact_value(f)} ({f.as_of.isoformat()})" for f in earlier)
        notes = _sentences([*_fact_notes(fact), f"Tidigare: {before}" if before else ""])
        rows.append(
            (
                fact.label,
                html.Cell(fact_value(fact), small=notes, wide=True),
                html.Cell(fact.as_of.isoformat(), number=True),
                html.Cell(
                    source_words(network, fact.source), small=f"”{fact.source.quote}”", wide=True
                ),
            )
        )
    header = ("Uppgift", "Värde", "Uppgift per", "Källa")
    html.table(f"Uppgifter om {network.short}", header, rows)


def _sentences(notes: Sequence[str]) -> str:
    return " ".join(f"{capital(note.rstrip('.'))}." for note in notes if note)


def _fact_notes(fact: Fact) -> list[str]:
    notes = [KINDS[fact.kind]] if fact.kind in KINDS else []
    if fact.scale:
        notes.append(f"skala {fact.scale.min}–{fact.scale.max}")
    if fact.respondents is not None:
        notes.append(f"{number(fact.respondents)} svarande")
    if fact.source.read:
        notes.append(f"läst {fact.source.read.isoformat()}")
    return [*notes, *([fact.note] if fact.note else [])]


def show_fees(network: Network) -> None:
    """The fee rules the network states, year by year."""
    rows = [
        (
            html.Cell(str(fee.year), small=fee.member),
            html.Cell(rule_words(fee), small=fee.note or "", wide=True),
            html.Cell(source_words(network, fee.source), small=f"”{fee.source.quote}”", wide=True),
        )
        for fee in network.fees
    ]
    if rows:
        html.table(f"Avgiftsregler för {network.short}", ("År", "Regel", "Källa"), rows)


def show_membership(found: NetworkResult) -> None:
    """How the network is entered and left, and the seats the municipality holds in it."""
    _show_terms(found.network, found.membership.seats)


def show_terms(network: Network) -> None:
    """How the network is entered and left."""
    _show_terms(network, ())


def _show_terms(network: Network, seats: Sequence[str]) -> None:
    terms = network.terms
    rows = [("Uppsägning", terms.notice)]
    rows += [("Sista dag för uppsägning", terms.last_notice_day)] if terms.last_notice_day else []
    rows += [("Avgiften betalas", terms.fee_day)] if terms.fee_day else []
    rows += [("Inträde", terms.entry)] if terms.entry else []
    rows += [("Åtaganden", "\n".join(terms.obligations))] if terms.obligations else []
    rows += [("Kommunens uppdrag", "\n".join(seats))] if seats else []
    html.heading("Villkor och uppdrag" if seats else "Villkor", 3)
    html.labelled(rows)
