"""A document leaves a network's list only where nothing rests on it; its file stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from natverkskollen.editing.document_removal import take_off
from natverkskollen.store import Change, Failed, NetworkStore, Saved, networks_at, read_library
from natverkskollen.store.plain_data import plain
from tests.building.folders import shipped_folder
from tests.natverkskollen.editing.test_document_entry import put
from tests.natverkskollen.store.test_network_store import created


@pytest.fixture
def store(tmp_path: Path) -> NetworkStore:
    made = NetworkStore(tmp_path)
    created(made)
    return made


def off(store: NetworkStore, network: str, document: str, key: str = "k"):
    return take_off(store, read_library(store.folder), network, document, "anna", key)


def test_one_that_nothing_rests_on_leaves_the_list_and_its_file_stays(
    store: NetworkStore, tmp_path: Path
) -> None:
    put(store)
    document = read_library(tmp_path).networks["provnat"].documents[-1]
    assert isinstance(off(store, "provnat", document.id), Saved)
    left = read_library(tmp_path).networks["provnat"].documents
    assert document.id not in {each.id for each in left}
    assert (tmp_path / "documents" / str(document.file)).is_file()
    assert isinstance(store.restore("provnat", 2, "anna", (), "z"), Saved), "and it can come back"
    assert document in read_library(tmp_path).networks["provnat"].documents
    assert isinstance(off(store, "provnat", "finns-inte", "w"), Failed)


def test_the_source_of_a_fact_a_fee_or_the_terms_stays_and_is_told(tmp_path: Path) -> None:
    folder = shipped_folder(tmp_path / "data")
    store = networks_at(folder)
    network = read_library(folder).networks["sekom"]
    for document in network.documents:
        facts = sum(each.source.document == document.id for each in network.facts)
        told = off(store, "sekom", document.id, document.id)
        assert isinstance(told, Failed), document.id
        assert ("uppgift" in told.what) == (facts > 0)
        terms = network.terms.source
        assert ("villkoren" in told.what) == bool(terms and terms.document == document.id)
        fees = {str(f.year) for f in network.fees if f.source.document == document.id}
        assert all(f"avgiften från {year}" in told.what for year in fees)
    assert read_library(folder).networks["sekom"] == network


def test_the_source_of_the_list_of_members_stays_and_is_told(tmp_path: Path) -> None:
    folder = shipped_folder(tmp_path / "data")
    path = folder / "networks" / "sekom.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "\ndocuments:\n",
            "\ndocuments:\n  - {id: medlemmar-2024, title: Medlemmar, note: Webben.}\n",
        )
        + "\nmembers:\n  as_of: 2024-12-31\n  names: [Huddinge]\n"
        "  source: {document: medlemmar-2024, place: Hela sidan, quote: Huddinge}\n",
        "utf-8",
    )
    told = off(networks_at(folder), "sekom", "medlemmar-2024", "n")
    assert isinstance(told, Failed) and told.what == "dokumentet är källa till medlemslistan"


def test_what_an_evaluation_points_at_stays(tmp_path: Path) -> None:
    folder = shipped_folder(tmp_path / "data")
    store = networks_at(folder)
    there = plain(read_library(folder).networks["sekom"])["documents"]
    new = {"id": "ny", "title": "Ny rapport", "note": "arkivet"}
    change = Change(("network", "documents"), there, (*there, new))
    assert isinstance(store.save("sekom", None, (change,), "anna", "a"), Saved)
    sheet = folder / "evaluations" / "huddinge-2025" / "answers" / "forvaltningen.yaml"
    answers = yaml.safe_load(sheet.read_text("utf-8"))
    first = next(iter(answers["answers"]["sekom"].values()))
    source = {"document": "ny", "place": "s. 1", "quote": "Ett"}
    first.setdefault("evidence", []).append({"claim": "Ett", "source": source})
    sheet.write_text(yaml.safe_dump(answers, allow_unicode=True), "utf-8")
    assert read_library(folder).dossier("huddinge-2025")
    told = off(store, "sekom", "ny")
    assert isinstance(told, Failed)
    assert "Huddinge" in told.remedy or "Huddinge" in told.what
