"""What survey means cannot carry: fewer and fewer who answer, and scales that are not the same."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.facts import facts_used, scaled_value
from natverkskollen.analysis.findings.finding import Finding, Side, fact_side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import counted, lower_first


def fewer_who_answer(dossier: Dossier) -> Iterator[Finding]:
    """Series of means that have risen while the number who answered has fallen."""
    for network in dossier.networks.values():
        for id_ in dict.fromkeys(fact.id for fact in network.facts):
            series = sorted(
                (f for f in network.facts if f.id == id_ and f.scale and f.respondents),
                key=lambda fact: fact.as_of,
            )
            if len(series) < 2:
                continue
            first, last = series[0], series[-1]
            if first.scale != last.scale or isinstance(first.value, str):
                continue
            if last.value > first.value and _respondents(last) < _respondents(first):  # type: ignore[operator]
                yield Finding(
                    finding_id("farre-svarande", network.id, id_),
                    "farre-svarande",
                    "att pröva",
                    network.id,
                    f"{network.short}: {lower_first(first.label)} stiger från "
                    f"{number(first.value)} till {number(last.value)} medan antalet svarande "  # type: ignore[arg-type]
                    f"sjunker från {_respondents(first)} till {_respondents(last)}. De missnöjda "
                    "kan ha slutat svara.",
                    tuple(fact_side(network, fact) for fact in series),
                    "Fråga nätverket hur många som fick enkäten varje år.",
                )


def _respondents(fact: Fact) -> int:
    return fact.respondents or 0


def mixed_scales(dossier: Dossier) -> Iterator[Finding]:
    """Per network: means used as evidence that stand on another scale than the scores do."""
    ours = dossier.criteria.scale
    for network in dossier.networks.values():
        used = {fact_id for fact_id in facts_used(dossier, network.id)}
        other = [
            fact
            for fact in network.facts
            if fact.id in used
            and fact.scale
            and (fact.scale.min, fact.scale.max) != (ours.min, ours.max)
        ]
        newest = {fact.id: fact for fact in sorted(other, key=lambda fact: fact.as_of)}
        if newest:
            facts = list(newest.values())
            many = f"{counted(len(facts), 'ett medelvärde', 'medelvärden')} från enkäter"
            shown = f"{many}, till exempel {scaled_value(facts[0])},"
            yield Finding(
                finding_id("skala", network.id),
                "skala",
                "att pröva",
                network.id,
                f"{network.short}: {shown} är belägg för betyg på skalan {ours.min}–{ours.max}. "
                "Skalorna är inte desamma.",
                (
                    *(fact_side(network, fact) for fact in facts),
                    Side("Betygens skala", f"{ours.min}–{ours.max}"),
                ),
                "Kontrollera att medelvärdet inte har lästs som ett betyg.",
            )
