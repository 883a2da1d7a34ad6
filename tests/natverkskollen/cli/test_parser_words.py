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


@pytest.mark.parametrize(
    "name", ["natverk.kommun.se", "*.kommun.se", "*", "10.1.2.3", "::1", "[fe80::1]"]
)
def test_a_name_to_answer_to_is_taken(name: str) -> None:
    assert _parser().parse_args(["run", "--host", name, "--host", "b"]).host == [name, "b"]
    assert _parser().parse_args(["run", "--host", "nätverk.se"]).host == ["xn--ntverk-bua.se"]


@pytest.mark.parametrize(
    "name",
    ["https://natverk.kommun.se", "natverk.kommun.se:8443", "natverk.kommun.se/x", "", "a b"],
)
def test_an_address_given_as_a_name_is_refused_before_it_shuts_everybody_out(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--host", name])
    assert "utan https://, port och sökväg" in capsys.readouterr().err
