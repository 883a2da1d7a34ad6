"""The population the fees rest on: where it comes from, and which year-end it is of."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.swedish.numbers import number


def population_basis(dossier: Dossier) -> Iterator[Finding]:
    """A population without a source, or from another year-end than the one before the fee year."""
    evaluation = dossier.evaluation
    who = evaluation.municipality
    side = Side("Folkmängd", f"{number(who.inhabitants)} invånare", who.as_of)
    if who.source is None and not evaluation.fictional:
        yield Finding(
            finding_id("folkmangd-kalla", "utvarderingen"),
            "folkmangd-kalla",
            "saknas",
            None,
            f"Folkmängden {number(who.inhabitants)} invånare har ingen källa.",
            (side,),
            "Kontrollera folkmängden i SCB:s statistik och ange källan.",
        )
    if who.as_of.year != evaluation.year - 1:
        yield Finding(
            finding_id("folkmangd-ar", "utvarderingen"),
            "folkmangd-ar",
            "inaktuell",
            None,
            f"Folkmängden gäller per {who.as_of.isoformat()}, men avgiften räknas för "
            f"{evaluation.year}. Nätverken brukar räkna på året före.",
            (side, Side("Avgiftsår", str(evaluation.year))),
            "Kontrollera vilket års folkmängd nätverken räknar på.",
        )
