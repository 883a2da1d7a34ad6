"""Death and every I/O error at every call of a save: nothing acknowledged is lost, nothing torn."""

from __future__ import annotations

import errno
import itertools
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.migration import go_over
from natverkskollen.store import (
    Change,
    Conflict,
    Failed,
    Merged,
    Saved,
    SaveOutcome,
    YamlStore,
    disk,
    read_library,
)
from natverkskollen.store.files import read_state
from natverkskollen.store.plain_data import state_hash
from tests.building.folders import (
    ID,
    evaluation_folder,
    field,
    journal_path,
    put,
    small_folder,
    start_data,
    strays,
)
from tests.robust.faults import FaultyOs, faulty
from tests.thorough import FULL

SCORE, TEXT = field("score"), field("rationale")
OTHER = field("rationale", "bo-1", "soder", "djup")
WHOLE: dict = {}


def _saved(store: YamlStore, changes: list[Change], actor: str = "anna") -> SaveOutcome:
    found = store.get(ID)
    if isinstance(found, Failed):
        return found
    return store.save(ID, found.version, changes, actor, "nyckel")


def _save(store: YamlStore) -> SaveOutcome:
    changes = [Change(SCORE, 3, 5), Change(TEXT, "Så var det från början.", "Ny å text.")]
    return _saved(store, changes)


def _new_file(store: YamlStore) -> SaveOutcome:
    return _saved(store, [Change(OTHER, None, "Först.")], "bo-1")


def _two_files(store: YamlStore) -> SaveOutcome:
    changes = [Change(SCORE, 3, 4), Change(("evaluation", "title"), "En liten utvärdering", "Ny")]
    return _saved(store, changes)


def _conflict(store: YamlStore) -> SaveOutcome:
    return store.save(ID, 0, [Change(SCORE, 2, 5)], "anna", "nyckel")


def _create(store: YamlStore) -> SaveOutcome:
    whole = {**WHOLE, "id": "ny"}
    return store.save("ny", 0, [Change(("evaluation",), None, whole)], "anna", "nyckel")


def _nothing(folder: Path) -> None:
    pass


def _with_history(folder: Path) -> None:
    store = YamlStore(folder)
    assert isinstance(put(store, field("grade"), "B", "förut"), Saved)


def _by_hand(folder: Path) -> None:
    _with_history(folder)
    path = evaluation_folder(folder) / "evaluation.yaml"
    path.write_text(path.read_text("utf-8").replace("5000", "5001"), "utf-8")


def _revised(folder: Path) -> None:
    _with_history(folder)
    path = folder / "criteria" / "litet.yaml"
    text = path.read_text("utf-8").replace('revision: "1"', 'revision: "2"')
    path.write_text(
        text.replace("- id: bredd", "- id: vidd\n        earlier_ids: [bredd]"), "utf-8"
    )


def _go_over(store: YamlStore, key: str = "nyckel") -> SaveOutcome:
    found = store.get(ID)
    if isinstance(found, Failed):
        return found
    dossier = read_library(store.folder).dossier(ID)
    day = date(2026, 11, 21)
    return go_over(store, dossier, found.version, "anna", "Ny version", day, key)


def _restore(store: YamlStore) -> SaveOutcome:
    return store.restore(ID, 1, "anna", key="nyckel")


def _gone_over(folder: Path) -> None:
    """From criteria that nobody has kept, so that the way back takes a file away."""
    path = folder / "criteria" / "litet.yaml"
    path.write_text(path.read_text("utf-8").replace('revision: "1"', 'revision: "2"'), "utf-8")
    assert isinstance(_go_over(YamlStore(folder), "förut"), Saved)


