"""A data folder read again: only what has changed, and everything that has."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier import file_reading
from natverkskollen.dossier.header import Header, header_of, read_header
from natverkskollen.files import file_cache
from natverkskollen.files.cache import Cache
from natverkskollen.files.file_cache import FileCache, stamp_of
from natverkskollen.files.reading import read_bytes, read_model
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import read_library
from tests import ROOT
from tests.building.folders import ID, evaluation_folder

BROKEN = ROOT / "tests" / "broken"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed, as they are."""
    names: list[str] = []
    parse = file_reading.read_raw
    monkeypatch.setattr(file_reading, "_CONTENT", Cache(512))  # nothing is known from other tests

    def noted(raw, name, model):
        names.append(name)
        return parse(raw, name, model)

    monkeypatch.setattr(file_reading, "read_raw", noted)
    return names


def edit(path: Path, old: str, new: str) -> None:
    """A change in place, as an editor that does not make a new file does it."""
    text = path.read_text("utf-8")
    assert old in text
    with path.open("r+", encoding="utf-8") as file:
        file.write(text.replace(old, new))
        file.truncate()


def sheet(folder: Path) -> Path:
    return evaluation_folder(folder) / "answers" / "anna.yaml"


def step(folder: Path) -> int:
    answer = read_library(folder).dossier(ID).sheets["anna"].answers["norr"]["bredd"]
    return int(answer.score)


# --- staleness --------------------------------------------------------------------------------


def test_edits_of_the_same_length_within_a_clock_tick_are_all_seen(folder: Path) -> None:
    """The same size, the same inode, and often the same time: only the bytes tell."""
    assert step(folder) == 3
    for turn in range(200):
        before, after = 3 + turn % 2, 4 - turn % 2
        edit(sheet(folder), f"score: {before}", f"score: {after}")
        assert step(folder) == after


def test_a_young_file_with_an_unchanged_stamp_is_compared_byte_by_byte(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk whose clock stands still for two seconds shows the worst case every time."""
    stamps: dict[Path, file_cache.Stamp] = {}
    real = file_cache.stamp_of
    monkeypatch.setattr(file_cache, "stamp_of", lambda p: stamps.setdefault(p, real(p)))
    assert step(folder) == 3
    edit(sheet(folder), "score: 3", "score: 5")
    assert step(folder) == 5


def test_an_old_file_is_trusted_by_its_stamp_alone(folder: Path, read: list[str]) -> None:
    reads = []

    def noted() -> bytes:
        reads.append(1)
        return read_bytes(path)

    path, cache = sheet(folder), FileCache(8)
    os.utime(path, (1, 1))
    for _ in range(3):
        cache.get(
            path, lambda: stamp_of(path), noted, len
        )  # the inode was touched just now: not yet
    assert len(reads) == 3, "the inode was touched just now: not yet"
    past = file_cache.time.time_ns() + 2 * file_cache.GRAIN
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_cache.time, "time_ns", lambda: past)
        for _ in range(3):
            cache.get(path, lambda: stamp_of(path), noted, len)
    assert len(reads) == 4, "read once more, and from then on trusted"


def test_a_file_with_its_time_set_back_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """rsync and unpacking programs keep the old time; the inode's own time gives them away."""
    monkeypatch.setattr(file_cache, "GRAIN", -(10**12))  # every stamp is trusted at once
    path = sheet(folder)
    os.utime(path, (1, 1))
    assert step(folder) == 3
    edit(path, "score: 3", "score: 5")
    os.utime(path, (1, 1))
    assert step(folder) == 5


def test_a_file_from_the_future_is_never_trusted_by_its_stamp(folder: Path) -> None:
    reads = []
    path, cache = sheet(folder), FileCache(8)
    os.utime(path, (4e9, 4e9))
    for _ in range(3):
        cache.get(path, lambda: stamp_of(path), lambda: reads.append(1) or b"x", bytes)
    assert len(reads) == 3, "the inode was touched just now: not yet"


def test_a_file_read_again_with_the_same_bytes_is_the_same_object(folder: Path) -> None:
    before = read_library(folder).dossier(ID)
    path = sheet(folder)
    path.write_bytes(path.read_bytes())
    assert read_library(folder).dossier(ID) is before, "and so every result kept for it still holds"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("criteria/litet.yaml", "keep_from: 60", "keep_from: 61"),
        ("networks/norr.yaml", "name: Nätverket norr", "name: Nätverket nord"),
        (f"evaluations/{ID}/evaluation.yaml", "name: Lillköping", "name: Storköping"),
        (f"evaluations/{ID}/answers/anna.yaml", "score: 3", "score: 4"),
    ],
)
def test_a_change_of_any_file_the_evaluation_rests_on_is_seen(folder, name, old, new) -> None:
    before = evaluate(read_library(folder).dossier(ID)).input_hash
    edit(folder / name, old, new)
    assert evaluate(read_library(folder).dossier(ID)).input_hash != before


