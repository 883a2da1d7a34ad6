"""The reference tables: what ships holds, a newer table takes its place, a mistake is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.dossier.reference_tables import read_reference
from tests import ROOT


def test_the_shipped_tables_hold_every_place_and_seven_like_each_municipality() -> None:
    reference, problems = read_reference(ROOT)
    assert problems == ()
    kinds = [place.kind for place in reference.places.values()]
    assert (kinds.count("kommun"), kinds.count("region")) == (290, 21)
    assert {len(codes) for codes in reference.similar.values()} == {7}
    assert len(reference.similar) == 290 and len(reference.groups) == 88
    huddinge = reference.places["0126"]
    assert huddinge.called == "Huddinge kommun"
    assert huddinge.populations[date(2024, 12, 31)] == 114304
    assert huddinge.latest(date(2025, 4, 1)) == date(2024, 12, 31)
    assert huddinge.latest(date(2023, 12, 30)) is None


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("haninge", "Haninge kommun"),
        ("0136", "Haninge kommun"),
        (" Falu kommun ", "Falu kommun"),
        ("14", "Västra Götalandsregionen"),
        ("Stockholm", "Stockholms stad"),
        ("Region Stockholm", "Region Stockholm"),
    ],
)
def test_a_place_is_found_by_its_code_or_any_of_its_names(words: str, called: str) -> None:
    found = read_reference(ROOT)[0].find(words)
    assert found is not None and found.called == called


def test_nothing_is_found_where_nothing_has_that_name() -> None:
    assert read_reference(ROOT)[0].find("Ankeborg") is None


def own(folder: Path, text: str | bytes, name: str = "folkmangd.csv") -> Path:
    (folder / "reference").mkdir(exist_ok=True)
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / "reference" / name).write_bytes(raw)
    return folder


def test_a_newer_table_in_the_data_folder_takes_the_place_of_the_programs(tmp_path: Path) -> None:
    """As Excel saves it in Sweden: semicolons, a byte order mark, spaces in the figures."""
    shipped = (ROOT / "reference" / "folkmangd.csv").read_text(encoding="utf-8")
    first, *rows = shipped.splitlines()
    newer = [f"{first},2026-12-31", *(f"{row},12 345" for row in rows)]
    own(tmp_path, b"\xef\xbb\xbf" + "\r\n".join(newer).replace(",", ";").encode())
    reference, problems = read_reference(tmp_path)
    assert problems == ()
    assert reference.places["0136"].populations[date(2026, 12, 31)] == 12345
    assert reference.similar_to("0126")[1].called == "Haninge kommun"


def test_folders_without_tables_of_their_own_share_what_is_made_of_the_programs(
    tmp_path: Path,
) -> None:
    one, other = (read_reference(tmp_path / name)[0] for name in ("ett", "annat"))
    assert one is other is read_reference(ROOT)[0]
    assert read_reference(own(tmp_path, "kod,namn\n0126,Huddinge\n"))[0] is not one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "reference/folkmangd.csv: tabellen är tom"),
        ("kod,kommun\n0126,Huddinge\n", "rad 1: kolumnen namn saknas"),
        ("kod,namn,2024-12-31\n126,Huddinge,5\n", "rad 2: koden '126' ska vara två siffror"),
        ("kod,namn,2024-12-31\n0126,Huddinge,många\n", "rad 2: 'många' i kolumnen 2024-12-31"),
        ("kod,namn,2024\n0126,Huddinge,5\n", "'5' i kolumnen 2024 är ingen folkmängd för en dag"),
        ("kod,namn,2024-12-31\n0126,Huddinge\n", "rad 2: raden har 2 kolumner"),
        ("kod,namn\n0126,Huddinge\n".encode("utf-16"), "inte sparad som UTF-8"),
        ("kod,namn\n1280,Malmö\n".encode("cp1252"), "rad 2: filen är inte sparad som UTF-8"),
        ("kod,namn\n0126,Huddinge\n", "koden '0136' finns inte i reference/folkmangd.csv"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_line(
    tmp_path: Path, text: str | bytes, told: str
) -> None:
    problems = read_reference(own(tmp_path, text))[1]
    assert any(told in str(problem) for problem in problems), problems[:3]


@pytest.mark.parametrize("name", ["folkmangd (1).csv", "folkmangd.xlsx", "folkmängd.csv"])
def test_a_copy_or_another_name_is_told_and_the_programs_table_holds(
    tmp_path: Path, name: str
) -> None:
    reference, (problem,) = read_reference(own(tmp_path, "kod,namn\n", name))
    assert str(problem).startswith(f"reference/{name}: filen är ingen av tabellerna")
    assert len(reference.places) == 311
