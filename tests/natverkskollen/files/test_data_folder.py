"""Which folder is read and which is written, in a checkout and where the program is installed."""

from pathlib import Path

import pytest

from natverkskollen.files import data_folder as rules
from natverkskollen.files.data_folder import VARIABLE, data_folder, folder_to_write
from natverkskollen.files.problem import DataError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home, with the program installed among Python's packages beside it."""
    home, shipped = tmp_path / "home", tmp_path / "packages/natverkskollen/shipped"
    home.mkdir()
    shipped.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(rules, "INSTALLED", True)
    monkeypatch.setattr(rules, "PROGRAM_FOLDER", shipped)
    monkeypatch.delenv(VARIABLE, raising=False)
    return home


def test_a_checkout_is_its_own_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert (data_folder() / "natverkskollen/files/data_folder.py").is_file()
    assert folder_to_write() == data_folder()


def test_an_installed_program_reads_its_example_and_writes_only_elsewhere(home: Path) -> None:
    assert data_folder() == rules.PROGRAM_FOLDER
    with pytest.raises(DataError, match="går inte att ändra"):
        folder_to_write()
    with pytest.raises(DataError, match="går inte att ändra"):
        folder_to_write(rules.PROGRAM_FOLDER / "evaluations")


def test_ones_own_folder_is_used_once_it_is_there(home: Path) -> None:
    (home / "natverkskollen").mkdir()
    assert folder_to_write() == data_folder() == home / "natverkskollen"


def test_the_folder_somebody_names_goes_before(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "natverkskollen").mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kommunens"))
    assert folder_to_write() == tmp_path / "kommunens"
    assert folder_to_write(tmp_path / "annan") == tmp_path / "annan"
