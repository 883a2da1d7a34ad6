"""Backup, bundle, CSV and the commands: what is taken out is whole, and can be checked."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.files.problem import DataError
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.bundle import SUMS, bundle
from natverkskollen.output.history_csv import history_csv
from natverkskollen.store import Saved, YamlStore, read_library
from natverkskollen.store.backup import backup, backup_problems, restore_to
from tests.building.folders import ID, field, journal_path, put, small_folder


@pytest.fixture
def folder(folder: Path) -> Path:
    """One where a formula and a line break have been saved."""
    assert isinstance(put(YamlStore(folder), field("rationale"), '=1+1; "Å"\nrad', "k"), Saved)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    paths = [p for p in folder.rglob("*") if p.is_file() and ".las" not in p.parts]
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in paths}


def test_a_backup_wiped_and_restored_is_the_same(folder: Path, tmp_path: Path) -> None:
    before = files(folder)
    made = backup(folder, tmp_path / "kopia.zip")
    assert backup_problems(made) == ()
    shutil.rmtree(folder)
    assert restore_to(made, folder) == len(before)
    assert files(folder) == before
    assert YamlStore(folder).verify(ID) == ()


def test_a_backup_goes_into_a_folder_under_its_date_and_replaces_nothing(
    folder: Path, tmp_path: Path
) -> None:
    made = backup(folder, tmp_path)
    assert made.name.startswith("natverkskollen-") and made.suffix == ".zip"
    with pytest.raises(DataError, match="finns redan"):
        backup(folder, made)
    with pytest.raises(DataError, match="inte tom"):
        restore_to(made, folder)


def changed(made: Path, change) -> Path:
    """The zip with its files changed."""
    with zipfile.ZipFile(made) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    other = made.with_name("andrad.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, raw in content.items():
            archive.writestr(name, raw)
    return other


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: c.update({"criteria/litet.yaml": b"x"}), "ändrad i efterhand"),
        (lambda c: c.pop("criteria/litet.yaml"), "saknas"),
        (lambda c: c.update({"criteria/ny.yaml": b"x"}), "tillagd"),
        (lambda c: c.update({"../ut.yaml": b"x"}), "leder ut"),
        (lambda c: c.update({"/etc/x": b"x"}), "leder ut"),
        (lambda c: c.update({"manifest.json": b"[]"}), "är skadad"),
        (lambda c: c.pop("manifest.json"), "är skadad"),
    ],
)
def test_a_backup_that_does_not_hold_is_told_and_not_unpacked(
    folder: Path, tmp_path: Path, change, words: str
) -> None:
    broken = changed(backup(folder, tmp_path / "kopia.zip"), change)
    assert any(words in problem.what for problem in backup_problems(broken))
    with pytest.raises(DataError):
        restore_to(broken, tmp_path / "ut")
    assert not (tmp_path / "ut").exists()


def test_a_file_that_is_no_zip_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK nej")
    assert backup_problems(tmp_path / "x.zip")
    assert backup_problems(tmp_path / "finns-inte.zip")


def test_the_bundle_holds_everything_with_its_checksums(folder: Path) -> None:
    packed = bundle(folder, ID)
    assert isinstance(packed, bytes)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    sums = dict(reversed(row.split("  ")) for row in content.pop(SUMS).decode().splitlines())
    assert sums == {name: hashlib.sha256(raw).hexdigest() for name, raw in content.items()}
    kept = {"evaluation.yaml", "answers/anna.yaml", "history.jsonl", "svar.csv", "historik.csv"}
    assert kept | {"criteria.yaml", "networks/norr.yaml"} <= content.keys()
    assert "criteria/litet.yaml" not in content, "one set of criteria: the one it rests on"
    assert b'"criteria";"";"Version 1"' in content["historik.csv"]
    papers = {name for name in content if name.startswith("handlingar/")}
    assert len(papers) == 12 and f"handlingar/tjansteskrivelse-{ID}.docx" in papers
    assert content["history.jsonl"] == journal_path(folder).read_bytes()
    assert bundle(folder, ID) is not None


def test_the_csv_is_for_a_swedish_spreadsheet_and_has_no_live_formula(folder: Path) -> None:
    raw = answers_csv(read_library(folder).dossier(ID))
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["bedömare", "roll", "nätverk"]
    assert rows[1][5:9] == ["3", "3", "", '\'=1+1; "Å"\nrad']


@pytest.mark.parametrize(
    ("figure", "cell"),
    [
        ("-5", "-5"),
        ("-0.50", "-0,5"),
        ("12000", "12000"),
        ("-1234567.25", "-1234567,25"),
        ("0", "0"),
    ],
)
def test_a_figure_is_a_number_in_a_swedish_spreadsheet(tmp_path: Path, figure, cell) -> None:
    """The replay csv-negative-number: with U+2212 Excel and LibreOffice take it for text."""
    folder = small_folder(tmp_path)
    path = folder / "criteria" / "litet.yaml"
    path.write_text(path.read_text("utf-8").replace(", min: 0}", "}"), "utf-8")
    saved = put(YamlStore(folder), field("score", criterion="tid"), Decimal(figure), "k")
    assert isinstance(saved, Saved)
    raw = answers_csv(read_library(folder).dossier(ID)).decode("utf-8-sig")
    (row,) = (r for r in csv.reader(io.StringIO(raw), delimiter=";") if r[4] == "Tid")
    assert row[5:7] == [cell, cell]
    history = history_csv(YamlStore(folder).history(ID)).decode("utf-8-sig")
    assert cell in {each[-1] for each in csv.reader(io.StringIO(history), delimiter=";")}


def test_the_commands(folder: Path, tmp_path: Path, capsys) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--data", str(folder)])
        said = capsys.readouterr()
        return code, said.out + said.err

    assert run("verify", ID) == (
        0,
        f"{ID}: historiken är hel och stämmer med filerna, två\u00a0versioner.\n",
    )
    code, said = run("history", ID)
    assert code == 0 and "2  " in said and "”Så var det från början.”" in said
    made = tmp_path / "kopia.zip"
    assert run("backup", "-o", str(made))[0] == 0
    assert run("restore", str(made), "--check") == (0, "Säkerhetskopian är hel.\n")
    assert run("restore", str(made), "--to", str(tmp_path / "ut"))[0] == 0
    path = journal_path(folder)
    path.write_bytes(path.read_bytes().replace(b'"actor":"anna"', b'"actor":"bosse"'))
    code, said = run("verify", ID)
    assert code == 1
    assert said.startswith("evaluations/liten/history.jsonl, rad 1: raden är ändrad")
    assert run("verify", "finns-inte")[0] == 1
    assert run("history", "finns-inte")[0] == 1
