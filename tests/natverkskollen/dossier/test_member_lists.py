"""A network's list of members: who is meant by a name or a code, and a name that nobody has."""

from __future__ import annotations

from pathlib import Path

import pytest

from natverkskollen.dossier.member_lists import member_places
from natverkskollen.store import read_library
from tests.building.folders import shipped_folder

LIST = """
members:
  as_of: 2024-12-31
  names: [{names}]
  source:
    document: {document}
    place: Sida 3
    quote: Föreningens medlemmar
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shipped_folder(tmp_path / "data")


def listed(folder: Path, names: str, document: str = "verksamhetsberattelse-2024") -> None:
    path = folder / "networks" / "sekom.yaml"
    text = path.read_text("utf-8") + LIST.format(names=names, document=document)
    path.write_text(text, "utf-8")


def test_a_member_is_known_by_its_name_its_full_name_or_its_code(folder: Path) -> None:
    listed(folder, 'Huddinge, Haninge kommun, "0180", "Västra Götalandsregionen"')
    library = read_library(folder)
    assert library.problems == ()
    members = library.networks["sekom"].members
    assert members is not None
    found = member_places(members, library.reference)
    assert {code: place.called for code, place in found.items()} == {
        "0126": "Huddinge kommun",
        "0136": "Haninge kommun",
        "0180": "Stockholms stad",
        "14": "Västra Götalandsregionen",
    }


@pytest.mark.parametrize(
    ("names", "what"),
    [
        ("Huddinge, Hudinge", "'Hudinge' finns inte bland kommunerna och regionerna"),
        ('Huddinge, "0126"', "Huddinge kommun står två gånger"),
    ],
)
def test_a_name_that_is_wrong_is_told_with_its_line(folder: Path, names: str, what: str) -> None:
    listed(folder, names)
    (problem,) = read_library(folder).problems
    assert (problem.file, problem.what) == ("networks/sekom.yaml", what)
    lines = (folder / problem.file).read_text("utf-8").splitlines()
    assert lines[problem.line - 1].strip().startswith("names:")


def test_a_list_needs_a_document_that_the_network_has(folder: Path) -> None:
    listed(folder, "Huddinge", "finns-inte")
    told = " ".join(each.what for each in read_library(folder).problems)
    assert "dokumentet 'finns-inte' finns inte i listan documents" in told
