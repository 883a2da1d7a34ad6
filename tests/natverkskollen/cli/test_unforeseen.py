"""No command ends in a traceback: an error nobody foresaw has a number, and shows no one's text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from natverkskollen.cli import commands
from natverkskollen.cli.commands import main
from natverkskollen.files.unexpected import fault

SECRET = "Annas hemliga motivering"


def raising(error: BaseException):
    def command(asked) -> int:
        try:
            raise ValueError(SECRET)
        except ValueError:
            raise error.with_traceback(None) from None

    return command


def test_an_unforeseen_error_has_a_number_and_a_place_and_nobodys_text(monkeypatch, capsys):
    monkeypatch.setattr(commands, "_check", raising(KeyError(SECRET)))
    said = []
    for _ in range(2):
        assert main(["check"]) == 1
        said.append(capsys.readouterr().err)
    assert said[0] == said[1]
    assert re.search(r"Något gick fel i programmet \(fel [0-9A-F]{6}\)", said[0])
    assert "KeyError" in said[0] and "test_unforeseen.py rad" in said[0]
    assert SECRET not in said[0] and "Traceback" not in said[0]


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OSError(28, "No space left on device", "fil.yaml"), 1, "fil.yaml: filen eller mappen"),
        (MemoryError(), 1, "Minnet tog slut"),
        (KeyboardInterrupt(), 130, "Avbrutet."),
        (RecursionError(SECRET), 1, "Något gick fel"),
    ],
)
def test_what_has_words_of_its_own_is_told_in_them(monkeypatch, capsys, error, code, words):
    monkeypatch.setattr(commands, "_check", raising(error))
    assert main(["check"]) == code
    told = capsys.readouterr().err
    assert words in told and "Traceback" not in told and SECRET not in told


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, capsys):
    target = tmp_path / "finns" / "inte" / "a.txt"
    assert main(["memo", "huddinge-2025", "-o", str(target)]) == 1
    assert str(target) in capsys.readouterr().err


def test_different_faults_have_different_numbers():
    numbers = set()
    for act in (lambda: int("x"), lambda: {}["x"], lambda: [][1]):
        try:
            act()
        except Exception as error:
            numbers.add(fault(error).number)
    assert len(numbers) == 3