CASES: dict[str, tuple[Callable[[Path], None], Callable[[YamlStore], SaveOutcome]]] = {
    "first save": (_nothing, _save),
    "later save": (_with_history, _save),
    "first answer of an assessor": (_with_history, _new_file),
    "two files": (_with_history, _two_files),
    "conflict": (_with_history, _conflict),
    "new evaluation": (_nothing, _create),
    "after a hand edit": (_by_hand, _save),
    "restore": (_with_history, _restore),
    "new revision of the criteria": (_revised, _go_over),
    "back from it": (_gone_over, _restore),
}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk in between either."""
    monkeypatch.setattr(disk, "os", FaultyOs())


class Trial:
    """The same start again and again, and what a fault leaves behind."""

    def __init__(self, case: str, place: Path):
        prepare, self.act = CASES[case]
        self.start = small_folder(place / "start")
        WHOLE.update(start_data(self.start)["evaluation"])
        prepare(self.start)
        self.place = place
        self.numbers = itertools.count()
        self.folder = self.again()
        self.before = self.states()
        self.folder = self.again()
        with faulty() as counted:
            self.told = self.act(YamlStore(self.folder))
        self.calls = list(counted.calls)
        self.after = self.states()

    def again(self) -> Path:
        """A fresh copy of the start."""
        shutil.rmtree(self.place / f"{next(self.numbers) - 1}", ignore_errors=True)
        folder = self.place / f"{next(self.numbers)}"
        shutil.copytree(self.start, folder)
        return folder

    def states(self) -> dict[str, str]:
        """The hash of every evaluation in the folder, as a new process sees it."""
        store = YamlStore(self.folder)
        found = {id_: store.get(id_) for id_ in (ID, "ny")}
        return {id_: v.hash for id_, v in found.items() if not isinstance(v, Failed)}

    def check(self, acknowledged: bool) -> None:
        """Old or new, never half; no stray files; the chain holds; a new try is the first one."""
        states = self.states()
        assert states == self.after or (states == self.before and not acknowledged)
        assert strays(self.folder) == []
        assert read_library(self.folder).problems == ()
        store = YamlStore(self.folder)
        for id_ in states:
            assert store.verify(id_) == ()
            self.check_replay(store, id_)
        told = self.act(YamlStore(self.folder))
        # Merged instead of Saved where what was done by hand became a version in between.
        assert isinstance(told, Conflict) == isinstance(self.told, Conflict), told
        assert not isinstance(told, Failed), told
        assert self.states() == self.after
        entries = YamlStore(self.folder).history(ID if "ny" not in self.after else "ny")
        assert sum(entry.key == "nyckel" for entry in entries) == 1

    def check_replay(self, store: YamlStore, id_: str) -> None:
        """The journal alone gives what the files say."""
        folder = self.folder / "evaluations" / id_
        names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")]
        said, problems = read_state({name: (folder / name).read_bytes() for name in names}, id_)
        assert problems == ()
        assert state_hash(said) == store.at(id_, store.get(id_).version).hash


_EVERY = 1 if FULL else 5


@pytest.mark.parametrize("case", CASES)
def test_death_at_every_call(case: str, tmp_path: Path, figures) -> None:
    trial = Trial(case, tmp_path)
    assert isinstance(trial.told, Saved | Merged | Conflict)
    calls = range(1 + len(case) % _EVERY, len(trial.calls) + 1, _EVERY)
    for at, half in itertools.product(calls, (False, True)):
        if half and trial.calls[at - 1] != "write":
            continue
        trial.folder = trial.again()
        told = None
        with faulty(at=at, half=half):
            told = trial.act(YamlStore(trial.folder))
        trial.check(acknowledged=told is not None)
        figures["deaths"] += 1


def test_death_while_the_first_death_is_put_right(tmp_path: Path, figures) -> None:
    trial = Trial("later save", tmp_path)
    for first in range(1, len(trial.calls) + 1, 1 if FULL else 9):
        for second in itertools.count(1):
            trial.folder = trial.again()
            with faulty(at=first, half=True):
                trial.act(YamlStore(trial.folder))
            with faulty(at=second, half=True) as broken:
                YamlStore(trial.folder).selftest()
            figures["deaths"] += 1
            assert YamlStore(trial.folder).selftest() == ()
            trial.check(acknowledged=False)
            if not broken.dead:
                break


ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE", "EDQUOT")
# In `make test` each call meets one of the six.
_APART = 1 if FULL else 6


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("case", CASES if FULL else ("first save", "two files"))
def test_every_error_at_every_call(case: str, error: str, tmp_path: Path, figures) -> None:
    trial = Trial(case, tmp_path)
    for at in range(1 + ERRORS.index(error) % _APART, len(trial.calls) + 1, _APART):
        trial.folder = trial.again()
        with faulty(at=at, error=getattr(errno, error), half=True):
            told = trial.act(YamlStore(trial.folder))
        if isinstance(told, Failed):
            assert told.what and told.remedy and "Errno" not in told.what
            assert any(word in told.what for word in _SWEDISH[error]), told.what
        figures["errors"] += 1
        if isinstance(told, Failed) and told.outcome == "no":
            assert trial.states() == trial.before
            assert "nyckel" not in _keys(trial.folder)
        trial.check(acknowledged=isinstance(told, Saved | Merged))


def test_an_error_that_lasts_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    before = {p: p.read_bytes() for p in evaluation_folder(folder).rglob("*.yaml")}
    store = YamlStore(folder)
    for name in ("open", "write", "fsync", "replace"):
        with faulty() as broken:
            broken.__dict__[name] = _full_disk
            told = _save(store)
        assert isinstance(told, Failed), name
        assert {p: p.read_bytes() for p in before} == before
    assert not journal_path(folder).exists() or journal_path(folder).read_bytes() == b""
    assert isinstance(_save(store), Saved)


def _full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _keys(folder: Path) -> set[str]:
    found = YamlStore(folder).history(ID)
    return {entry.key for entry in found} if isinstance(found, tuple) else set()


_SWEDISH = {
    "ENOSPC": ("disken är full",),
    "EIO": ("disken svarar med fel",),
    "EROFS": ("disken är skrivskyddad",),
    "EACCES": ("du får inte",),
    "EMFILE": ("för många filer är öppna",),
    "EDQUOT": ("din del av disken är full",),
}
