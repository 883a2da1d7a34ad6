"""A document is kept whole under a safe name, once, and listed among a network's own."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from natverkskollen.dossier.quotes import quote_problems
from natverkskollen.editing.document_entry import list_document, put_in
from natverkskollen.editing.fact_entry import OTHER, FactFields, fact_changes, fact_from
from natverkskollen.editing.listed_documents import unlisted
from natverkskollen.editing.typed import Entry
from natverkskollen.editing.upload import Upload
from natverkskollen.store import Change, Failed, Merged, NetworkStore, Saved, read_library
from natverkskollen.store.backup import backup, backup_problems, restore_to
from natverkskollen.store.document_files import keep_document
from natverkskollen.store.plain_data import plain
from tests.natverkskollen.dossier.test_quoted_documents import pdf
from tests.natverkskollen.store.test_network_store import created

SAID = {"title": "Årsrapport 2025"}
TEXT = b"Antalet medlemmar var vid \xc3\xa5rets slut 90."


@pytest.fixture
def store(tmp_path: Path) -> NetworkStore:
    made = NetworkStore(tmp_path)
    created(made)
    return made


def put(store: NetworkStore, name: str = "Årsrapport 2025 (slutlig).txt", raw: bytes = TEXT):
    return put_in(
        store, read_library(store.folder), "provnat", SAID, Upload(name, raw), "anna", name
    )


@pytest.mark.parametrize(
    ("name", "raw", "kept"),
    [
        ("Årsrapport 2025 (slutlig).txt", TEXT, "arsrapport-2025-slutlig.txt"),
        ("../../etc/passwd.txt", TEXT, "passwd.txt"),
        ("C:\\Users\\x\\CON.TXT", TEXT, "con-2.txt"),
        ("rapport.txt", pdf("Hej."), "rapport.pdf"),
        ("=1+1|cmd.html", TEXT, "1-1-cmd.html"),
        (".txt", TEXT, "txt.txt"),
    ],
)
def test_the_name_is_safe_and_says_what_is_in_it(
    store: NetworkStore, tmp_path: Path, name: str, raw: bytes, kept: str
) -> None:
    assert isinstance(put(store, name, raw), Saved)
    assert [p.name for p in (tmp_path / "documents").iterdir() if p.name[0] != "."] == [kept]
    assert (tmp_path / "documents" / kept).read_bytes() == raw
    assert read_library(tmp_path).networks["provnat"].documents[-1].file == kept


def test_another_document_of_the_same_name_gets_one_of_its_own(
    store: NetworkStore, tmp_path: Path
) -> None:
    assert isinstance(put(store, "a.txt"), Saved)
    assert isinstance(put(store, "A.TXT", TEXT + b" Mer."), Saved)
    assert {p.name for p in (tmp_path / "documents").glob("*.txt")} == {"a.txt", "a-2.txt"}


def test_a_name_that_a_listed_document_has_is_not_taken_by_another(
    store: NetworkStore, tmp_path: Path
) -> None:
    """The listed one lies somewhere else: quotes from it are not to be sought in this one."""
    there = plain(read_library(tmp_path).networks["provnat"])["documents"]
    elsewhere = {"id": "e", "title": "Årsredovisning 2023", "file": "rapport.txt"}
    change = Change(("network", "documents"), there, (*there, elsewhere))
    assert isinstance(store.save("provnat", None, (change,), "anna", "e"), (Saved, Merged))
    assert isinstance(put(store, "rapport.txt"), (Saved, Merged))
    assert read_library(tmp_path).networks["provnat"].documents[-1].file == "rapport-2.txt"


def test_two_who_add_a_document_of_the_same_title_at_once_cite_each_their_own(
    store: NetworkStore, tmp_path: Path
) -> None:
    network, fields = read_library(tmp_path).networks["provnat"], []
    for year in ("2023", "2024"):
        entry = Entry()
        wanted = fact_from(
            entry,
            FactFields(
                document=OTHER,
                title="Årsredovisning",
                found=f"https://exempel.se/{year}.pdf",
                quote=f"Medlemmar {year}",
                place="s. 1",
                label=f"Medlemmar {year}",
                value="9",
                as_of=f"{year}-12-31",
            ),
            network,
            None,
            None,
        )
        assert wanted, entry.wrong
        fields.append(wanted)
    for at, wanted in enumerate(fields):
        found = store.save(
            "provnat",
            None,
            lambda now, wanted=wanted: fact_changes(now["network"], None, wanted),
            "anna",
            str(at),
        )
        assert isinstance(found, (Saved, Merged))
    library = read_library(tmp_path)
    assert library.problems == ()
    after = library.networks["provnat"]
    urls = {each.id: each.url for each in after.documents}
    assert {f.label: urls[f.source.document] for f in after.facts if f.label[:5] == "Medle"} == {
        "Medlemmar 2023": "https://exempel.se/2023.pdf",
        "Medlemmar 2024": "https://exempel.se/2024.pdf",
    }


def test_the_same_document_again_is_told_and_kept_once(store: NetworkStore, tmp_path: Path) -> None:
    put(store)
    again = put(store, "en kopia.txt")
    assert isinstance(again, Failed) and "finns redan och heter ”Årsrapport 2025”" in again.what
    assert len(list((tmp_path / "documents").glob("*.txt"))) == 1


def test_a_file_that_was_kept_and_never_listed_is_found_again(
    store: NetworkStore, tmp_path: Path
) -> None:
    file = keep_document(tmp_path, "rapport", ".txt", TEXT, "anna")
    assert unlisted(read_library(tmp_path)) == [file]
    assert isinstance(put(store, "helt annat namn.txt"), Saved)
    assert unlisted(read_library(tmp_path)) == []
    assert read_library(tmp_path).networks["provnat"].documents[-1].file == file


def test_a_file_laid_there_by_hand_can_be_listed(store: NetworkStore, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "Eget Namn.txt").write_bytes(TEXT)
    assert unlisted(read_library(tmp_path)) == ["Eget Namn.txt"]
    listed = list_document(store, "provnat", SAID, "Eget Namn.txt", "anna", "k9")
    assert isinstance(listed, Saved) and unlisted(read_library(tmp_path)) == []


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_so(
    store: NetworkStore, tmp_path: Path
) -> None:
    (tmp_path / "documents").write_text("en fil")
    told = put(store)
    assert isinstance(told, Failed) and told.remedy
    assert len(read_library(tmp_path).networks["provnat"].documents) == 1


def picked(store: NetworkStore, tmp_path: Path, **typed: str) -> Entry:
    network = read_library(tmp_path).networks["provnat"]
    fields = {
        "label": "Antal medlemmar",
        "value": "90",
        "unit": "medlemmar",
        "as_of": "2025-12-31",
        "document": network.documents[-1].id,
        "place": "Rad 1",
        "quote": "Antalet medlemmar var vid årets slut 90.",
        "read": "2026-11-27",
    }
    entry = Entry()
    text = Upload("a.txt", TEXT).read
    wanted = fact_from(entry, FactFields(**(fields | typed)), network, None, text)
    if wanted:
        saved = store.save(
            "provnat", None, lambda now: fact_changes(now["network"], None, wanted), "anna", ""
        )
        assert not isinstance(saved, Failed), saved
    return entry


def test_a_fact_picked_in_a_document_is_proved_by_the_check(
    store: NetworkStore, tmp_path: Path
) -> None:
    put(store)
    assert picked(store, tmp_path).wrong == {}
    library = read_library(tmp_path)
    (fact,) = library.networks["provnat"].facts
    assert (fact.id, fact.value, fact.source.place) == ("antal-medlemmar", 90, "Rad 1")
    assert str(fact.source.read) == "2026-11-27"
    assert library.problems == () and quote_problems(library, tmp_path / "documents") == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("quote", "Antalet medlemmar var 91.", "Citatet står inte så i dokumentet."),
        ("label", " ", "Skriv vad uppgiften gäller."),
        ("value", "", "Skriv värdet"),
        ("value", "1.200", "Menar du"),
        ("as_of", "i fjol", "ska vara ett datum"),
        ("document", "finns-inte", "Välj vilket dokument"),
        ("place", "", "Skriv var i dokumentet det står."),
    ],
)
def test_what_is_wrong_is_told_by_its_field(
    store: NetworkStore, tmp_path: Path, name: str, value: str, told: str
) -> None:
    put(store)
    entry = picked(store, tmp_path, **{name: value})
    assert list(entry.wrong) == [name] and told in entry.wrong[name]
    assert read_library(tmp_path).networks["provnat"].facts == ()


def test_the_same_label_for_another_day_is_a_series_and_for_the_same_day_is_told(
    store: NetworkStore, tmp_path: Path
) -> None:
    put(store)
    picked(store, tmp_path)
    assert picked(store, tmp_path, as_of="2024-12-31", label="antal medlemmar").wrong == {}
    assert [f.id for f in read_library(tmp_path).networks["provnat"].facts] == [
        "antal-medlemmar",
        "antal-medlemmar",
    ]
    assert "finns redan" in picked(store, tmp_path).wrong["as_of"]


def test_documents_and_facts_are_in_the_backup_and_come_back(
    store: NetworkStore, tmp_path: Path
) -> None:
    put(store)
    picked(store, tmp_path)
    (tmp_path / "ute").mkdir()
    packed = backup(tmp_path, tmp_path / "ute" / "kopia.zip")
    assert backup_problems(packed) == ()
    with zipfile.ZipFile(packed) as archive:
        names = set(archive.namelist())
    assert "documents/arsrapport-2025-slutlig.txt" in names
    assert not [name for name in names if name.startswith("documents/.")]
    restore_to(packed, tmp_path / "ny")
    there = read_library(tmp_path / "ny")
    assert there.networks == read_library(tmp_path).networks
    assert quote_problems(there, tmp_path / "ny" / "documents") == []
