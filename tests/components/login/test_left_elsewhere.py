"""Who signs out on one server is out on the others: two registers on one real database."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from components.login import left_elsewhere
from components.login.left_elsewhere import share_sign_outs
from components.shell.sessions import Session, Sessions
from natverkskollen.model.principal import Principal
from natverkskollen.store import Failed
from natverkskollen.store.sign_outs import SignOuts
from tests.building.replicas import replica_in
from tests.database import Database, database

LONGEST = timedelta(hours=10)
ANNA = Principal("https://login.example.org", "anna", "Anna Ås", "anna@kommunen.se", frozenset())


def test_a_session_left_on_one_server_is_refused_on_the_other(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(left_elsewhere, "EACH", 0.02)
    address = database().address()
    here, there = (_server(tmp_path / name, address, monkeypatch) for name in ("ett", "tva"))
    assert isinstance(there.standing("kaka"), Session)
    here.leave("kaka")
    _until(lambda: there.standing("kaka") == "left")
    assert isinstance(there.standing("en annan"), Session)
    late = _server(tmp_path / "tre", address, monkeypatch)
    assert late.standing("kaka") == "left"  # from its first moment


def test_who_signs_in_anew_at_the_proxy_and_leaves_again_is_out_again(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(left_elsewhere, "EACH", 0.02)
    address = database().address()
    here, there = (_server(tmp_path / name, address, monkeypatch) for name in ("ett", "tva"))
    here.leave("kaka")
    _until(lambda: there.standing("kaka") == "left")
    for server in (here, there):
        server.enter(_session("kaka"), renew=True)
    assert isinstance(here.standing("kaka"), Session)
    here.leave("kaka")  # at once: the servers may not have spoken since it was left before
    _until(lambda: there.standing("kaka") == "left")


def test_what_could_not_be_told_is_told_when_the_database_answers_again(tmp_path: Path) -> None:
    served = Database()
    try:
        address = served.address()
        one, other = (SignOuts(replica_in(tmp_path / n, address), LONGEST) for n in ("ett", "tva"))
        assert one.exchange(frozenset()) == other.exchange(frozenset()) == frozenset()
        served.kill()
        left = frozenset({("kaka", datetime.now(UTC))})
        assert isinstance(one.exchange(left), Failed)
        served.start()
        _until(lambda: one.exchange(left) == frozenset())
        assert other.exchange(frozenset()) == {"kaka"}
    finally:
        served.stop()


def test_a_server_with_files_of_its_own_shares_with_nobody(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("NATVERKSKOLLEN_DATA", str(tmp_path))
    monkeypatch.setattr(left_elsewhere, "Thread", None)  # would be called
    share_sign_outs(_entered(), LONGEST)


def _server(folder: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> Sessions:
    replica = replica_in(folder, address)
    monkeypatch.setattr(left_elsewhere, "replica_at", lambda _: replica)
    sessions = _entered()
    share_sign_outs(sessions, LONGEST)
    return sessions


def _entered() -> Sessions:
    sessions = Sessions(timedelta(minutes=45), LONGEST)
    for key in ("kaka", "en annan"):
        sessions.enter(_session(key))
    return sessions


def _session(key: str) -> Session:
    return Session(key, ANNA, datetime.now(UTC))


def _until(true) -> None:
    for _ in range(1000):
        if true():
            return
        time.sleep(0.02)
    raise AssertionError("it has not come in twenty seconds")
