"""A network's reply is saved while it is the network's to give, and over nobody else's words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from natverkskollen.editing.membership_entry import taken_out
from natverkskollen.model.reply import ReplyItem
from natverkskollen.store import Change, Failed, Saved, YamlStore, read_library
from natverkskollen.store.own_fact_check import own_fact_checks, save_reply
from tests.building.rights import OWN, PEOPLE, guarded_folder

NETWORK = PEOPLE["nätverk"]
COMMENT = ReplyItem(criterion="bredd", reply="comment", text="Vi har fler medlemmar.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return guarded_folder(tmp_path)


def reply(folder: Path, asked, item: ReplyItem = COMMENT, seen: ReplyItem | None = None, key="k"):
    return save_reply(folder, NETWORK, asked, seen, item, key)


def replies(folder: Path) -> tuple:
    return YamlStore(folder).get(OWN).data["evaluation"].get("replies", ())


def change(folder: Path, key: str, old: object, new: object) -> None:
    changes = [Change(("evaluation", key), old, new)]
    assert isinstance(YamlStore(folder).save(OWN, None, changes, "raw", key), Saved)


def test_a_reply_waits_for_nobody_and_is_the_networks_alone(folder: Path) -> None:
    (asked,) = own_fact_checks(folder, NETWORK)
    assert isinstance(reply(folder, asked), Saved)
    ((found,),) = [each["items"] for each in replies(folder) if each["network"] == "norr"]
    assert found["text"] == COMMENT.text
    for who in ("läsare", "bedömaren Bo", "administratör", "okänd"):
        assert isinstance(save_reply(folder, PEOPLE[who], asked, None, COMMENT, who), Failed)


def test_an_open_page_saves_nothing_in_a_case_that_has_ended(folder: Path) -> None:
    (asked,) = own_fact_checks(folder, NETWORK)
    change(folder, "status", "draft", "final")
    told = reply(folder, asked)
    assert isinstance(told, Failed) and told.what == "ärendet är avslutat"
    (now,) = own_fact_checks(folder, NETWORK)
    assert not now.open and replies(folder) == ()


def test_an_open_page_saves_nothing_when_the_network_is_no_longer_evaluated(folder: Path) -> None:
    (asked,) = own_fact_checks(folder, NETWORK)
    dossier = read_library(folder, PEOPLE["administratör"]).dossier(OWN)
    out = taken_out(dossier, "norr", "Anna", date(2026, 11, 1))
    assert isinstance(YamlStore(folder).save(OWN, None, out, "raw", "ut"), Saved)
    told = reply(folder, asked)
    assert isinstance(told, Failed) and told.what == "du har inte rätt att ändra det här"
    assert replies(folder) == () and own_fact_checks(folder, NETWORK) == ()


def test_a_colleagues_reply_is_not_written_over_unseen(folder: Path) -> None:
    (asked,) = own_fact_checks(folder, NETWORK)
    reply(folder, asked)
    other = COMMENT.model_copy(update={"text": "Något annat."})
    told = reply(folder, asked, other, key="k2")
    assert isinstance(told, Failed) and "har ändrat svaret" in told.what
    assert isinstance(reply(folder, asked, other, seen=COMMENT, key="k3"), Saved)
    assert replies(folder)[0]["items"][0]["text"] == "Något annat."
