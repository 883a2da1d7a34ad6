"""Backups as people keep them: packed again, locked, damaged, or something else altogether."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.files.problem import DataError
from natverkskollen.store.backup import backup, backup_problems, restore_to
from tests import ROOT
from tests.building.folders import small_folder

REPLAYS = ROOT / "tests" / "cases" / "replays"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("kopia")
    return backup(small_folder(place / "data"), place / "kopia.zip")


def content(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(
    path: Path,
    files: dict[str, bytes],
    method: int = zipfile.ZIP_DEFLATED,
    rename: Callable[[str], str] = str,
) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, raw in files.items():
            entry = zipfile.ZipInfo()
            entry.filename, entry.compress_type = rename(name), method
            archive.writestr(entry, raw)
    return path


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_every_method_that_python_reads_will_do(made, tmp_path, method):
    again = packed(tmp_path / "a.zip", content(made), method)
    assert backup_problems(again) == ()
    assert restore_to(again, tmp_path / "ut") == len(content(made)) - 1


@pytest.mark.parametrize(
    "rename",
    [
        lambda name: f"kopia/{name}",
        lambda name: f"Säkerhetskopia åäö/{name}",
        lambda name: name.replace("/", "\\"),
        lambda name: f"kopia\\{name}".replace("/", "\\"),
    ],
)
def test_a_folder_around_it_and_windows_slashes_are_read_past(made, tmp_path, rename):
    again = packed(tmp_path / "a.zip", content(made), rename=rename)
    assert backup_problems(again) == ()
    restore_to(again, tmp_path / "ut")
    assert (tmp_path / "ut" / "criteria").is_dir()


def test_folders_and_what_computers_add_are_passed_over(made, tmp_path):
    files = content(made)
    files |= {name: b"" for name in ("criteria/", "evaluations/", "networks/tom/")}
    files |= {"__MACOSX/criteria/._x": b"x", ".DS_Store": b"x", "networks/Thumbs.db": b"x"}
    assert backup_problems(packed(tmp_path / "a.zip", files)) == ()


def test_a_backup_with_a_password_is_told(tmp_path, capsys):
    path = REPLAYS / "zip-with-password" / "kopia.zip"
    assert main(["restore", str(path), "--check"]) == 1
    assert "har ett lösenord" in capsys.readouterr().out
    with pytest.raises(DataError, match="lösenord"):
        restore_to(path, tmp_path / "ut")


def test_damaged_bytes_are_told_with_the_file_they_are_in(capsys):
    path = REPLAYS / "zip-bit-rot" / "kopia.zip"
    assert main(["restore", str(path), "--check"]) == 1
    told = capsys.readouterr().out
    assert ".yaml: filen är skadad i säkerhetskopian" in told
    assert main(["restore", str(REPLAYS / "zip-repacked-with-folders/kopia.zip"), "--check"]) == 0


def test_a_method_nobody_here_can_unpack_is_told(made, tmp_path):
    for method in (9, 97, 98, 99):  # Deflate64, WavPack, PPMd, AES
        raw = bytearray(made.read_bytes())
        for sign, at in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
            place = raw.find(sign)
            while place >= 0:
                raw[place + at : place + at + 2] = method.to_bytes(2, "little")
                place = raw.find(sign, place + 4)
        path = tmp_path / f"{method}.zip"
        path.write_bytes(raw)
        assert "metod" in backup_problems(path)[0].what


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"7z\xbc\xaf\x27\x1c", ".7z"),
        (b"Rar!\x1a\x07", ".rar"),
        (b"\x1f\x8b\x08", ".gz"),
        (b"", "inte en säkerhetskopia"),
        (b"%PDF", "inte en säkerhetskopia"),
    ],
)
def test_what_is_no_zip_is_named(tmp_path, start, words):
    (tmp_path / "x.zip").write_bytes(start)
    assert words in backup_problems(tmp_path / "x.zip")[0].what
    assert "en mapp" in backup_problems(tmp_path)[0].what


def test_a_zip_of_zeros_and_two_files_of_one_name_are_not_unpacked(made, tmp_path):
    bomb = packed(tmp_path / "b.zip", {**content(made), "networks/x": b"\0" * 50_000_000})
    assert "orimligt stor" in backup_problems(bomb)[0].what
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made) as old:
        twice = tmp_path / "t.zip"
        with zipfile.ZipFile(twice, "w") as archive:
            for name in [*old.namelist(), old.namelist()[-1]]:
                archive.writestr(name, old.read(name))
    assert "finns två gånger" in backup_problems(twice)[0].what


def test_no_damage_anywhere_passes_or_raises(made, tmp_path):
    whole, files = made.read_bytes(), content(made)
    kinds = random.Random(14)
    path = tmp_path / "skadad.zip"
    for _ in range(400):
        raw = bytearray(whole)
        for _ in range(kinds.choice((1, 1, 3, 40))):
            raw[kinds.randrange(len(raw))] = kinds.randrange(256)
        if kinds.random() < 0.2:
            del raw[kinds.randrange(len(raw)) :]
        path.write_bytes(raw)
        if backup_problems(path) == ():  # the damage is where nothing is kept: dates and the like
            assert restore_to(path, tmp_path / "ut") == len(files) - 1
            for name, expected in files.items():
                if name != "manifest.json":
                    assert (tmp_path / "ut" / name).read_bytes() == expected
            for each in sorted((tmp_path / "ut").rglob("*"), reverse=True):
                each.rmdir() if each.is_dir() else each.unlink()
