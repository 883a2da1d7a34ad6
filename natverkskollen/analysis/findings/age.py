"""What was too old on the day of the case, or came after it."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id, months_between
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact, Network
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted


def newest_own(network: Network) -> dict[str, Fact]:
    """The newest fact per id that somebody who knows has stated as a result."""
    newest: dict[str, Fact] = {}
    for fact in sorted(network.facts, key=lambda fact: fact.as_of):
        if fact.kind == "result":
            newest[fact.id] = fact
    return newest


def stale_facts(dossier: Dossier) -> Iterator[Finding]:
    """Per network: results older than the criteria allow, where no newer one is found."""
    limit, day = dossier.criteria.stale_after_months, dossier.evaluation.case.date
    for network in dossier.networks.values():
        old: dict[str, list[Fact]] = {}
        for fact in newest_own(network).values():
            if months_between(fact.as_of, day) > limit:
                old.setdefault(fact.source.document, []).append(fact)
        if not old:
            continue
        document, facts = max(old.items(), key=lambda each: len(each[1]))
        day_of_most = max(fact.as_of for fact in facts)
        yield Finding(
            finding_id("inaktuell", network.id),
            "inaktuell",
            "inaktuell",
            network.id,
            f"{network.short}: {_many(sum(map(len, old.values())))} är äldre än "
            f"{limit}{HARD}månader när ärendet dateras. De flesta står i "
            f"{network.document(document).title} och är "
            f"{months_between(day_of_most, day)}{HARD}månader gamla.",
            tuple(_document_side(network, id_, facts) for id_, facts in old.items()),
            "Fråga nätverket efter nyare uppgifter, till exempel den senaste "
            "verksamhetsberättelsen.",
        )


def _document_side(network: Network, id_: str, facts: list[Fact]) -> Side:
    newest = max(facts, key=lambda fact: fact.as_of)
    publisher = network.document(id_).publisher or ""
    return Side(network.document(id_).title, _many(len(facts)), newest.as_of, publisher)


def _many(count: int) -> str:
    return counted(count, "en uppgift", "uppgifter")


def published_later(dossier: Dossier) -> Iterator[Finding]:
    """Documents in the material that came out after the day of the case."""
    day = dossier.evaluation.case.date
    for network in dossier.networks.values():
        for document in network.documents:
            if document.published is None or document.published <= day:
                continue
            facts = [f for f in network.facts if f.source.document == document.id]
            if facts:
                yield Finding(
                    finding_id("efter-arendet", network.id, document.id),
                    "efter-arendet",
                    "inaktuell",
                    network.id,
                    f"{network.short}: {document.title} kom {long_date(document.published)}, efter "
                    f"ärendets dag {long_date(day)}. Bedömningen kan inte ha byggt på den.",
                    (
                        Side("Ärendets dag", long_date(day), day),
                        Side(
                            document.title,
                            _many(len(facts)),
                            document.published,
                            document.publisher or "",
                        ),
                    ),
                    "Kontrollera om de nya uppgifterna ändrar bedömningen.",
                )
