"""An empty data folder is filled once, with nothing of anybody's replaced."""

import errno
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.editing.first_files import example_folder, lacking, start_folder
from natverkskollen.files.data_folder import PROGRAM_FOLDER
from natverkskollen.store import Failed, disk, read_library


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_or_missing_folder_gets_what_evaluations_are_judged_by(
    tmp_path: Path, made: bool
) -> None:
    folder = tmp_path / "data"
    if made:
        folder.mkdir()
    assert lacking(folder) == ("criteria", "networks")
    assert not isinstance(start_folder(folder), Failed)
    assert lacking(folder) == ()
    found, own = read_library(folder), read_library(PROGRAM_FOLDER)
    assert found.problems == ()
    assert found.criteria.keys() == own.criteria.keys()
    assert found.networks.keys() == own.networks.keys()
    assert found.dossiers == {}, "the shipped evaluations are examples and stay behind"
    assert (folder / "evaluations/README.md").is_file()


def test_a_room_with_files_of_its_own_is_left_as_it_is(tmp_path: Path) -> None:
    networks = tmp_path / "networks"
    networks.mkdir()
    (networks / "eget.yaml").write_text("schema: 1\n", "utf-8")
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria/README.md").write_text("Vår egen.", "utf-8")
    assert lacking(tmp_path) == ("criteria",)
    written = start_folder(tmp_path)
    assert not isinstance(written, Failed)
    assert [path.name for path in networks.iterdir()] == ["eget.yaml"]
    assert (tmp_path / "criteria/README.md").read_text("utf-8") == "Vår egen."
    assert (tmp_path / "criteria/natverksmedlemskap.yaml").is_file()
    assert start_folder(tmp_path) == (), "the second time there is nothing left to do"


def test_a_full_disk_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = disk.write_atomically
    done: list[Path] = []

    def full(path: Path, raw: bytes) -> None:
        if len(done) == 7:
            raise OSError(28, "No space left on device")
        done.append(path)
        write(path, raw)

    monkeypatch.setattr(disk, "write_atomically", full)
    told = start_folder(tmp_path)
    assert isinstance(told, Failed) and "disken är full" in told.what
    assert len(done) == 7 and [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert lacking(tmp_path) == ("criteria", "networks")


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("x", "utf-8")
    told = start_folder(place)
    assert isinstance(told, Failed) and "en fil ligger där" in told.what


COMMANDS = (
    ("check",),
    ("result", "huddinge-2025"),
    ("fee", "sekom", "--inhabitants", "5"),
    ("memo", "huddinge-2025", "-o", "ut.docx"),
    ("history", "huddinge-2025"),
    ("verify", "huddinge-2025"),
    ("backup", "-o", "kopia.zip"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_answers_in_one_sentence_where_there_is_nothing(
    command: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tom").mkdir()
    assert main([*command, "--data", "tom"]) == 1
    out, err = capsys.readouterr()
    assert len((out + err).splitlines()) == 1
    assert "inga" not in out + err, "a choice among none is no help"
    assert main([*command, "--data", "borta"]) == 1
    told = capsys.readouterr().err
    assert "datamappen finns inte" in told and "python -m natverkskollen init" in told
    assert [path.name for path in tmp_path.iterdir()] == ["tom"], "a misspelling makes no folder"


def test_schema_makes_no_folder_out_of_a_misspelling(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--data", str(tmp_path / "borta")]) == 1
    assert "datamappen finns inte" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_init_fills_the_folder_and_says_when_there_was_nothing_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "ny")
    assert main(["init", "--data", folder]) == 0
    assert "natverksmedlemskap.yaml" in capsys.readouterr().out
    assert main(["check", "--data", folder]) == 0
    assert main(["init", "--data", folder]) == 0
    assert "Inget är ändrat." in capsys.readouterr().out
    assert main(["fee", "sekom", "--inhabitants", "10000", "--data", folder]) == 0


def test_the_example_folder_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, full = Path.write_bytes, OSError(errno.ENOSPC, "No space left on device")

    def short_of_room(path: Path, raw: bytes) -> int:
        if path.name == "evaluation.yaml":
            raise full
        return write(path, raw)

    monkeypatch.setattr(Path, "write_bytes", short_of_room)
    told = example_folder(tmp_path / "min")
    assert isinstance(told, Failed) and "disken är full" in told.what
    assert list(tmp_path.iterdir()) == []


def test_the_example_folder_opens_with_the_programs_evaluations(tmp_path: Path) -> None:
    assert example_folder(tmp_path / "min") is None
    found, own = read_library(tmp_path / "min"), read_library(PROGRAM_FOLDER)
    assert found.problems == ()
    assert {*found.dossiers} >= {"huddinge-2025", "exempel-vastra-gotaland"}
    assert found.networks == own.networks and found.criteria == own.criteria


def test_a_folder_made_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "min").mkdir()
    (tmp_path / "min/brev.txt").write_text("Eget.", "utf-8")
    assert example_folder(tmp_path / "min") is None
    assert [path.name for path in (tmp_path / "min").iterdir()] == ["brev.txt"]
