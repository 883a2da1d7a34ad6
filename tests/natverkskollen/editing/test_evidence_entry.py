"""Own evidence, with a document that nobody has listed before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.editing.evidence_entry import (
    NEW_DOCUMENT,
    EvidenceFields,
    add_document,
    own_evidence,
)
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.source import Document
from natverkskollen.output.papers.sources import document_words, same
from natverkskollen.store import Saved, YamlStore
from tests.building.folders import ID, memory_store

FILLED = EvidenceFields(
    claim="Åtta av tio använder verktyget",
    figure="8,5",
    unit="av tio",
    as_of="2026-03-31",
    document=NEW_DOCUMENT,
    place="sidan 3",
    quote="8,5 av 10",
    title="Enkät till förvaltningarna",
    publisher="Årsta kommun",
    published="2026-04-02",
    diarienummer="KS-2026/12",
)
LISTED = Document(id="protokoll", title="Protokoll", file="p.pdf", published=date(2026, 1, 1))


def test_a_new_document_comes_with_the_evidence_that_points_at_it() -> None:
    evidence, document = own_evidence(FILLED, [LISTED])
    assert document is not None and document.id == "enkat-till-forvaltningarna"
    assert (document.published, document.diarienummer) == (date(2026, 4, 2), "KS-2026/12")
    assert evidence.source and evidence.source.document == document.id
    assert (evidence.figure, evidence.unit) == (Decimal("8.5"), "av tio")
    assert evidence.as_of == date(2026, 3, 31)
    assert document_words(document) == (
        "Enkät till förvaltningarna, Årsta kommun, 2026-04-02, KS-2026/12"
    )


def test_a_listed_document_needs_no_fields_of_its_own() -> None:
    evidence, document = own_evidence(replace(FILLED, document="protokoll", title=""), [LISTED])
    assert document is None and evidence.source and evidence.source.document == "protokoll"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"claim": " "}, "Skriv påståendet"),
        ({"figure": "många"}, "Talet går inte att läsa"),
        ({"figure": "1–2"}, "Talet går inte att läsa"),
        ({"as_of": "31 mars"}, "Dagen ska vara ett datum"),
        ({"title": ""}, "Skriv dokumentets titel."),
        ({"title": "F" * 20_001}, "ryms i fältet"),
        ({"publisher": ""}, "vem som har gett ut"),
        ({"published": ""}, "Skriv dokumentets dag"),
        ({"published": "2026-02-30"}, "finns inte i kalendern"),
        ({"diarienummer": ""}, "Skriv diarienummer, webbadress eller var"),
        ({"url": "javascript:alert(1)"}, "Webbadressen ska börja med https://"),
        ({"url": "arsta.se/enkat"}, "Webbadressen ska börja med https://"),
        ({"place": ""}, "Skriv var i dokumentet det står"),
        ({"quote": ""}, "Skriv var i dokumentet det står"),
        ({"document": ""}, "Välj vilket dokument citatet står i."),
        ({"title": "PROTOKOLL", "published": "2026-01-01"}, "finns redan. Välj det i listan."),
    ],
)
def test_what_is_missing_is_told(changes: dict[str, str], told: str) -> None:
    with pytest.raises(Unclear, match=told.replace("(", r"\(")):
        own_evidence(replace(FILLED, **changes), [LISTED])


def test_a_new_document_never_takes_the_id_of_another() -> None:
    _, document = own_evidence(replace(FILLED, title="Protokoll"), [LISTED], {"protokoll-2"})
    assert document and document.id == "protokoll-3"


def test_two_documents_of_one_case_are_two_sources() -> None:
    one = Document(id="a", title="Enkät", diarienummer="KS-2026/12")
    other = Document(id="b", title="Svar", diarienummer="KS-2026/12")
    assert same(one) != same(other)


@pytest.mark.parametrize("kind", ["yaml", "memory"])
def test_two_people_who_add_documents_get_both(folder: Path, kind: str) -> None:
    store = YamlStore(folder) if kind == "yaml" else memory_store(folder)
    _, first = own_evidence(FILLED, [])
    _, second = own_evidence(replace(FILLED, title="Svar"), [])
    assert isinstance(add_document(store, ID, first, "anna"), Saved)
    assert not hasattr(add_document(store, ID, second, "bo-1"), "what")
    listed = store.get(ID).data["evaluation"]["documents"]
    assert [each["id"] for each in listed] == ["enkat-till-forvaltningarna", "svar"]
