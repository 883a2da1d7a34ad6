"""Every store against a plain model: whatever is done, in whatever order, nothing is lost."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from natverkskollen.dossier.file_reading import EVALUATION
from natverkskollen.model.access import Grant, Rights
from natverkskollen.model.principal import Principal
from natverkskollen.store import (
    BY_HAND,
    UNSEEN,
    Change,
    Conflict,
    Entry,
    Failed,
    Merged,
    Saved,
    Store,
    YamlStore,
    disk,
)
from natverkskollen.store.files import read_state
from natverkskollen.store.guarded import GuardedStore
from natverkskollen.store.plain_data import state_hash
from tests.building.folders import (
    ID,
    evaluation_folder,
    field,
    memory_store,
    small_folder,
    start_data,
    strays,
)
from tests.building.replicas import filled, replica_in, store_of
from tests.database import database
from tests.robust.faults import FaultyOs, faulty
from tests.thorough import FULL

PLACES = [("anna", "norr", "bredd"), ("anna", "soder", "djup"), ("bo-1", "norr", "bredd")]
VALUES = {
    "score": st.sampled_from([1, 2, 5, None]),
    "rationale": st.sampled_from(["Å.", "Därför: ja", "Två\nrader", None]),
    "grade": st.sampled_from(["A", "C", None]),
    "not_applicable": st.sampled_from([True, None]),
}
FIELDS = [field(name, *place) for place in PLACES for name in VALUES]
A_CHANGE = st.sampled_from(FIELDS).flatmap(lambda path: st.tuples(st.just(path), VALUES[path[-1]]))


class StoreMachine(RuleBasedStateMachine):
    """Saves by people who saw different versions, crashes, hand edits, restores and deletions."""

    kind = "yaml"

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.folder = small_folder(self.place)
        self.whole = start_data(self.folder)["evaluation"]
        self.store = self.begun()
        self.now = {field("score"): 3, field("grade"): "C"}
        self.now[field("rationale")] = "Så var det från början."
        version = self.store.get(ID).version
        self.states = {version: dict(self.now)}
        self.told: dict[str, tuple] = {}
        self.keys = 0

    def begun(self) -> Store:
        """The store, with the small evaluation in it."""
        return YamlStore(self.folder)

    def teardown(self) -> None:
        if hasattr(self, "place"):
            shutil.rmtree(self.place)

    def note(self, outcome, path, value) -> None:
        """The model after an outcome."""
        if isinstance(outcome, Saved | Merged):
            self.now = {**self.now, path: value}
            self.now = {p: v for p, v in self.now.items() if v is not None}
        if not isinstance(outcome, Failed):
            self.sync()

    def sync(self) -> None:
        """Versions the model has not seen yet had no other changes than those it knows."""
        latest = self.store.get(ID).version
        for version in range(max(self.states) + 1, latest):
            self.states.setdefault(version, self.states[max(self.states)])
        self.states[latest] = dict(self.now)

    def valid(self, state) -> bool:
        """Whether every answer in a state may stand in a file."""
        for place in PLACES:
            given = {name: state.get(field(name, *place)) for name in VALUES}
            if given["not_applicable"] and (given["score"] or not given["rationale"]):
                return False
        return True

    @rule(change=A_CHANGE, data=st.data())
    def save(self, change, data) -> None:
        """A save by somebody who saw any version, now and then the latest."""
        path, value = change
        latest = max(self.states)
        base = data.draw(st.sampled_from(sorted({*self.states, latest})[-6:]))
        seen, there = self.states[base].get(path), self.now.get(path)
        self.keys += 1
        key = f"nyckel-{self.keys}"
        told = self.store.save(ID, base, [Change(path, seen, value)], "anna", key)
        if there == value:
            assert isinstance(told, Saved), told
            return
        after = {**self.now, path: value}
        if there != seen:
            assert isinstance(told, Conflict), told
            assert [(c.path, c.mine, c.theirs) for c in told.clashes] == [(path, value, there)]
        elif self.valid(after):
            others = any(s != self.states[base] for v, s in self.states.items() if v > base)
            assert isinstance(told, Merged) or not others, told
        else:
            assert isinstance(told, Failed | Conflict), told
            answer = [p for p in {*self.now, *self.states[base]} if p[:4] == path[:4]]
            shared = any(self.states[base].get(p) != self.now.get(p) for p in answer)
            assert isinstance(told, Conflict) == shared, told
        self.told[key] = (base, Change(path, seen, value), told)
        self.note(told, path, value)

    @rule(change=A_CHANGE)
    def save_unseen(self, change) -> None:
        """A tab that does not know what it saw can confirm, never overwrite."""
        path, value = change
        self.keys += 1
        there = self.now.get(path)
        changes = [Change(path, UNSEEN, value)]
        told = self.store.save(ID, max(self.states), changes, "flik", f"u-{self.keys}")
        assert isinstance(told, Saved if there == value else Conflict)
        self.note(told, path, there)

    @precondition(lambda self: self.told)
    @rule(data=st.data())
    def retry(self, data) -> None:
        """The same key gives the first outcome and leaves no second line."""
        key = data.draw(st.sampled_from(sorted(self.told)))
        base, change, first = self.told[key]
        if isinstance(first, Failed):
            return
        length = len(self.store.history(ID))
        assert self.store.save(ID, base, [change], "anna", key) == first
        assert len(self.store.history(ID)) == length

    @rule(data=st.data())
    def restore(self, data) -> None:
        """An earlier version becomes a new one; no version disappears."""
        version = data.draw(st.sampled_from(sorted(self.states)))
        told = self.store.restore(ID, version, "anna")
        assert isinstance(told, Saved), told
        self.now = dict(self.states[version])
        self.sync()

    @rule()
    def delete_and_bring_back(self) -> None:
        """What was put aside is there again with its whole history, told by who did what."""
        before = self.store.history(ID)
        latest = max(self.states)
        assert self.store.deleted(ID) is None or isinstance(before, tuple)
        assert isinstance(self.store.bring_back(ID, "bo"), Failed)  # it is not gone
        assert isinstance(self.store.delete(ID, latest, "anna"), Saved)
        gone = self.store.deleted(ID)
        assert (gone.kind, gone.actor) == ("delete", "anna")
        assert isinstance(self.store.bring_back(ID, "bo"), Saved)
        after = self.store.history(ID)
        assert after[: len(before)] == before
        assert [each.actor for each in after[-2:]] == ["anna", "bo"]
        assert self.store.verify(ID) == ()
        self.sync()

    @rule()
    def delete_and_create_again(self) -> None:
        """A deleted evaluation is gone from the list; a new one begins a history of its own."""
        assert isinstance(self.store.delete(ID, max(self.states), "anna"), Saved)
        assert isinstance(self.store.get(ID), Failed)
        assert isinstance(self.store.history(ID), Failed)
        whole = Change(("evaluation",), None, self.whole)
        assert self.store.save(ID, 0, [whole], "anna", "ny") == Saved(1)
        self.now, self.states, self.told = {}, {1: {}}, {}

    @precondition(lambda self: self.kind == "yaml" and field("rationale") in self.now)
    @rule(words=st.sampled_from(["För hand.", "En annan hand."]))
    def edit_by_hand(self, words) -> None:
        """What a person writes in the file becomes a version of its own."""
        path = evaluation_folder(self.folder) / "answers" / "anna.yaml"
        state, _ = read_state({"answers/anna.yaml": path.read_bytes()}, ID)
        state["answers"]["anna"]["norr"]["bredd"]["rationale"] = words
        rows = ["schema: 1", "assessor: anna", f"answers: {_flow(state['answers']['anna'])}", ""]
        path.write_text("\n".join(rows), encoding="utf-8")
        if self.now[field("rationale")] != words and self.store.history(ID):
            assert self.store.history(ID)[-1].actor == BY_HAND
        self.now[field("rationale")] = words
        self.sync()

    @precondition(lambda self: self.kind == "yaml")
    @rule(change=A_CHANGE, at=st.integers(1, 60), half=st.booleans())
    def crash(self, change, at, half) -> None:
        """Death at any call of a save: the old state or the new, and a new process finds which."""
        path, value = change
        after = {p: v for p, v in {**self.now, path: value}.items() if v is not None}
        if not self.valid(after):
            return
        told = None
        self.keys += 1
        changes = [Change(path, self.now.get(path), value)]
        with faulty(at=at, half=half):
            told = self.store.save(ID, max(self.states), changes, "anna", f"k-{self.keys}")
        self.store = YamlStore(self.folder)
        found = _fields(self.store.get(ID).data)
        assert found == after or (found == self.now and told is None)
        self.now = found
        self.sync()

    @invariant()
    def holds(self) -> None:
        """The store says what the model says, and its history bears it out."""
        if not hasattr(self, "store"):
            return
        found = self.store.get(ID)
        assert _fields(found.data) == self.now
        assert self.store.verify(ID) == ()
        versions = [entry.version for entry in self.store.history(ID)]
        assert versions == list(range(1, found.version + 1))
        assert state_hash(self.store.at(ID, found.version).data) == found.hash
        some = sorted(self.states)[:: max(1, len(self.states) // 5)]
        for version in some:
            assert _fields(self.store.at(ID, version).data) == self.states[version], version
        if self.kind == "yaml":
            assert strays(self.folder) == []
            folder = evaluation_folder(self.folder)
            names = [p.relative_to(folder).as_posix() for p in folder.rglob("*.yaml")]
            assert EVALUATION in names
            raws = {name: (folder / name).read_bytes() for name in names}
            assert state_hash(read_state(raws, ID)[0]) == found.hash


def _fields(data) -> dict:
    return {
        ("answers", a, n, c, name): value
        for a, networks in data.get("answers", {}).items()
        for n, given in networks.items()
        for c, answer in given.items()
        for name, value in answer.items()
    }


def _flow(value) -> str:
    """Plain data as a YAML of another look than the program's own."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else '"' + value.replace("\n", "\\n") + '"'


