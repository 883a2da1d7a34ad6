"""A final evaluation says the same whatever is changed afterwards in what it rests on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.cli.commands import main
from natverkskollen.dossier.copies import copy_words
from natverkskollen.editing.lifecycle import finalise, reopen
from natverkskollen.editing.sealing import seal_holds
from natverkskollen.output.bundle import bundle
from natverkskollen.output.papers.render import FORMATS, draft
from natverkskollen.store import Saved, YamlStore, read_library
from tests.building.folders import ready_for_final, shipped_folder

CASE = "huddinge-2025"
DAY = date(2026, 11, 27)
Said = Callable[..., tuple[int, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of what ships with the program."""
    folder = shipped_folder(tmp_path / "data")
    ready_for_final(folder)
    return folder


@pytest.fixture
def said(data: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """What a command prints, with its exit code."""

    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--data", str(data)])
        return code, capsys.readouterr().out

    return run


def made_final(data: Path, copied: bool = True) -> None:
    judged_by = read_library(data).dossier(CASE) if copied else None
    told = finalise(YamlStore(data), CASE, 0, "Nämndsekreterare", DAY, judged_by=judged_by)
    assert isinstance(told, Saved), told


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def dearer(data: Path) -> None:
    """SEKOM asks ten times as much per inhabitant: 382 912 kronor for Huddinge."""
    edit(data / "networks/sekom.yaml", "per_inhabitant: 0.30", "per_inhabitant: 3.315")


def everything(data: Path, said: Said) -> tuple[str, str]:
    sure = robustness(read_library(data).dossier(CASE))
    memo = FORMATS["txt"](draft(sure.result, data, "huddinge", sure)).decode()
    return said("result", CASE, "--json")[1], memo


def test_a_fee_changed_afterwards_changes_nothing_and_is_told(data: Path, said: Said) -> None:
    made_final(data)
    before = everything(data, said)
    assert said("check")[0] == said("verify", CASE)[0] == 0
    dearer(data)
    assert everything(data, said) == before
    for command in (("check",), ("verify", CASE)):
        code, told = said(*command)
        assert code == 0 and "networks/sekom.yaml har ändrats sedan" in told
        assert "klimatkommunerna.yaml" not in told


def test_a_draft_follows_the_networks_and_a_reopened_one_does_too(data: Path, said: Said) -> None:
    def cost() -> str:
        found = json.loads(said("result", CASE, "--json")[1])
        return found["networks"]["sekom"]["annual_cost_sek"]

    assert cost() == "38291.20"
    made_final(data)
    dearer(data)
    assert cost() == "38291.20"
    store = YamlStore(data)
    assert isinstance(reopen(store, CASE, store.get(CASE).version, "Chefen"), Saved)
    assert cost() == "382917.76"  # 4 000 + 3,315 · 114 304
    assert not (data / "evaluations" / CASE / "networks.yaml").exists()
    assert store.verify(CASE) == ()


def test_a_final_from_before_says_what_it_lacks(data: Path, said: Said) -> None:
    made_final(data, copied=False)
    for command in (("check",), ("verify", CASE)):
        code, told = said(*command)
        assert code == 0 and "Färdigställd utan kopia av nätverken" in told
    assert "Färdigställd utan" not in said("verify", "exempel-vastra-gotaland")[1]


def test_a_network_that_is_gone_does_not_keep_a_final_from_opening(data: Path, said: Said) -> None:
    made_final(data)
    before = everything(data, said)
    (data / "networks/sekom.yaml").unlink()
    (data / "networks/klimatkommunerna.yaml").write_text("schema: 1\n", "utf-8")
    assert everything(data, said) == before


@pytest.mark.parametrize("way", ["edited", "removed"])
def test_a_copy_changed_by_hand_breaks_the_seal(data: Path, said: Said, way: str) -> None:
    made_final(data)
    copy = data / "evaluations" / CASE / "networks.yaml"
    if way == "edited":
        edit(copy, "per_inhabitant: 0.3", "per_inhabitant: 3.3")
    else:
        copy.unlink()
    code, told = said("check")
    assert code == 1 and "har ändrats sedan utvärderingen färdigställdes" in told
    assert said("verify", CASE)[0] == 1
    assert seal_holds(YamlStore(data).get(CASE).data) is False  # the reading takes it in
    assert said("verify", CASE)[0] == 1


def test_the_history_and_the_export_tell_of_the_copy_and_not_all_that_is_in_it(
    data: Path, said: Said
) -> None:
    made_final(data)
    told = said("history", CASE)[1]
    assert "networks: inget → ”Kopia av två nätverk”" in told.replace("\u00a0", " ")
    packed = bundle(data, CASE)
    assert isinstance(packed, bytes) and packed.count(b"networks.yaml") == 2
    assert b"networks/sekom.yaml" not in packed
    assert copy_words(("evaluation", "title"), "x") is None


def test_a_final_cannot_be_given_another_copy(data: Path) -> None:
    from natverkskollen.store import Change, Failed

    made_final(data)
    store = YamlStore(data)
    now = store.get(CASE)
    change = Change(("networks",), now.data["networks"], None)
    told = store.save(CASE, now.version, [change], "någon", "k9")
    assert isinstance(told, Failed) and "färdigställd och låst" in told.what
