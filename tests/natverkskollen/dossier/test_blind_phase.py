"""Answers that are not handed in by all are nowhere to be read (METHOD.md, case unsub)."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from natverkskollen.analysis.assessors import progress
from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.cli.commands import main
from natverkskollen.dossier.blind_phase import as_filed
from natverkskollen.output.answers_csv import answers_csv
from natverkskollen.output.history import rows
from natverkskollen.output.papers.render import FORMATS, draft
from natverkskollen.output.webpage.committee_file import committee_file
from natverkskollen.store import YamlStore, read_library
from tests.building.folders import ID, evaluation_folder, field, put

SECRET = "Det här får ingen annan läsa än"
ANSWERS = """\
schema: 1
assessor: {who}
answers:
  norr:
    bredd: {{score: {step}, rationale: {why}, grade: A}}
    djup: {{score: {step}, rationale: {why}, grade: A}}
    tid: {{score: 0, rationale: {why}, grade: A}}
"""


def submitted(folder: Path, *who: str, more: str = "") -> Path:
    """Both have answered, and some of them have handed in."""
    place = evaluation_folder(folder)
    text = (place / "evaluation.yaml").read_text("utf-8") + more
    for id_ in who:
        text = text.replace(f"{{id: {id_}, ", f"{{id: {id_}, submitted: 2026-10-01, ")
    (place / "evaluation.yaml").write_text(text, "utf-8")
    for id_, step in (("anna", 5), ("bo-1", 1)):
        sheet = ANSWERS.format(who=id_, step=step, why=SECRET)
        (place / f"answers/{id_}.yaml").write_text(sheet, "utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    main([*arguments, "--data", str(folder)])
    return capsys.readouterr().out


def everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Every text that a person can get out of the evaluation, by where it stands."""
    dossier = read_library(folder).dossier(ID)
    sure = robustness(dossier)
    written = draft(sure.result, folder, "huddinge", sure)
    found = {
        "result": run(capsys, folder, "result", ID),
        "json": run(capsys, folder, "result", ID, "--json"),
        "history": run(capsys, folder, "history", ID),
        "migrate": run(capsys, folder, "migrate", ID),
        "check": run(capsys, folder, "check"),
        "memo": FORMATS["txt"](written).decode(),
        "committee": committee_file(sure, find_all(dossier)),
        "csv": answers_csv(dossier).decode(),
        "findings": repr(find_all(dossier)),
    }
    entries = YamlStore(folder).history(ID)
    assert isinstance(entries, tuple)
    return found | {"rows": repr(list(rows(entries, dossier)))}


@pytest.mark.parametrize(("who", "more"), [(("anna",), ""), (("bo-1",), ""), ((), "blind: true\n")])
def test_what_one_has_answered_stands_nowhere_until_all_have_handed_in(
    folder: Path, capsys: pytest.CaptureFixture[str], who: tuple[str, ...], more: str
) -> None:
    submitted(folder, *who, more=more)
    store = YamlStore(folder)
    put(store, field("rationale"), f"{SECRET} jag", "k1")
    put(store, field("score"), 2, "k2")
    found = everything(folder, capsys)
    assert [where for where, text in found.items() if SECRET in text] == []
    assert "dolt tills alla har lämnat in" in found["history"] and len(found["rows"]) > 50
    network = json.loads(found["json"])["networks"]["norr"]
    assert (network["verdict"], network["total"], network["lacking"]) == (None, None, "waiting")
    assert network["waiting_for"] == [each for each in ("anna", "bo-1") if each not in who]
    assert (network["low"], network["high"], network["coverage"]) == (0, 100, 0)
    assert "visas när alla bedömare har lämnat in" in found["result"]


def test_ones_own_answers_are_there_for_oneself_and_for_a_move_to_new_criteria(folder: Path):
    dossier = read_library(submitted(folder, "anna")).dossier(ID)
    assert dossier.sheets == {} and sorted(dossier.withheld) == ["anna", "bo-1"]
    assert progress(dossier, "bo-1") == (3, 6)
    own = dossier.own_sheet("bo-1")
    assert own and own.answers["norr"]["bredd"].score == 1
    assert sorted(as_filed(dossier)) == ["anna", "bo-1"]


@pytest.mark.parametrize("way", ["all", "nobody", "final"])
def test_the_answers_count_when_all_have_handed_in_or_where_it_was_never_blind(
    folder: Path, way: str
):
    """5 and 1 on two criteria and 0 hours (100): (50 + 50 + 100) / 3."""
    who = {"all": ("anna", "bo-1"), "nobody": (), "final": ("anna",)}[way]
    more = "status: final\n" if way == "final" else ""
    dossier = read_library(submitted(folder, *who, more=more)).dossier(ID)
    found = robustness(dossier).result.network("norr")
    assert dossier.withheld == {} and found.total is not None
    assert found.total == Fraction(200, 3)


def test_a_joint_answer_counts_while_one_opens_their_own_again(folder: Path):
    submitted(folder, "anna")
    place = evaluation_folder(folder)
    text = (place / "evaluation.yaml").read_text("utf-8")
    joint = "  - {id: alla, role: Alla, joint: true}\n"
    (place / "evaluation.yaml").write_text(text + joint, "utf-8")
    sheet = ANSWERS.format(who="alla", step=4, why="Vi är överens")
    (place / "answers/alla.yaml").write_text(sheet, "utf-8")
    dossier = read_library(folder).dossier(ID)
    assert sorted(dossier.sheets) == ["alla"]


def test_a_new_evaluation_is_blind_from_the_start():
    from natverkskollen.editing.new_evaluation import new_evaluation
    from tests.building.dossiers import shipped

    found = shipped()
    known = found.evaluation
    data = new_evaluation(
        "ny",
        "Ny",
        known.municipality,
        known.case,
        known.memberships,
        found.criteria,
        known.assessors,
    )
    assert data["blind"] is True