class MemoryMachine(StoreMachine):
    """The same on the store in memory."""

    kind = "memory"

    def begun(self) -> Store:
        return memory_store(self.folder)


class GuardedMachine(MemoryMachine):
    """The same as a person has it who may do everything in it: nothing is lost on the way."""

    def begun(self) -> Store:
        grants = [Grant(role="admin", group="alla")]
        grants += [Grant(role="assessor", assessor=a, group="alla") for a in ("anna", "bo-1")]
        who = Principal("https://a.se", "1", "Alla", "", frozenset({"alla"}))
        guarded = GuardedStore(super().begun(), self.folder, who, Rights(tuple(grants)))
        return cast(Store, _Signing(guarded))


class _Signing:
    """A guarded store whose history says who as the others do: by the words given alone."""

    def __init__(self, kept: GuardedStore):
        self._kept = kept

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._kept, name)
        at = {"save": 3, "restore": 2, "delete": 2, "bring_back": 1}.get(name)

        def called(*given: Any) -> Any:
            said = [f"{each}!" if at == place else each for place, each in enumerate(given)]
            told = found(*said)
            if isinstance(told, tuple) and told and isinstance(told[0], Entry):
                return tuple(map(_said, told))
            return _said(told) if isinstance(told, Entry) else told

        return called if callable(found) else found


