"""The life of an evaluation, on both stores: created, made final, opened again, repeated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.lifecycle import finalise, reopen
from natverkskollen.editing.new_evaluation import create, new_evaluation
from natverkskollen.editing.next_round import next_round
from natverkskollen.editing.round_changes import changed_since
from natverkskollen.editing.sealing import seal_holds
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.case import Case
from natverkskollen.model.membership import Membership
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.weighting import Weighting
from natverkskollen.store import Change, Failed, Saved, YamlStore, read_library
from tests.building.folders import ID, field, memory_store, put

DAY = date(2026, 11, 21)


@pytest.fixture(params=["yaml", "memory"])
def store(request, folder: Path):
    return YamlStore(folder) if request.param == "yaml" else memory_store(folder)


@pytest.fixture
def criteria(folder: Path):
    return read_library(folder).criteria["litet"]


def new(criteria, id_: str = "arsta-2026", networks=("norr", "soder")) -> dict:
    return new_evaluation(
        id_,
        "Årsta 2026",
        Municipality(name="Årsta", inhabitants=900, as_of=date(2025, 12, 31)),
        Case(date=DAY, body="Kommunstyrelsen"),
        [Membership(network=network) for network in networks],
        criteria,
        [Assessor(id="cia", role="Klimatstrateg")],
        Weighting(),
    )


def test_a_new_evaluation_reads_without_a_problem(folder: Path, store, criteria) -> None:
    assert create(store, new(criteria), "cia", "k") == Saved(1)
    assert create(store, new(criteria), "cia", "k") == Saved(1), "the same key, the same outcome"
    told = create(store, new(criteria), "cia", "annan")
    assert isinstance(told, Failed) and "finns redan" in told.what
    assert len(store.history("arsta-2026")) == 1
    if isinstance(store, YamlStore):
        assert read_library(folder).problems == ()
        assert read_library(folder).dossier("arsta-2026").evaluation.title == "Årsta 2026"


@pytest.mark.parametrize("networks", [(), ("finns-inte",), ("norr", "norr")])
def test_a_new_evaluation_that_could_not_be_opened_is_refused(store, criteria, networks) -> None:
    told = create(store, new(criteria, networks=networks), "cia")
    assert isinstance(told, Failed) and told.remedy
    assert isinstance(store.get("arsta-2026"), Failed)


def test_a_final_evaluation_is_locked_sealed_and_can_be_reopened(store) -> None:
    put(store, field("score"), 4, "k1")
    version = store.get(ID).version
    assert finalise(store, ID, version, "Nämndsekreterare", DAY, "slut") == Saved(version + 1)
    assert finalise(store, ID, version, "Nämndsekreterare", DAY, "slut") == Saved(version + 1)
    final = store.get(ID).data
    assert final["evaluation"]["status"] == "final"
    assert final["evaluation"]["final"]["by"] == "Nämndsekreterare"
    assert seal_holds(final) is True
    assert isinstance(put(store, field("score"), 5, "k2"), Failed)
    assert isinstance(finalise(store, ID, version + 1, "x", DAY), Failed)
    assert isinstance(reopen(store, ID, version + 1, "Nämndsekreterare"), Saved)
    assert isinstance(put(store, field("score"), 5, "k3"), Saved)
    assert seal_holds(store.get(ID).data) is None
    assert store.at(ID, version + 1).data == final, "the final one stays in the history"


def test_what_others_changed_meanwhile_is_read_before_it_becomes_final(store) -> None:
    put(store, field("score"), 4, "k1")
    seen = store.get(ID).version
    put(store, field("score"), 2, "k2")
    told = finalise(store, ID, seen, "Nämndsekreterare", DAY)
    assert isinstance(told, Failed) and "har ändrats" in told.what
    assert store.get(ID).data["evaluation"]["status"] == "draft"


def test_a_final_file_edited_by_hand_no_longer_holds_its_seal(folder: Path) -> None:
    store = YamlStore(folder)
    put(store, field("score"), 4, "k1")
    finalise(store, ID, store.get(ID).version, "Nämndsekreterare", DAY)
    path = folder / "evaluations" / ID / "answers" / "anna.yaml"
    path.write_text(path.read_text("utf-8").replace("score: 4", "score: 5"), "utf-8")
    assert seal_holds(store.get(ID).data) is False


def test_the_next_round_offers_the_answers_of_the_last_without_taking_them(store, criteria) -> None:
    put(store, field("score", criterion="djup"), 2, "k1")
    told = next_round(store, ID, "liten-2", "Andra gången", DAY, criteria, "anna")
    assert told == Saved(1)
    old, now = store.get(ID).data, store.get("liten-2").data
    assert now["evaluation"]["previous"] == ID
    assert now["evaluation"]["case"]["date"] == "2026-11-21"
    assert "answers" not in now
    assert {c.state for c in changed_since(old, now, criteria)} == {"waiting"}
    changes = [
        Change(field("score"), None, 3),
        Change(field("rationale"), None, "Så var det från början."),
        Change(field("grade"), None, "C"),
        Change(field("score", criterion="djup"), None, 5),
        Change(field("score", "bo-1"), None, 1),
    ]
    assert isinstance(store.save("liten-2", 1, changes, "anna", "k"), Saved)
    found = changed_since(old, store.get("liten-2").data, criteria)
    states = {(c.assessor, c.criterion): c.state for c in found}
    assert states == {
        ("anna", "bredd"): "same",
        ("anna", "djup"): "changed",
        ("bo-1", "bredd"): "new",
    }
