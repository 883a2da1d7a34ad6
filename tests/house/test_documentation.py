"""What the documentation says of the house is so: files, commands, kinds and outcomes."""

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest

from natverkskollen.cli.commands import main
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.outcome import Outcome
from tests import ROOT

GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
OURS = ("app.py", "components", "natverkskollen", "tests", "benchmarks")
# A file or folder of the house, as a guide writes it: a path, or the name of a module alone.
PLACE = re.compile(
    r"`((?:[a-z0-9_.-]+/)*[a-z0-9_.-]+\.(?:py|md|json|yaml|typ|css|js)|[a-z0-9_./-]+/)`"
)
# Written by the tests, or by the program in a data folder; and the folder that must not be there.
NOT_OURS = {"pictures/", "pages/", "municipality.yaml", "access.yaml", "names.yaml"}
KINDS = [get_args(kind)[0].__name__ for kind in get_args(get_args(Criterion)[0])]
OUTCOMES = get_args(Outcome)


def rows(guide: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading of a guide, cell by cell, without the head."""
    text = (ROOT / guide).read_text(encoding="utf-8").split(f"## {heading}\n", 1)[1]
    lines = text.split("\n## ")[0].splitlines()
    return [line.strip("|").split("|") for line in lines if line.startswith("|")][2:]


def modules() -> set[str]:
    return {path.name for place in OURS for path in [ROOT / place, *(ROOT / place).rglob("*.*")]}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_file_a_guide_names_exists(guide: Path) -> None:
    named = PLACE.findall(guide.read_text(encoding="utf-8"))
    known = modules()
    assert [
        name
        for name in named
        if name not in NOT_OURS
        and not (ROOT / name).exists()
        and not (guide.parent / name).exists()
        and not ("/" not in name and name in known)
        and not (ROOT / "natverkskollen" / name).exists()
    ] == []


def test_every_row_of_where_things_go_names_a_place() -> None:
    where = rows("CONTRIBUTING.md", "Var lägger jag …")
    assert len(where) >= 15
    assert [wish for wish, place, *_ in where if not PLACE.search(place)] == []


def test_every_decision_has_a_number_of_its_own_in_order_and_in_its_heading() -> None:
    decisions = sorted((ROOT / "docs/beslut").glob("*.md"))
    numbers = [path.name[:4] for path in decisions]
    assert numbers == [f"{at:04}" for at in range(1, len(decisions) + 1)]
    headings = [path.read_text(encoding="utf-8").split(".")[0] for path in decisions]
    assert headings == [f"# {number}" for number in numbers]


def place_of(wish: str) -> str:
    """The text of every module that the row of this wish names by its whole path."""
    where = rows("CONTRIBUTING.md", "Var lägger jag …")
    (place,) = [place for asked, place, *_ in where if wish in asked]
    return "\n".join(
        path.read_text(encoding="utf-8")
        for name in PLACE.findall(place)
        for path in [ROOT / name]
        if path.suffix == ".py"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_criterion_is_where_the_guide_says(kind: str) -> None:
    assert len(KINDS) >= 3
    assert f"class {kind}" in place_of("slags kriterium")


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_kind_of_decision_is_where_the_guide_says(outcome: str) -> None:
    assert len(OUTCOMES) >= 8
    assert f'"{outcome}"' in place_of("slags beslut")


def commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^ +(?:python -m )?natverkskollen (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_readme_exists_with_its_options(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.strip("[]") for word in shlex.split(command)]
    name = [word for word in words[:2] if word.isalpha() and word.islower()]
    name = name if name[0] == "template" else name[:1]
    with pytest.raises(SystemExit) as ended:
        main([*name, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert [word for word in words if word.startswith("--") and word not in told] == []


def test_every_command_stands_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    known = re.findall(r"^    ([a-z]+)\b", capsys.readouterr().out, re.MULTILINE)
    assert len(known) >= 12
    assert set(known) - {command.split()[0] for command in commands()} == set()
