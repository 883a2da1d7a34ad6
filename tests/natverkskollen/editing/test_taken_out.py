"""A network taken out of an evaluation does not count, loses nothing, and comes back whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.set_aside_words import given_words, why_words
from natverkskollen.dossier.network_use import missed
from natverkskollen.editing.membership_entry import added, taken_out
from natverkskollen.editing.next_round import next_round
from natverkskollen.editing.typed import Unclear
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.result_json import result_json
from natverkskollen.store import Change, Failed, Saved, read_library, store_at
from natverkskollen.store.plain_data import plain
from tests.building.folders import ID, small_folder

DAY = date(2026, 11, 27)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path)


def dossier(folder: Path):
    return read_library(folder).dossier(ID)


def out(folder: Path, network: str = "norr") -> None:
    changes = taken_out(dossier(folder), network, "Handläggaren", DAY)
    assert isinstance(store_at(folder).save(ID, None, changes, "handläggaren", ""), Saved)


def back(folder: Path, network: str = "norr") -> None:
    changes = added(plain(dossier(folder).evaluation), network, True)
    assert isinstance(store_at(folder).save(ID, None, changes, "handläggaren", ""), Saved)


def test_its_answers_are_kept_and_do_not_count(folder: Path) -> None:
    sheet = (folder / "evaluations" / ID / "answers" / "anna.yaml").read_bytes()
    out(folder)
    found = dossier(folder)
    assert [each.network for each in found.evaluation.memberships] == ["soder"]
    assert all("norr" not in sheet.answers for sheet in found.sheets.values())
    assert [each.network.id for each in evaluate(found).networks] == ["soder"]
    (kept,) = found.kept_of("norr")
    assert (kept.criterion, given_words(kept)) == ("bredd", "3 – c")
    assert why_words(kept).startswith("Nätverket är uttaget ur utvärderingen.")
    assert found.called("norr") == "norr" and found.own_aside("anna") == (kept,)
    assert "Så var det från början." in answers_csv(found).decode("utf-8-sig")
    assert (folder / "evaluations" / ID / "answers" / "anna.yaml").read_bytes() == sheet
    assert read_library(folder).problems == ()


def test_put_back_it_counts_as_before_with_all_that_was_filled_in(folder: Path) -> None:
    store, path = store_at(folder), ("evaluation", "memberships")
    now = store.get(ID).data["evaluation"]["memberships"]
    filled = {"network": "norr", "since": 1996, "seats": ("Ledamot i styrelsen",)}
    store.save(ID, None, [Change(path, now, (filled, now[1]))], "anna", "")
    reply = {"network": "norr", "date": "2026-11-01"}
    store.save(ID, None, [Change(("evaluation", "replies"), None, (reply,))], "anna", "")
    before = dossier(folder)
    out(folder)
    assert dossier(folder).evaluation.replies == ()
    back(folder)
    after = dossier(folder)
    assert after.evaluation.membership("norr") == before.evaluation.membership("norr")
    assert after.evaluation.replies == before.evaluation.replies
    assert after.sheets == before.sheets and after.evaluation.taken_out == ()
    mine, theirs = result_json(evaluate(before)), result_json(evaluate(after))
    assert sorted(map(repr, mine["networks"])) == sorted(map(repr, theirs["networks"]))


def test_it_comes_back_also_by_the_history(folder: Path) -> None:
    before = dossier(folder)
    version = store_at(folder).get(ID).version
    out(folder)
    assert isinstance(store_at(folder).restore(ID, version or 1, "anna"), Saved)
    assert dossier(folder).evaluation == before.evaluation
    assert dossier(folder).sheets == before.sheets


def test_the_evaluation_opens_when_the_networks_file_is_gone(folder: Path) -> None:
    out(folder)
    (folder / "networks" / "norr.yaml").unlink()
    found = dossier(folder)
    assert len(found.kept_of("norr")) == 1
    changes = added(plain(found.evaluation), "norr", True)
    told = store_at(folder).save(ID, None, changes, "anna", "")
    assert isinstance(told, Failed) and "nätverket 'norr' finns inte" in told.what


def test_the_last_network_and_one_with_a_proposal_are_not_taken_out(folder: Path) -> None:
    out(folder)
    with pytest.raises(Unclear, match="minst ett nätverk"):
        taken_out(dossier(folder), "soder", "H", DAY)
    decision = {"network": "soder", "outcome": "continue", "body": "Kommunstyrelsen"}
    path = ("evaluation", "decisions")
    back(folder)
    saved = store_at(folder).save(ID, None, [Change(path, None, (decision,))], "anna", "")
    assert isinstance(saved, Saved)
    with pytest.raises(Unclear, match="förslag till beslut"):
        taken_out(dossier(folder), "soder", "H", DAY)


def test_a_final_evaluation_refuses_both_ways(folder: Path) -> None:
    changes = taken_out(dossier(folder), "norr", "H", DAY)
    store = store_at(folder)
    store.save(ID, None, [Change(("evaluation", "status"), "draft", "final")], "anna", "")
    told = store.save(ID, None, changes, "anna", "")
    assert isinstance(told, Failed) and "färdigställd och låst" in told.what


def test_a_network_cannot_be_both_in_and_out(folder: Path) -> None:
    out(folder)
    path = folder / "evaluations" / ID / "evaluation.yaml"
    path.write_text(
        path.read_text("utf-8").replace("- network: soder", "- network: norr", 1), "utf-8"
    )
    (problem, *_) = read_library(folder).opened(ID)[1]
    assert "är uttaget och finns ändå en gång till" in problem.what


def test_a_new_round_begins_without_what_was_taken_out(folder: Path) -> None:
    out(folder)
    library = read_library(folder)
    criteria = library.criteria["litet"]
    next_round(store_at(folder), ID, "liten-2", "Nästa", date(2028, 1, 1), criteria, "anna")
    following = read_library(folder).dossier("liten-2")
    assert following.evaluation.taken_out == () and following.aside == ()


def test_what_a_kept_reply_points_at_is_not_taken_away_meanwhile(folder: Path) -> None:
    """Otherwise the network could not be put back."""
    path = folder / "networks" / "norr.yaml"
    source = "{document: d, place: s, quote: q}"
    fact = f"\n  - {{id: a, label: A, value: 1, as_of: 2025-12-31, source: {source}}}"
    text = path.read_text("utf-8").replace("facts: []", f"facts:{fact}")
    documents = "documents:\n  - {id: d, title: D, note: pärm}"
    path.write_text(text.replace("documents: []", documents), "utf-8")
    network = read_library(folder).networks["norr"]
    store = store_at(folder)
    reply = {"network": "norr", "date": "2026-11-01", "items": ({"fact": "a", "reply": "agree"},)}
    store.save(ID, None, [Change(("evaluation", "replies"), None, (reply,))], "anna", "")
    out(folder)
    assert not read_library(folder).dossier(ID).evaluation.replies
    left = network.model_copy(update={"facts": network.facts[1:]})
    assert "Det används i" in missed(read_library(folder), network, left)