def _said(entry: Entry) -> Entry:
    return replace(entry, actor=entry.actor.removeprefix("Alla, ").removesuffix("!"))


class DatabaseMachine(StoreMachine):
    """The same on two servers with one database: now the one is asked, now the other."""

    kind = "database"

    def begun(self) -> Store:
        self.address, self.turn = database().address(), 0
        self.servers = [replica_in(self.place / name, self.address) for name in "ab"]
        self.stores = [store_of(filled(self.servers[0])), store_of(self.servers[1])]
        return self.stores[0]

    def __getattribute__(self, name: str) -> Any:
        if name == "store" and self.__dict__.get("stores"):
            self.turn += 1
            return self.stores[self.turn // 2 % 2]
        return super().__getattribute__(name)

    @rule(number=st.integers(0, 1))
    def lose_a_server(self, number) -> None:
        """A server that has lost all it had is as any other as soon as it is asked."""
        self.servers[number] = replica_in(self.place / f"c{self.turn}", self.address)
        self.stores[number] = store_of(self.servers[number])

    @rule(number=st.integers(0, 1), words=st.sampled_from(["", "trasig: [", "\n"]))
    def damage_a_copy(self, number, words) -> None:
        """What somebody does to the files of a copy is no version, and is gone again."""
        folder = evaluation_folder(self.servers[number].folder)
        before = self.store.history(ID)
        for path in sorted(folder.rglob("*.*"))[:2]:
            path.write_text(path.read_text("utf-8") + words if words else "", "utf-8")
        assert self.stores[number].selftest() == ()
        assert self.stores[number].history(ID) == before


@pytest.mark.parametrize("machine", [StoreMachine, MemoryMachine, GuardedMachine, DatabaseMachine])
def test_the_store_keeps_its_promises(machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "os", FaultyOs())  # no waiting for the disk
    slow = machine is DatabaseMachine  # each step asks a database some ten times
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=(60 if slow else 200) if FULL else (3 if slow else 8),
            stateful_step_count=20 if slow and not FULL else 30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
