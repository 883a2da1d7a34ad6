"""A data folder goes into a database and comes out the same, byte for byte, with its history."""

from __future__ import annotations

import shutil
from pathlib import Path

import psycopg
import pytest

from natverkskollen.cli.commands import main
from natverkskollen.store import Saved, YamlStore, networks_at, read_library, store_at
from natverkskollen.store.database.address import STORE, address_in
from tests.building.folders import ID, evaluation_folder, field, put, shipped_folder, small_folder
from tests.building.rights import AT_THE_MACHINE, guarded_folder
from tests.database import database
from tests.natverkskollen.store.test_network_store import rename
from tests.natverkskollen.store.test_shared import there

TEXT = field("rationale")


def kept(folder: Path) -> dict[str, bytes]:
    """Every file but the locks."""
    return {name: raw for name, raw in there(folder).items() if "/.las/" not in name}


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small folder after some work in it, beside the program's own templates and tables."""
    folder = small_folder(tmp_path_factory.mktemp("arbete") / "data")
    shipped_folder(folder, ("templates", "reference"))
    (folder / "documents").mkdir()
    (folder / "documents" / "avtal.pdf").write_bytes(bytes(range(256)))
    store = store_at(folder)
    for number in range(60):  # past a snapshot
        assert put(store, TEXT, f"Svar {number}.", f"k{number}") == Saved(number + 2)
    whole = dict(store.get(ID).data["evaluation"])
    store.delete(ID, store.get(ID).version, "anna")
    store.bring_back(ID, "anna")
    assert whole and networks_at(folder).save("norr", None, rename("Nätverket norr", "N"), "b", "n")
    return folder


@pytest.fixture
def lived_in(worked_in: Path, tmp_path: Path) -> Path:
    """A copy of it of the test's own."""
    shutil.copytree(worked_in, tmp_path / "data", ignore=shutil.ignore_patterns(".las"))
    return tmp_path / "data"


def test_it_comes_back_byte_for_byte(lived_in: Path, tmp_path: Path, capsys) -> None:
    address, back = database().address(), tmp_path / "tillbaka"
    before = kept(lived_in)
    moved = ["store", "copy", "--from", "files", "--to", address, "--data", str(lived_in)]
    assert main([*moved, "--preview"]) == 0 and "Inget är skrivet" in capsys.readouterr().out
    assert main(moved) == 0
    returned = ["store", "copy", "--from", address, "--to", "files", "--data", str(back)]
    assert main([*returned, "--preview"]) == 0 and not back.exists()
    assert main(returned) == 0
    assert kept(back) == kept(lived_in) == before
    assert main(["verify", "--all", "--data", str(back)]) == 0
    assert store_at(back).history(ID) == store_at(lived_in).history(ID)
    assert "hemligt" not in capsys.readouterr().out


def test_only_what_is_empty_is_written_in(lived_in: Path, tmp_path: Path, capsys) -> None:
    address = database().address()
    moved = ["store", "copy", "--from", "files", "--to", address, "--data", str(lived_in)]
    assert main(moved) == 0
    for preview in ([], ["--preview"]):
        assert main([*moved, *preview]) == 1
        assert "databasen är inte tom" in capsys.readouterr().err
    before = kept(lived_in)
    returned = ["store", "copy", "--from", address, "--to", "files", "--data", str(lived_in)]
    assert main(returned) == 1 and "mappen är inte tom" in capsys.readouterr().err
    assert kept(lived_in) == before
    for wrong in (["files", "files"], [address, address]):
        assert main(["store", "copy", "--from", wrong[0], "--to", wrong[1]]) == 1
    assert main(["store", "copy", "--from", "files", "--to", "postgresql:///x?host=/nej"]) == 1
    assert "databasen svarar inte" in capsys.readouterr().err


