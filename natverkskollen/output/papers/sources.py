"""The documents a memo rests on: those of the case, and those of the networks that are cited."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.model.answer import Evidence
from natverkskollen.model.network import Fact, Network
from natverkskollen.model.source import Document, Source


def evidence_sources(found: NetworkResult, evidence: Evidence) -> list[Source]:
    """Every place an answer's evidence points at: its own, and those of the fact it names."""
    own = [evidence.source] if evidence.source else []
    facts = [fact.source for fact in newest(found.network, evidence.fact)]
    return own + [source for source in facts if source not in own]


def newest(network: Network, id_: str | None) -> list[Fact]:
    """The two latest statements of one fact, newest first: what it is and what it was."""
    series = [fact for fact in network.facts if fact.id == id_]
    return sorted(series, key=lambda fact: fact.as_of, reverse=True)[:2]


def find_document(result: Result, found: NetworkResult, id_: str) -> Document:
    """A document by its id in the evaluation or in the network; KeyError if neither lists it."""
    for document in result.evaluation.documents:
        if document.id == id_:
            return document
    return found.network.document(id_)


def same(document: Document) -> str:
    """What makes two entries the same document: the file, address or number it is found at."""
    # One number in the register may hold many documents.
    title = " ".join(filter(None, [document.diarienummer, document.title]))
    return document.file or document.url or title


def sources(result: Result) -> tuple[Document, ...]:
    """The documents of the case and then every other one that an answer or a fee cites, once."""
    every = [*result.evaluation.documents, *_cited(result)]
    first: dict[str, Document] = {}
    for document in every:
        first.setdefault(same(document), document)
    return tuple(first.values())


def _cited(result: Result) -> Iterator[Document]:
    for found in result.networks:
        if found.cost.computed:
            yield found.network.document(found.cost.computed.fee.source.document)
        for cell in found.criteria:
            for ground in cell.assessment.grounds:
                for evidence in ground.answer.evidence:
                    for source in evidence_sources(found, evidence):
                        yield find_document(result, found, source.document)


def mark(documents: tuple[Document, ...], result: Result, found: NetworkResult, id_: str) -> str:
    """The short name in the appendix of a document among those of the memo: `K1`."""
    keys = [same(document) for document in documents]
    return f"K{keys.index(same(find_document(result, found, id_))) + 1}"


def document_words(document: Document) -> str:
    """A document with its publisher, date and register number; a missing date is said."""
    dated = document.published.isoformat() if document.published else "odaterad"
    parts = [document.title, document.publisher, dated, document.diarienummer]
    return ", ".join(filter(None, parts))
