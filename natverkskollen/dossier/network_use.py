"""What evaluations point at in a network, so that nothing they rest on is taken away unseen."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.model.answer import Answer
from natverkskollen.model.network import Network
from natverkskollen.swedish.words import listed


def missed(library: Library, before: Network, after: Network) -> str:
    """Which evaluations would no longer open if a network became another, in a whole sentence.

    Empty where none would. A final evaluation with a copy of its networks needs nothing of them.
    """
    facts = {each.id for each in before.facts} - {each.id for each in after.facts}
    documents = {each.id for each in before.documents} - {each.id for each in after.documents}
    if not (facts or documents):
        return ""
    needing = [
        f"”{dossier.evaluation.title}”"
        for dossier in library.dossiers.values()
        if dossier.networks_since is None
        and any(fact in facts or source in documents for fact, source in _cited(dossier, before.id))
    ]
    if not needing:
        return ""
    return f"Det används i {listed(needing)}. Ta bort det som belägg eller svar där först."


def _cited(dossier: Dossier, network: str) -> Iterator[tuple[str | None, str | None]]:
    """The fact and the document of all that is said about a network in an evaluation."""
    for answer in _answers(dossier, network):
        for evidence in answer.evidence:
            yield evidence.fact, evidence.source.document if evidence.source else None
    evaluation = dossier.evaluation
    kept = (each.reply for each in evaluation.taken_out if each.reply)
    for reply in (*evaluation.replies, *kept):
        if reply.network == network:
            yield from ((item.fact, None) for item in reply.items)


def _answers(dossier: Dossier, network: str) -> Iterator[Answer]:
    for sheet in (*dossier.sheets.values(), *dossier.withheld.values()):
        yield from sheet.answers.get(network, {}).values()
    for each in (*dossier.aside, *dossier.withheld_aside):
        if each.network == network:
            yield each.answer