def test_what_was_changed_by_hand_is_a_version_before_it_is_moved(
    lived_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = evaluation_folder(lived_in) / "answers" / "anna.yaml"
    path.write_text(path.read_text("utf-8").replace("Svar 59.", "För hand."), "utf-8")
    broken = lived_in / "evaluations" / "halv" / "evaluation.yaml"
    broken.parent.mkdir()
    broken.write_text("trasig: [", "utf-8")
    address = database().address()
    moved = ["store", "copy", "--from", "files", "--to", address, "--data", str(lived_in)]
    assert main(moved) == 0
    monkeypatch.setenv(STORE, address)
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(tmp_path / "kopia"))
    (tmp_path / "kopia").mkdir()
    shared = store_at(tmp_path / "kopia")
    assert shared.history(ID)[-1].actor == "redigerad utanför programmet"
    assert shared.verify(ID) == () and read_library(tmp_path / "kopia").dossier(ID)
    assert any("halv" in each.file for each in read_library(tmp_path / "kopia").problems)


def test_what_lies_unsettled_in_the_database_becomes_a_version_of_it(
    lived_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a file that somebody has put there past the program: it is a version, and for all."""
    address = database().address()
    moved = ["store", "copy", "--from", "files", "--to", address, "--data", str(lived_in)]
    assert main(moved) == 0
    monkeypatch.setenv(STORE, address)
    path = f"evaluations/{ID}/answers/anna.yaml"
    raw = (lived_in / path).read_bytes().replace(b"Svar 59.", "För hand.".encode())
    target = address_in(address)
    with psycopg.connect(target.told, autocommit=True) as admin:
        admin.execute(f"SET search_path TO {target.schema}")
        admin.execute("DELETE FROM part WHERE path = %s", (path,))
        row = (path, raw)
        admin.execute("INSERT INTO part SELECT %s, 0, %s, max(number) FROM revision", row)
        hashed = "UPDATE file SET sha256 = sha256(%s), size = length(%s) WHERE path = %s"
        admin.execute(hashed, (raw, raw, path))
    for name in ("ett", "tva"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(tmp_path / name))
        shared = store_at(tmp_path / name)
        assert shared.history(ID)[-1].actor == "redigerad utanför programmet"
        assert len(shared.history(ID)) == len(YamlStore(lived_in).history(ID)) + 1
        assert shared.verify(ID) == ()


def test_a_backup_of_a_shared_folder_is_of_the_database(
    lived_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, copy = database().address(), tmp_path / "kopia"
    moved = ["store", "copy", "--from", "files", "--to", address, "--data", str(lived_in)]
    assert main(moved) == 0
    copy.mkdir()
    monkeypatch.setenv(STORE, address)
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(copy))
    saved = tmp_path / "kopia.zip"
    assert main(["backup", "-o", str(saved)]) == 0
    assert main(["restore", str(saved), "--to", str(tmp_path / "ny")]) == 0
    assert kept(tmp_path / "ny") == kept(lived_in)
    monkeypatch.setenv(STORE, "postgresql:///x?host=/nej")
    assert main(["backup", "-o", str(tmp_path / "tom.zip")]) == 1
    assert not (tmp_path / "tom.zip").exists()


def test_a_folder_with_rights_is_moved_by_its_administrator_with_all_that_is_hidden(
    tmp_path: Path, capsys
) -> None:
    folder, back, address = tmp_path / "data", tmp_path / "tillbaka", database().address()
    guarded_folder(folder)
    (folder / "names.yaml").write_text("schema: 1\npeople: []\n", "utf-8")
    before = kept(folder)
    moved = ["store", "copy", "--from", "files", "--to", address, "--data", str(folder)]
    assert main(moved) == 1 and main([*moved, "--as", "ledamot@kommunen.se"]) == 1
    assert main([*moved, "--as", AT_THE_MACHINE.email]) == 0
    returned = ["store", "copy", "--from", address, "--to", "files", "--data", str(back)]
    assert main(returned) == 0 and kept(back) == before and "access.yaml" in before


def test_what_a_system_leaves_in_the_folder_is_none_of_the_copys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container's user has its home there."""
    monkeypatch.setenv(STORE, database().address())
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(tmp_path))
    (tmp_path / ".streamlit").mkdir()
    left = tmp_path / ".streamlit" / "machine_id"
    left.write_text("x", "utf-8")
    assert read_library(tmp_path).empty and left.read_text("utf-8") == "x"
