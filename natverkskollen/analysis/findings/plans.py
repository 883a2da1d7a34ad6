"""Plans that another source says are done, and goals that were not reached."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.facts import fact_value
from natverkskollen.analysis.findings.finding import Finding, fact_side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import listed, lower_first


def plans_already_done(dossier: Dossier) -> Iterator[Finding]:
    """Plans that another document reports as done by the day of the case."""
    day = dossier.evaluation.case.date
    for network in dossier.networks.values():
        for plan in network.facts:
            if plan.kind != "plan":
                continue
            done = [
                fact
                for fact in network.facts
                if fact.kind == "done"
                and plan.id in (fact.id, fact.about)
                and fact.source.document != plan.source.document
                and fact.as_of <= day
            ]
            if not done:
                continue
            names = listed([f"{f.label} ({long_date(f.as_of)})" for f in done])
            before = any(fact.as_of <= plan.as_of for fact in done)
            told = "som om det återstod" if before else "som en plan"
            yield Finding(
                finding_id("redan-gjort", network.id, plan.id),
                "redan-gjort",
                "motsägelse" if before else "inaktuell",
                network.id,
                f"{network.short}: {lower_first(plan.label)} beskrivs {told} "
                f"{long_date(plan.as_of)}, men en annan källa säger att det är gjort: {names}.",
                (fact_side(network, plan), *(fact_side(network, fact) for fact in done)),
                "Fråga nätverket vad det kom fram till.",
            )


def goals_not_reached(dossier: Dossier) -> Iterator[Finding]:
    """Goals in figures whose result, in the same unit and year, is lower."""
    for network in dossier.networks.values():
        missed = [
            (goal, result)
            for goal in network.facts
            for result in network.facts
            if goal.kind == "goal"
            and result.kind in ("result", "done")
            and result.id == goal.about
            and result.unit == goal.unit
            and result.as_of.year == goal.as_of.year
            and not isinstance(goal.value, str)
            and not isinstance(result.value, str)
            and result.value < goal.value
        ]
        if missed:
            each = [
                f"{lower_first(result.label)} ({fact_value(result)}, mål {fact_value(goal)})"
                for goal, result in missed
            ]
            yield Finding(
                finding_id("mal-ej-natt", network.id),
                "mal-ej-natt",
                "att pröva",
                network.id,
                f"{network.short} nådde inte sina egna mål för {listed(each)}.",
                tuple(fact_side(network, fact) for pair in missed for fact in pair),
                "Fråga nätverket vad som hindrade och vad det gör nu.",
            )
