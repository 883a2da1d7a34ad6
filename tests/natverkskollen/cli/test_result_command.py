"""The command line's robustness: keys, options, and the same words as the page."""

from __future__ import annotations

import json

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.cli.commands import main
from tests.building.dossiers import shipped


def run(capsys, *arguments: str) -> str:
    """What the command prints."""
    assert main(["result", "huddinge-2025", *arguments]) == 0
    return capsys.readouterr().out


def test_json_carries_the_robustness(capsys):
    found = json.loads(run(capsys, "--json"))["robustness"]
    assert (found["seed"], found["draws"]) == (20250401, 100_000)
    assert (found["weights"], found["level"]) == ("interval", "themes")
    assert list(found["networks"]) == ["klimatkommunerna", "sekom"]
    for network in found["networks"].values():
        assert {
            "verdict_share",
            "rank_share",
            "central_weights",
            "flip_points",
            "certainty",
            "sentence",
        } <= set(network)
        assert sum(network["verdict_share"].values()) == pytest.approx(1, abs=1e-3)
        assert sum(network["rank_share"]) == pytest.approx(1, abs=1e-3)


def test_options_change_what_is_drawn(capsys):
    arguments = ["--weights", "ranked", "--level", "criteria", "--draws", "2000", "--seed", "3"]
    found = json.loads(run(capsys, "--json", *arguments))["robustness"]
    assert [found[key] for key in ("weights", "level", "draws", "seed")] == [
        "ranked",
        "criteria",
        2000,
        3,
    ]
    weights = found["networks"]["klimatkommunerna"]["central_weights"]["first"]
    assert len(weights) == 14 and sum(weights.values()) == pytest.approx(100, abs=0.01)


def test_a_profile_changes_result_and_robustness_together(capsys):
    found = json.loads(run(capsys, "--json", "--profile", "ekonomi"))
    assert found["weights"]["kostnad"] == 50
    flips = found["robustness"]["networks"]["sekom"]["flip_points"]
    # Beside Fokusområden the profile gives 50:25:10, R = 54.036: 5.964/8.464 = 70.5 per cent.
    assert flips[0]["weight"] == pytest.approx(70.5, abs=0.05)


def test_the_text_has_the_same_sentences_as_everywhere_else(capsys):
    said = run(capsys)
    for network in robustness(shipped("huddinge-2025")).networks:
        for sentence in (network.sentence, *network.flip_sentences):
            assert sentence in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--profile", "finns-inte"], "viktprofilen 'finns-inte' finns inte"),
        (["--draws", "10"], "antalet försök är 10"),
    ],
)
def test_what_cannot_be_done_is_told(capsys, arguments, told):
    assert main(["result", "huddinge-2025", *arguments]) == 1
    assert told in capsys.readouterr().err
