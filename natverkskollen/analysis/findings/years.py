"""Figures of one year set beside figures of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from natverkskollen.analysis.cost import membership_cost
from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.swedish.words import listed


def older_fee(dossier: Dossier) -> Iterator[Finding]:
    """Fees that are counted with the rules of an earlier year."""
    year = dossier.evaluation.year
    for membership in dossier.evaluation.memberships:
        network = dossier.networks[membership.network]
        computed = membership_cost(dossier.evaluation, membership, network).computed
        if computed is None or membership.entered_fee:
            continue
        if computed.fee.year >= year and not computed.fee.undated:
            continue
        stated = computed.fee.year
        rules = f"reglerna för {stated}, de senaste i underlaget"
        if computed.fee.undated:
            rules = "odaterade regler"
        yield Finding(
            finding_id("avgiftsar", network.id),
            "avgiftsar",
            "inaktuell",
            network.id,
            f"{network.short}: avgiften för {year} är räknad med {rules}.",
            (
                Side(
                    "Avgiftsregler",
                    "odaterade" if computed.fee.undated else str(stated),
                    None,
                    network.document(computed.fee.source.document).title,
                    computed.fee.source.quote,
                ),
            ),
            f"Fråga nätverket vad avgiften är {year}.",
        )


def different_years(dossier: Dossier) -> Iterator[Finding]:
    """Networks that are set side by side with facts from different years."""
    years: dict[str, int] = {}
    for network in dossier.networks.values():
        counts = Counter(fact.as_of.year for fact in network.facts if fact.kind == "result")
        if counts:
            years[network.id] = max(counts, key=lambda year: (counts[year], year))
    if len(set(years.values())) > 1:
        each = [f"{dossier.networks[id_].short} {year}" for id_, year in years.items()]
        yield Finding(
            finding_id("olika-ar", "utvarderingen"),
            "olika-ar",
            "att pröva",
            None,
            f"Uppgifterna om nätverken är från olika år: {listed(each)}.",
            tuple(
                Side(dossier.networks[id_].short, f"de flesta uppgifterna är från {year}")
                for id_, year in years.items()
            ),
            "Kontrollera att det som jämförs sägs med år: ”uppgift per …”.",
        )
