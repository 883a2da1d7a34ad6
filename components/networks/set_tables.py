"""The memberships as a set: who meets which need, overlap in words, and what leaving costs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from components.shell import html, state
from components.shell.picker import FEW, pick
from natverkskollen.analysis.needs import ENOUGH, LEVEL_WORDS, Level, Meeting, overlap_sentences
from natverkskollen.analysis.portfolio import (
    Portfolio,
    Scenario,
    joining_sentences,
    least_known,
    leaving_sentences,
)
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import value_words
from natverkskollen.output.webpage.cost_tables import money

_TINTS: dict[Level, float | None] = {"met": 70.0, "partly": 25.0, "not-met": 0.0}


def show_set(result: Result, whole: Portfolio) -> None:
    """Leaving and joining, then which needs are met; in words of a chosen one where many are."""
    _show_scenarios(whole)
    one = _chosen(result)
    for scenario in whole.leaving:
        if one in (None, *(found.network.id for found in scenario.left)):
            html.paragraphs(" ".join(leaving_sentences(scenario)))
    for scenario in whole.joining:
        if one in (None, *(found.network.id for found in scenario.joined)):
            html.paragraphs(" ".join(joining_sentences(scenario)))
    _show_coverage(result, whole)
    html.bullets(overlap_sentences(result, whole.rows, one))


def _show_coverage(result: Result, whole: Portfolio) -> None:
    """Which needs each network meets, by the facts and the answers."""
    rows: list[html.Row] = [
        [row[0].need.title, *(_meeting(meeting) for meeting in row)] for row in whole.rows
    ]
    header = ["Behov", *(found.network.short for found in result.networks)]
    html.table("Vilka behov varje nätverk tillgodoser", header, rows)
    html.paragraphs(
        f"Tillgodoses: källorna har minst {ENOUGH} uppgifter i ämnet och betygen är värda minst 50 "
        "av 100. Tillgodoses delvis: något av detta. Om ett nätverk som inga källor berättar om "
        "avgör betygen ensamma. Det visar vad nätverket arbetar med, inte vad "
        "det har åstadkommit.",
        "nk-quiet",
    )


def _meeting(meeting: Meeting) -> html.Cell:
    facts = f"{meeting.facts} {'uppgift' if meeting.facts == 1 else 'uppgifter'}"
    value = "ej bedömt" if meeting.value is None else f"värde {value_words(meeting.value)}"
    return html.Cell(
        LEVEL_WORDS[meeting.level], small=f"{facts}, {value}", tint=_TINTS.get(meeting.level)
    )


def _show_scenarios(whole: Portfolio) -> None:
    """The set as it is today and each way of leaving or joining: the money side by side."""
    rows: list[html.Row] = [
        (
            scenario.title,
            html.Cell(_money(scenario.cost, scenario.kept), number=True),
            html.Cell(_money(scenario.freed, scenario.left) if scenario.left else "–", number=True),
            *([html.Cell(_added(scenario), number=True)] if whole.joining else []),
            html.Cell(_money(scenario.per_inhabitant, scenario.kept), number=True),
        )
        for scenario in whole.scenarios
    ]
    added = ("Tillkommer per år",) if whole.joining else ()
    header = ("Val", "Kostnad per år", "Frigörs per år", *added, "Per invånare")
    html.table("Om ni lämnar eller går med" if added else "Om ni lämnar", header, rows)


def _chosen(result: Result) -> str | None:
    """The id of the network that is told of; None where there are so few that all are."""
    names = {found.network.id: found.network.short for found in result.networks}
    return pick("Nätverk", state.NETWORK, names) if len(names) > FEW else None


def _added(scenario: Scenario) -> str:
    return _money(scenario.added, scenario.joined) if scenario.joined else "–"


def _money(amount: Decimal | Fraction | None, networks: tuple[NetworkResult, ...]) -> str:
    return money(amount, least_known(found.cost for found in networks))