def test_files_that_come_and_go_are_seen(folder: Path) -> None:
    assert read_library(folder).problems == ()
    other = sheet(folder).with_name("bo-1.yaml")
    other.write_text(sheet(folder).read_text("utf-8").replace("anna", "bo-1"), "utf-8")
    assert set(read_library(folder).dossier(ID).sheets) == {"anna", "bo-1"}
    other.unlink()
    assert set(read_library(folder).dossier(ID).sheets) == {"anna"}
    kept = (folder / "networks" / "norr.yaml").read_text("utf-8")
    (folder / "networks" / "norr.yaml").unlink()
    assert "nätverket 'norr' finns inte" in read_library(folder).problems[0].what
    (folder / "networks" / "norr.yaml").write_text(kept, "utf-8")
    assert read_library(folder).problems == ()
    shutil.rmtree(evaluation_folder(folder))
    assert read_library(folder).ids == ()


def test_a_broken_file_put_right_opens_at_once(folder: Path) -> None:
    path = evaluation_folder(folder) / "evaluation.yaml"
    edit(path, "schema: 1", "schema: x")
    found = read_library(folder)
    assert found.opened(ID)[0] is None and ID not in read_library(folder).headers
    edit(path, "schema: x", "schema: 1")
    assert ID in read_library(folder).headers
    assert read_library(folder).problems == ()


# --- only what is asked for -------------------------------------------------------------------


def test_opening_one_evaluation_reads_no_other(folder: Path, read: list[str]) -> None:
    for number in range(20):
        place = folder / "evaluations" / f"annan-{number}"
        shutil.copytree(evaluation_folder(folder), place)
        edit(place / "evaluation.yaml", f"id: {ID}\n", f"id: annan-{number}\n")
    found = read_library(folder)
    assert len(found.headers) == 21
    assert found.dossier(ID)
    assert {name for name in read if name.startswith("evaluations/")} == {
        f"evaluations/{ID}/evaluation.yaml",
        f"evaluations/{ID}/answers/anna.yaml",
    }
    assert [id_ for id_ in found.ids if found.is_read(id_)] == [ID]
    read.clear()
    assert len(found.dossiers) == 21 and len(read) == 40
    read.clear()
    assert len(read_library(folder).dossiers) == 21 and read == [], "nothing is read twice"


def full(path: Path) -> Header | None:
    model = read_model(path, path.name, Evaluation).model
    return header_of(model) if model else None


def test_a_header_says_what_the_whole_file_says() -> None:
    paths = [*ROOT.glob("evaluations/*/evaluation.yaml"), BROKEN / "valid" / "evaluation.yaml"]
    assert len(paths) >= 3
    for path in paths:
        assert read_header(path.read_bytes()) == full(path)


@pytest.mark.parametrize(
    "text",
    [
        'title: "Ärtan: 2026"\ncase: {date: 2026-11-01, body: Nämnden}\n',
        "# först\ntitle: >-\n  En titel på\n  två rader\nfictional: true\ncase:\n"
        "  assignment:\n    date: 2020-01-01\n    text: att\n  # dag\n  date: 2026-11-01  # nu\n",
        "\ufefftitle: A\r\ncase:\r\n    body: B\r\n    date: 2026-11-01\r\n",
    ],
)
def test_a_header_is_found_however_the_file_is_set(text: str) -> None:
    found = read_header(text.encode())
    assert found is not None
    assert found.day == date(2026, 11, 1)
    assert found.title in ("Ärtan: 2026", "En titel på två rader", "A")
    assert found.fictional == ("fictional" in text)


@pytest.mark.parametrize("path", sorted((BROKEN / "evaluation").iterdir()), ids=lambda p: p.stem)
def test_a_broken_evaluation_has_a_header_to_choose_or_is_read_whole(path: Path) -> None:
    found = read_header(path.read_bytes())
    assert found is None or (found.title and found.day), "never a guess and never a crash"


def test_what_is_no_text_at_all_has_no_header() -> None:
    for raw in (b"\xff\xfe\x00", b"title: [", b"title: 3\ncase: {date: 2026-11-01}", b"{}", b""):
        assert read_header(raw) is None


def test_an_empty_folder_is_no_mistake(tmp_path: Path) -> None:
    found = read_library(tmp_path)
    assert found.empty
    assert found.problems == ()
    (tmp_path / "evaluations" / "en").mkdir(parents=True)
    (tmp_path / "evaluations" / "en" / "evaluation.yaml").write_text("schema: 2", encoding="utf-8")
    assert not read_library(tmp_path).empty


def test_an_empty_folder_is_known_to_be_empty(tmp_path: Path, folder: Path) -> None:
    assert read_library(tmp_path / "finns-inte").empty
    assert not read_library(folder).empty
