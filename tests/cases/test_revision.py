"""From the criteria of 0.1.0 to revision 2027-01: what the shipped evaluations make of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli.commands import main
from natverkskollen.editing.migration import migration
from natverkskollen.store import read_library
from tests import ROOT
from tests.building.dossiers import SHIPPED
from tests.cases.test_earlier_versions import HERE, folder_of

HUDDINGE = {"klimatkommunerna": "keep", "sekom": "come-back"}


def revised(tmp_path: Path, room: str) -> Path:
    """A folder of 0.1.0 into which somebody puts the criteria of today."""
    folder = folder_of(tmp_path, HERE / "v010", room)
    for path in (ROOT / "criteria").glob("*.yaml"):
        shutil.copy(path, folder / "criteria")
    return folder


def verdicts(folder: Path, id_: str) -> dict[str, str | None]:
    result = evaluate(read_library(folder).dossier(id_))
    return {each.network.id: each.verdict for each in result.networks}


@pytest.mark.parametrize("id_", SHIPPED)
def test_the_preview_tells_what_is_new_and_where_each_answer_goes(id_: str, tmp_path: Path) -> None:
    told = migration(read_library(revised(tmp_path, "saved")).dossier(id_))
    assert told is not None and told.known
    (split,) = told.renamed
    assert (split.criterion, split.was, split.set_aside) == ("kommunikativt-varde", "tradition", 0)
    assert any("nivåtexterna har ändrats: se över svaret" in note for note in split.notes)
    assert [part.criterion for part in told.new] == ["ar-som-medlem"]
    assert told.removed == ()
    assert all(part.set_aside == 0 for part in (*told.kept, *told.changed))
    cost = next(part for part in told.changed if part.criterion == "arskostnad")
    assert "räknas fram på ett annat sätt" in cost.notes


@pytest.mark.parametrize("room", ["shipped", "saved"])
def test_huddinge_gets_the_same_results_and_loses_no_answer(
    room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = revised(tmp_path, room)
    before = read_library(folder).dossier("huddinge-2025").sheets
    given = {(n, c) for s in before.values() for n, each in s.answers.items() for c in each}
    asked = ["migrate", "huddinge-2025", "--data", str(folder)]
    assert main([*asked, "--preview"]) == 0
    assert "Fortsätt, 73 av 100" in capsys.readouterr().out or room == "saved"
    assert main([*asked, "--by", "Miljöstrateg", "--reason", "Nya kriterier"]) == 0
    after = read_library(folder).dossier("huddinge-2025")
    assert after.evaluation.criteria_revision == "2027-01"
    assert verdicts(folder, "huddinge-2025") == HUDDINGE
    now = {(n, c) for s in after.sheets.values() for n, each in s.answers.items() for c in each}
    renamed = {(n, "kommunikativt-varde" if c == "tradition" else c) for n, c in given}
    assert now == renamed and after.aside == ()


def test_the_shipped_evaluation_says_the_same_by_the_new_criteria() -> None:
    """Who has been a member for less than ten years wins and loses nothing on years: SEKOM has 28,
    worth 50 + 50 · 18 / 50 = 68.
    """
    dossier = read_library(ROOT).dossier("huddinge-2025")
    assert verdicts(ROOT, "huddinge-2025") == HUDDINGE
    assert dossier.revised is None
    years = {n.network.id: n.criterion("ar-som-medlem") for n in evaluate(dossier).networks}
    assert not years["klimatkommunerna"].applies
    assert (years["sekom"].assessment.figure, years["sekom"].value) == (28, 68)


def test_working_hours_are_counted_once_in_the_broad_set() -> None:
    """The cost criterion of the broad set is without hours, which have a criterion of their own."""
    broad = read_library(ROOT).criteria["natverksmedlemskap-bred"]
    hours = broad.criterion("arbetstid")
    assert hours is not None and "ingår inte i Årskostnad" in str(hours.guidance)
    dossier = read_library(ROOT).dossier("exempel-vastra-gotaland")
    found = evaluate(dossier).network("sekom")
    # 4 000 + 0.30 · 23 400 = 11 020 kronor in fee for 23 400 inhabitants, and 5 200 for ten hours.
    assert round(float(found.criterion("arskostnad").assessment.figure or 0), 4) == 0.4709
    assert str(found.cost.total) == "16220.00"


def test_who_is_not_a_member_is_asked_what_is_expected() -> None:
    for set_ in read_library(ROOT).criteria.values():
        for id_ in (
            "anvandning-i-arbetet",
            "underlag-i-styrdokument",
            "erfarenhetsutbyte",
            "uppfoljning-och-jamforelse",
            "kommunikativt-varde",
        ):
            criterion = set_.criterion(id_)
            assert criterion is not None and criterion.asks(True) == criterion.question
            assert "vänta" in criterion.asks(False) or "Skulle" in criterion.asks(False)
