"""The audit log outside the folder: what it holds, and how it tells of a history made anew."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.model.principal import Principal
from natverkskollen.store import Change, Failed, Saved, networks_at, store_at
from natverkskollen.store.audit_log import AuditLog, audit_log
from natverkskollen.store.journal import Journal
from natverkskollen.store.journal_line import Line, line_bytes
from tests.building.folders import ID as EVALUATION

PATH = ("evaluation", "title")
JOURNAL = f"evaluations/{EVALUATION}/history.jsonl"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "logg" / "granskning.jsonl"
    path.parent.mkdir()
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(path))
    return path


def rows(path: Path) -> list[dict]:
    return [json.loads(row) for row in path.read_text("utf-8").splitlines()]


def save(folder: Path, title: str, old: str | None = None):
    store = store_at(folder)
    seen = store.get(EVALUATION)
    before = old or seen.data["evaluation"]["title"]
    return store.save(EVALUATION, seen.version, [Change(PATH, before, title)], "Ekonom", title)


def verified(folder: Path, capsys, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["verify", *(words or ("--all",)), "--data", str(folder)])
    return code, capsys.readouterr().out


def test_each_version_is_logged_with_the_head_of_its_history_and_no_texts(folder, log) -> None:
    assert isinstance(save(folder, "Hemlig titel"), Saved)
    (row,) = rows(log)
    assert row["action"] == "save" and row["about"] == f"evaluations/{EVALUATION}"
    heads = store_at(folder).heads(EVALUATION)
    assert row["head"] == heads[row["version"] - 1] and row["person"] == "utan inloggning"
    assert "Hemlig" not in log.read_text("utf-8") and "Ekonom" not in log.read_text("utf-8")


def test_the_networks_are_logged_too(folder, log) -> None:
    store = networks_at(folder)
    seen = store.get("norr")
    name = seen.data["network"]["name"]
    change = Change(("network", "name"), name, "Ett annat namn")
    assert isinstance(store.save("norr", seen.version, [change], "Ekonom", "k"), Saved)
    assert rows(log)[-1]["about"] == "networks/norr"


def test_a_conflict_is_a_version_and_is_logged(folder, log) -> None:
    save(folder, "Ett")
    save(folder, "Två", old="Något annat")
    assert [row["version"] for row in rows(log)] == [2, 3]
    assert [row["head"] for row in rows(log)] == list(store_at(folder).heads(EVALUATION)[1:])


def test_what_holds_is_said_to_hold(folder, log, capsys) -> None:
    for number in range(3):
        save(folder, f"Titel {number}")
    code, said = verified(folder, capsys)
    assert code == 0 and "hel och stämmer" in said


def rewritten(folder: Path, after: int) -> None:
    """The history made anew with other words from a version on: every sum in it holds (A14)."""
    path = folder / JOURNAL
    lines = Journal().grown(path.read_bytes()).lines
    made: list[Line] = []
    for line in lines:
        changes = tuple(
            Change(c.path, c.old, f"{c.new}!") if line.seq > after else c for c in line.changes
        )
        told = {**line.__dict__, "changes": changes, "prev": made[-1].sha256 if made else "0" * 64}
        told = {k: v for k, v in told.items() if k in Line.__dataclass_fields__}
        raw = line_bytes(Line(**{**told, "snapshot": line.snapshot, "sha256": ""}))
        made.append(Line(**{**told, "sha256": json.loads(raw)["sha256"]}))
    path.write_bytes(b"".join(line_bytes(each) for each in made))


def test_a_history_that_was_rewritten_with_every_sum_right_is_found(folder, log, capsys) -> None:
    for number in range(3):
        save(folder, f"Titel {number}")
    rewritten(folder, 2)
    assert not Journal().grown((folder / JOURNAL).read_bytes()).fault, "the chain alone holds"
    code, said = verified(folder, capsys)
    assert code == 1 and "historiken är omskriven: version 3" in said
    code, said = verified(folder, capsys, EVALUATION)
    assert code == 1 and "omskriven" in said


def test_a_history_that_was_cut_short_is_found(folder, log, capsys) -> None:
    for number in range(3):
        kept = (folder / "evaluations" / EVALUATION / "evaluation.yaml").read_bytes()
        save(folder, f"Titel {number}")
    journal = folder / JOURNAL
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    (folder / "evaluations" / EVALUATION / "evaluation.yaml").write_bytes(kept)
    code, said = verified(folder, capsys)
    assert code == 1 and "avkortad: loggen har sett version 4" in said


def test_what_is_put_aside_by_hand_is_missed_and_by_the_program_is_not(folder, log, capsys) -> None:
    save(folder, "Titel")
    store = store_at(folder)
    assert isinstance(store.delete(EVALUATION, store.get(EVALUATION).version, "x"), Saved)
    assert "borta" not in verified(folder, capsys)[1]
    assert isinstance(store.bring_back(EVALUATION, "x"), Saved)
    assert verified(folder, capsys)[0] == 0
    shutil.rmtree(folder / "evaluations" / EVALUATION)
    code, said = verified(folder, capsys)
    assert code == 1 and "är borta, utan att någon har tagit bort den" in said


@pytest.mark.parametrize("key", ["", "k" * 32], ids=["without a key", "with a key"])
def test_a_line_that_is_changed_or_taken_away_is_found(key: str, tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "l", key)
    for number in range(4):
        log.note("save", version=number)
    assert [line.fault for line in log.lines()] == ["", "", "", ""]
    whole = log.path.read_bytes().splitlines(keepends=True)
    log.path.write_bytes(whole[0] + whole[1].replace(b'"version":1', b'"version":9') + whole[2])
    assert "ändrad" in [line.fault for line in log.lines()][1]
    log.path.write_bytes(whole[0] + whole[2] + whole[3])
    assert [bool(line.fault) for line in log.lines()] == [False, True, False]


def test_who_has_not_the_key_cannot_make_the_chain_anew(tmp_path: Path) -> None:
    forged = AuditLog(tmp_path / "l")
    forged.note("save", version=1)
    assert [line.fault for line in AuditLog(tmp_path / "l", "k" * 32).lines()] != [""]


def test_a_line_whose_writing_was_cut_short_is_passed_over(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "l")
    log.note("save", version=1)
    whole = log.path.read_bytes()
    log.path.write_bytes(whole + whole[: len(whole) // 2])
    log.note("save", version=2)
    assert [(line.told["version"], line.fault) for line in log.lines()] == [(1, ""), (2, "")]


def test_many_write_at_once_and_the_chain_holds(tmp_path: Path) -> None:
    logs = [AuditLog(tmp_path / "l", "k" * 32) for _ in range(4)]  # as many processes
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda n: logs[n % 4].note("save", version=n), range(80)))
    lines = list(logs[0].lines())
    assert len(lines) == 80 and not any(line.fault for line in lines)


def test_nothing_is_saved_while_the_log_cannot_be_written(folder, log, monkeypatch) -> None:
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(log.parent / "fil" / "logg"))
    (log.parent / "fil").write_text("ingen mapp")
    refused = save(folder, "Titel")
    assert isinstance(refused, Failed) and "granskningsloggen" in refused.what
    assert store_at(folder).unwritable() == refused
    assert store_at(folder).heads(EVALUATION) == ()


def test_a_version_saved_as_the_log_broke_is_logged_first_when_it_is_there_again(
    folder, log, monkeypatch
) -> None:
    found = audit_log()
    assert found is not None
    from natverkskollen.store import disk

    real, full = disk.append, [True]

    def append(path: Path, raw: bytes) -> None:
        if path == log and full[0]:
            raise OSError(28, os.strerror(28), str(path))
        real(path, raw)

    monkeypatch.setattr(disk, "append", append)
    assert isinstance(save(folder, "Ett"), Saved), "it was saved before the log was found full"
    assert isinstance(save(folder, "Två"), Failed)
    full[0] = False
    assert isinstance(save(folder, "Tre"), Saved)
    assert [row["version"] for row in rows(log)] == [2, 3]


def test_a_log_that_is_gone_is_missed(folder, log, capsys) -> None:
    save(folder, "Titel")
    log.unlink()
    code, said = verified(folder, capsys)
    assert code == 1 and f"granskningsloggen: filen {log} finns inte" in said


def test_a_person_is_a_code_and_never_a_name(folder, log) -> None:
    from natverkskollen.store.audit_log import person_in_log

    who = Principal("https://x.se", "anna", "Anna Ek", "anna@x.se")
    code = person_in_log(folder, who, "k" * 32)
    assert code.startswith("inloggad-") and "anna" not in code
    assert code == person_in_log(folder, who, "k" * 32) != person_in_log(folder, who, "j" * 32)
