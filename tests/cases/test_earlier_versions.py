"""Data folders of earlier versions open, hold together and give the figures they gave then."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.result_json import result_json
from natverkskollen.output.robustness_json import robustness_json
from natverkskollen.store import Change, Saved, YamlStore, read_library

HERE = Path(__file__).parent
RECORDED = sorted(HERE.glob("v*/results/*.json"))
# What a result is hashed from, the version's own number, and the words around the figures.
FREE = {"input_hash", "program_version", "sentence", "flip_sentences", "method", "words"}
KINDS = ["start", "save", "save", "merge", "conflict", *["save"] * 3, "import", "save", "restore"]


def folder_of(tmp_path: Path, version: Path, room: str) -> Path:
    """A data folder as that version left it, with the evaluations of one room."""
    folder = tmp_path / "data"
    for name in ("criteria", "networks"):
        shutil.copytree(version / name, folder / name)
    shutil.copytree(version / room, folder / "evaluations")
    return folder


def prints(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(then: Any, now: Any, path: str = "") -> Iterator[str]:
    """Where something recorded then is another now; what is new now is no difference."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key in then.keys() - FREE:
            yield from differing(then[key], now.get(key), f"{path}/{key}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for at, (was, is_) in enumerate(zip(then, now, strict=True)):
            yield from differing(was, is_, f"{path}/{at}")
    elif then != now and not _drawn_alike(then, now, path):
        yield f"{path}: {then} → {now}"


# What is drawn at random: several assessors' readings meet other draws than they did in 0.1.0,
# since a network is read only by those who scored it (docs/beslut/0012). A share of 100 000
# draws has a standard error of at most 0.0016, and of 16 384 of at most 0.004.
DRAWN = {
    "verdict_share": 0.02,
    "rank_share": 0.02,
    "certainty": 0.02,
    "mean": 0.3,
    "central_weights": 0.5,
}
SEVERAL = "exempel-vastra-gotaland"


def _drawn_alike(then: Any, now: Any, path: str) -> bool:
    near = next((DRAWN[part] for part in path.split("/") if part in DRAWN), None)
    if near is None or not path.startswith(f"/{SEVERAL}/robustness/"):
        return False
    return isinstance(then, float) and isinstance(now, float) and abs(then - now) <= near


def as_then(dossier: Dossier) -> Dossier:
    """With the rules there were then: a copy of the criteria has them, a set of one's own has not.

    Errors are independent (docs/beslut/0012) and what is left out may decide (0015).
    """
    return replace(dossier, criteria=dossier.criteria.as_copied())


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda path: path.stem)
def test_an_evaluation_gives_the_figures_it_gave_then(recorded: Path, tmp_path: Path) -> None:
    evaluation, room = recorded.stem.rsplit("-", 1)
    folder = folder_of(tmp_path, recorded.parents[1], room)
    before = prints(folder)
    library = read_library(folder)
    assert library.problems == ()
    dossier = library.dossier(evaluation)
    found = robustness(dossier if room == "saved" else as_then(dossier))
    now = {**result_json(found.result), "robustness": robustness_json(found)}
    then = json.loads(recorded.read_text(encoding="utf-8"))
    assert len(then["networks"]) >= 2 and then["robustness"]["networks"], "nothing is compared"
    assert list(differing(then, json.loads(json.dumps(now)), f"/{evaluation}")) == []
    assert prints(folder) == before, "reading writes nothing"


def test_both_rooms_of_both_evaluations_are_recorded() -> None:
    assert len(RECORDED) == 4


@pytest.mark.parametrize("evaluation", ["huddinge-2025", "exempel-vastra-gotaland"])
def test_a_history_of_then_verifies_and_leads_back_to_the_start(
    evaluation: str, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, HERE / "v010", "saved")
    store = YamlStore(folder)
    assert store.verify(evaluation) == ()
    first, now = store.at(evaluation, 1), store.get(evaluation)
    as_shipped = YamlStore(folder_of(tmp_path / "shipped", HERE / "v010", "shipped"))
    start = as_shipped.get(evaluation)
    assert first.data["answers"] == start.data["answers"]
    assert first.data["evaluation"] == start.data["evaluation"]
    assert now.data["answers"] != start.data["answers"]


def test_every_kind_of_line_of_then_is_read(tmp_path: Path) -> None:
    store = YamlStore(folder_of(tmp_path, HERE / "v010", "saved"))
    entries = store.history("huddinge-2025")
    assert [entry.kind for entry in entries] == KINDS
    (clash,) = entries[4].clashes
    assert (clash.mine, clash.theirs) == (2, 4)
    assert entries[3].actor == "ekonom"
    restored = entries[-1].changes[0]
    assert (restored.path[-1], restored.old, restored.new) == ("score", 4, 3)


def test_the_history_goes_on_from_where_that_version_left_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, HERE / "v010", "saved")
    store = YamlStore(folder)
    path = ("answers", "forvaltningen", "sekom", "bredd", "score")
    now = store.get("huddinge-2025")
    old = now.data["answers"]["forvaltningen"]["sekom"]["bredd"].get("score")
    outcome = store.save("huddinge-2025", now.version, (Change(path, old, 5),), "ny", "nyckel-1")
    assert outcome == Saved(now.version + 1)
    assert YamlStore(folder).verify("huddinge-2025") == ()
    assert read_library(folder).dossier("huddinge-2025").aside == ()
