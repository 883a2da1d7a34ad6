"""Answers that do not count, in words: what was answered, and why it no longer counts."""

from __future__ import annotations

from natverkskollen.analysis.wording import STATES
from natverkskollen.dossier.set_aside import SetAside
from natverkskollen.swedish.numbers import number, span
from natverkskollen.swedish.signs import HARD

HEADING = "Svar som inte räknas"
_KEPT = "Svaret finns kvar men räknas inte."


def given_words(each: SetAside) -> str:
    """The answer as it read when it was given: `4 – Används ofta`, `12 timmar`, `4`."""
    answer = each.answer
    if answer.not_applicable:
        return STATES["not-applicable"]
    if answer.bounds is None:
        return STATES["not-assessed"]
    low, high = answer.bounds
    now = each.now if each.why == "out" else None
    unit = each.asked.unit if each.asked else now.measured_in if now else None
    if unit:
        return f"{span(low, high)}{HARD}{unit}"
    levels = each.asked.levels if each.asked else now.level_texts if now else {}
    if low == high and low in levels:
        return f"{number(low)} – {levels[int(low)]}"
    return number(low) if low == high else span(low, high)


def why_words(each: SetAside) -> str:
    """Why it does not count, in one or two sentences."""
    if each.why == "out":
        return f"Nätverket är uttaget ur utvärderingen. {_KEPT}"
    if each.why == "gone":
        return f"Kriteriet finns inte längre i version {each.revision}. {_KEPT}"
    now = f"”{each.now.title}”" if each.now else "Kriteriet"
    if each.why == "taken":
        return f"{now} har ett eget svar. {_KEPT}"
    return f"{now} besvaras på ett annat sätt i version {each.revision}. {_KEPT}"
