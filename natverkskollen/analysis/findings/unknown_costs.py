"""Memberships whose cost cannot be told, because a part of it is not known."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.cost import membership_cost
from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier


def unknown_costs(dossier: Dossier) -> Iterator[Finding]:
    """Memberships whose cost is not known because a part of it is not."""
    for membership in dossier.evaluation.memberships:
        network = dossier.networks[membership.network]
        cost = membership_cost(dossier.evaluation, membership, network)
        missing = [line for line in cost.lines if line.amount is None]
        if missing:
            yield Finding(
                finding_id("okand-kostnad", network.id),
                "okand-kostnad",
                "saknas",
                network.id,
                f"{network.short}: kostnaden är okänd, eftersom uppgift om "
                f"{missing[0].label.lower()} saknas.",
                tuple(Side(line.label, "okänt", None, line.basis) for line in missing),
                "Fråga nätverket vad avgiften är, eller läs den på fakturan.",
            )
