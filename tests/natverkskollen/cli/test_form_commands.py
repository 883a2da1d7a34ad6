"""`form` writes a form and `answers` reads it: previewed, saved, and told in Swedish."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.model.answer import Answer
from tests.building.folders import ID
from tests.natverkskollen.editing.test_score_form import BREDD, filled, on_file, put, submit


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    code = main([*words, "--data", str(folder)])
    said = capsys.readouterr()
    return code, (said.out + said.err).replace("\u00a0", " ")


@pytest.fixture
def written(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "bedomning.xlsx"
    assert run(capsys, folder, "form", ID, "--assessor", "anna", "-o", str(path))[0] == 0
    path.write_bytes(filled(path.read_bytes(), {("norr", BREDD, "score"): "5 – e"}))
    return path


def test_a_preview_saves_nothing_and_a_form_is_saved_once(
    folder: Path, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, folder, "answers", str(written), "--preview")
    assert code == 0 and "till ”5 – e | Så var det från början. | C”." in said
    assert "Inget är sparat." in said and on_file(folder, BREDD).score == 3
    assert run(capsys, folder, "answers", str(written))[0] == 0
    assert on_file(folder, BREDD).score == 5
    assert "Noll svar sparade." in run(capsys, folder, "answers", str(written))[1]


def test_a_conflict_is_kept_as_it_is_unless_the_form_is_to_win(
    folder: Path, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, BREDD, Answer(score=Decimal(1), grade="C"))
    code, said = run(capsys, folder, "answers", str(written))
    assert code == 1 and "någon annan har också ändrat svaret" in said
    assert on_file(folder, BREDD).score == 1
    assert run(capsys, folder, "answers", str(written), "--conflicts", "form")[0] == 0
    assert on_file(folder, BREDD).score == 5


def test_handed_in_answers_are_told_and_get_no_form(
    folder: Path, written: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    submit(folder)
    code, said = run(capsys, folder, "answers", str(written))
    assert code == 1 and "inlämnat" in said and on_file(folder, BREDD).score == 3
    code, said = run(capsys, folder, "form", ID, "--assessor", "anna", "-o", str(tmp_path / "x"))
    assert code == 1 and "De som kan fylla i är bo-1" in said


def test_hidden_answers_go_to_nobody_else(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = folder / "evaluations" / ID / "evaluation.yaml"
    path.write_text(path.read_text("utf-8") + "blind: true\n", "utf-8")
    code, said = run(capsys, folder, "form", ID, "-o", str(tmp_path / "alla.xlsx"))
    assert code == 1 and "--assessor: anna, bo-1" in said
    assert not (tmp_path / "alla.xlsx").exists()


def test_a_file_that_is_no_form_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    stray = tmp_path / "bok.xlsx"
    stray.write_bytes(b"namn;avgift\n")
    code, said = run(capsys, folder, "answers", str(stray))
    assert code == 1 and "textfil (.csv)" in said
    assert "går inte att läsa" in run(capsys, folder, "answers", str(tmp_path / "finns-ej"))[1]
