"""Seats that the municipality holds in a network, which may make somebody partial."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.swedish.words import capital, listed, lower_first


def seats(dossier: Dossier) -> Iterator[Finding]:
    """Networks in which the municipality holds a seat: partiality is to be considered."""
    for membership in dossier.evaluation.memberships:
        if membership.seats:
            network = dossier.networks[membership.network]
            held = listed([lower_first(seat) for seat in membership.seats])
            who = capital(dossier.evaluation.municipality.definite)
            yield Finding(
                finding_id("jav", network.id),
                "jav",
                "att pröva",
                network.id,
                f"{who} har uppdrag i {network.short}: {held}.",
                tuple(Side("Uppdrag", seat) for seat in membership.seats),
                "Kontrollera frågan om jäv för den som har uppdraget innan ärendet beslutas.",
            )
