"""Fees that documents and invoices state otherwise than the rules give."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.cost import membership_cost
from natverkskollen.analysis.fee import applicable_fee, fee_words, ore
from natverkskollen.analysis.findings.fact_agreement import TOLERANCE, close
from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.analysis.population import fee_for
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.swedish.money import kr, kronor
from natverkskollen.swedish.numbers import percent


def quoted_fees(dossier: Dossier) -> Iterator[Finding]:
    """Fees that a document states as something else than what is counted."""
    evaluation = dossier.evaluation
    documents = {document.id: document for document in evaluation.documents}
    for membership in evaluation.memberships:
        network = dossier.networks[membership.network]
        cost = membership_cost(evaluation, membership, network)
        quoted, gap = cost.quoted, cost.quoted_gap
        if quoted is None or cost.fee is None or not gap:
            continue
        near = quoted.approximate and close(quoted.amount, cost.fee, TOLERANCE)
        share = f", {percent(abs(gap) / cost.fee)}" if cost.fee else ""
        about = "cirka " if quoted.approximate else ""
        document = documents[quoted.source.document]
        counted_by = fee_words(cost.computed) if cost.computed else "angiven i utvärderingen"
        if membership.entered_fee:
            counted_by = membership.entered_fee.note
        yield Finding(
            finding_id("avgift", network.id),
            "avgift",
            "att pröva" if near else "motsägelse",
            network.id,
            f"{network.short}: underlaget anger {about}{kronor(quoted.amount)} om året, men "
            f"avgiften är {kr(cost.fee)}. Skillnaden är {kronor(abs(gap))}{share}.",
            (
                Side(
                    "Uppgiven avgift",
                    f"{about}{kronor(quoted.amount)}",
                    document.published,
                    f"{document.title}, {quoted.source.place}",
                    quoted.source.quote,
                ),
                Side("Räknad avgift", kr(cost.fee), None, counted_by),
            ),
            f"Kontrollera mot fakturan vad {evaluation.municipality.definite} betalar.",
        )


def invoices_against_rules(dossier: Dossier) -> Iterator[Finding]:
    """Fees read off an invoice that the network's own rules for that year do not give."""
    evaluation = dossier.evaluation
    who = evaluation.municipality
    for membership in evaluation.memberships:
        entered, network = membership.entered_fee, dossier.networks[membership.network]
        if entered is None:
            continue
        fee = applicable_fee(network.fees, entered.year, who.kind, membership.category)
        ruled = fee_for(who, fee, entered.year) if fee else None
        invoice = Side("Faktura eller avtal", f"{kr(entered.amount)} ({entered.year})")
        if ruled and ruled.net is not None and ruled.fee.currency == "SEK":
            gap = ore(entered.amount) - ruled.net
            if gap:
                yield Finding(
                    finding_id("faktura", network.id),
                    "faktura",
                    "motsägelse",
                    network.id,
                    f"{network.short}: fakturan eller avtalet för {entered.year} är på "
                    f"{kr(entered.amount)}, men reglerna ger {kr(ruled.net)}. Skillnaden är "
                    f"{kr(abs(gap))}.",
                    (invoice, Side("Räknad avgift", kr(ruled.net), None, fee_words(ruled))),
                    "Kontrollera vad skillnaden beror på, till exempel folkmängden eller momsen.",
                )
        if entered.year != evaluation.year:
            yield Finding(
                finding_id("faktura-ar", network.id),
                "faktura-ar",
                "inaktuell",
                network.id,
                f"{network.short}: avgiften är från en faktura eller ett avtal för {entered.year}, "
                f"men kostnaden gäller {evaluation.year}.",
                (invoice, Side("Avgiftsår", str(evaluation.year))),
                f"Kontrollera vad avgiften är {evaluation.year}.",
            )
