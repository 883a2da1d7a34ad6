"""The command line is Swedish, also where the parser itself answers."""

from __future__ import annotations

import re

import pytest

from natverkskollen.cli.commands import _parser, main
from natverkskollen.cli.parser_words import speak_swedish

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?:|positional|show|exit|error|invalid|choice|choose|required"
    r"|unrecognized|expected|ambiguous|not allowed|the following|value)\b",
    re.IGNORECASE,
)


def commands() -> list[str]:
    speak_swedish()
    (every,) = (each for each in _parser()._actions if each.choices)
    return list(every.choices or ())


@pytest.mark.parametrize("command", ["", *commands()])
def test_the_help_is_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("användning: ") and "visa den här hjälpen" in said
    assert not ENGLISH.search(said), ENGLISH.search(said)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "det här saknas: KOMMANDO"),
        (["nix"], "'nix' går inte att välja (välj bland 'check', "),
        (["result"], "det här saknas: UTVÄRDERING"),
        (["result", "x", "--weights", "y"], "--weights: 'y' går inte att välja"),
        (["result", "x", "--draws", "många"], "--draws: 'många' går inte att läsa"),
        (["result", "x", "--draws"], "--draws: ett värde saknas"),
        (["result", "x", "--json=ja"], "--json: 'ja' kan inte anges här"),
        (["result", "x", "--e"], "ett värde saknas"),
        (["days", "--frm", "1"], "okänt: --frm 1"),
        (["result", "x", "--d", "1"], "--d kan betyda flera (--data, --draws)"),
    ],
    ids=str,
)
def test_a_wrong_call_is_told_in_swedish(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert told in said, said
    assert not ENGLISH.search(said), ENGLISH.search(said)
