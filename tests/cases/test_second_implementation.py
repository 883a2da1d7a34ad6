"""Two implementations of the method say the same, figure by figure, and a changed figure is seen.

`make verify EVALUATION=…` does for a real evaluation what is done here for generated ones.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli.commands import main
from natverkskollen.output.result_json import result_json
from natverkskollen.output.robustness_json import robustness_json
from natverkskollen.store import read_library
from tests import ROOT
from tests.auditing.__main__ import main as verify
from tests.auditing.figures import agrees, json_figures
from tests.auditing.papers import paper_figures
from tests.building.dossiers import SHIPPED
from tests.building.generated import ID, generated_folder
from tests.oracle.method import recomputed
from tests.thorough import FULL

# All of them in `make robust`; a share of them, with other seeds than those, in `make test`.
FOLDERS = range(2_000) if FULL else range(100_000, 100_080)
WITH_PAPERS = range(200) if FULL else range(100_000, 100_006)
TAMPERED = 1_000 if FULL else 100


def said_json(data: Path, evaluation: str) -> dict[str, Any]:
    sure = robustness(read_library(data).dossier(evaluation))
    found = {**result_json(sure.result), "robustness": robustness_json(sure)}
    return json.loads(json.dumps(found))


def said_papers(data: Path, evaluation: str, folder: Path) -> dict[str, str]:
    arguments = ["papers", evaluation, "--to", "txt", "-o", str(folder), "--data", str(data)]
    assert main(arguments) == 0
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}


def drawn_of(found: dict[str, Any]) -> Any:
    return found["robustness"]["networks"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The shipped evaluations: JSON, papers and what the oracle makes of them."""
    found = {}
    for id_ in SHIPPED:
        papers = said_papers(ROOT, id_, tmp_path_factory.mktemp(id_))
        found[id_] = said_json(ROOT, id_), papers, recomputed(ROOT, id_)
    return found


def test_the_oracle_imports_nothing_of_the_program_and_is_short() -> None:
    lines = 0
    for path in (ROOT / "tests/oracle").glob("*.py"):
        text = path.read_text("utf-8")
        lines += len(text.splitlines()) if path.stem != "notice" else 0  # a calendar of its own
        for node in ast.walk(ast.parse(text)):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.startswith(("natverkskollen", "components"))]
    assert lines <= 330
    assert len((ROOT / "tests/oracle/notice.py").read_text("utf-8").splitlines()) <= 100
    assert len((ROOT / "tests/oracle/fees.py").read_text("utf-8").splitlines()) <= 60


def test_generated_data_folders_give_the_same_in_both(tmp_path: Path) -> None:
    """Values, intervals, weights, fees, sums and verdicts of every folder, to the last one."""
    figures, verdicts = 0, set()
    for seed in FOLDERS:
        data = generated_folder(seed, tmp_path / str(seed))
        library = read_library(data)
        assert library.problems == (), seed
        found = result_json(evaluate(library.dossier(ID)))
        rows = list(json_figures(found, recomputed(data, ID)))
        assert [row for row in rows if not agrees(row[1], row[2])] == [], seed
        figures += len(rows)
        verdicts |= {(e["verdict"], e["lacking"]) for e in found["networks"].values()}
    assert figures > 100 * len(FOLDERS)
    reasons = {"waiting", "coverage", "applicable", "missing"}
    assert {lacking for _, lacking in verdicts} >= {None, *reasons}
    assert {verdict for verdict, _ in verdicts} == {None, "keep", "come-back", "leave"}


def test_the_papers_of_generated_folders_say_the_same(tmp_path: Path) -> None:
    figures = 0
    for seed in WITH_PAPERS:
        data = generated_folder(seed, tmp_path / str(seed))
        papers = said_papers(data, ID, tmp_path / f"{seed}-papers")
        rows = list(paper_figures(papers, recomputed(data, ID), drawn_of(said_json(data, ID))))
        assert [row for row in rows if not row.agrees] == [], seed
        figures += len(rows)
    assert figures > 30 * len(WITH_PAPERS)


@pytest.mark.parametrize("id_", SHIPPED)
def test_the_shipped_evaluations_agree_in_json_and_papers(told: dict[str, Any], id_: str) -> None:
    found, papers, oracle = told[id_]
    rows = list(json_figures(found, oracle))
    assert len(rows) > 200 and all(agrees(theirs, mine) for _, theirs, mine in rows)
    in_papers = list(paper_figures(papers, oracle, drawn_of(found)))
    assert len(in_papers) > 100 and all(row.agrees for row in in_papers)
    assert {row.paper.split("-")[0] for row in in_papers} >= {"bilaga", "tjansteskrivelse"}


def test_changed_figures_in_papers_are_all_noticed(told: dict[str, Any]) -> None:
    """One digit of one recomputed figure at a time; a thousand of them in `make robust`."""
    draw, noticed = Random(20250401), 0
    for turn in range(TAMPERED):
        found, papers, oracle = told[SHIPPED[turn % 2]]
        places = _written(papers, oracle, drawn_of(found))
        paper, at = draw.choice(places)
        text = papers[paper]
        others = [digit for digit in "0123456789" if digit != text[at]]
        changed = {**papers, paper: text[:at] + draw.choice(others) + text[at + 1 :]}
        rows = paper_figures(changed, oracle, drawn_of(found))
        noticed += any(not row.agrees for row in rows)
    assert noticed == TAMPERED


_PLACES: dict[int, list[tuple[str, int]]] = {}


def _written(papers: dict[str, str], oracle: Any, drawn: Any) -> list[tuple[str, int]]:
    """Every digit of a recomputed figure: in which paper, and where."""
    if id(papers) not in _PLACES:
        _PLACES[id(papers)] = sorted(
            {
                (row.paper, at)
                for row in paper_figures(papers, oracle, drawn)
                if row.at
                for at in range(*row.at)
                if papers[row.paper][at].isdecimal()
            }
        )
    return _PLACES[id(papers)]


def test_changed_figures_in_the_json_are_all_noticed(told: dict[str, Any]) -> None:
    draw, noticed = Random(1), 0
    for turn in range(TAMPERED):
        found, _, oracle = told[SHIPPED[turn % 2]]
        changed = json.loads(json.dumps(found))
        leaves = [
            leaf
            for part in ("networks", "weights", "no_membership")
            for leaf in _leaves(changed[part])
        ]
        where, key = draw.choice(leaves)
        where[key] = _other(draw, where[key])
        rows = json_figures(changed, oracle)
        noticed += any(not agrees(theirs, mine) for _, theirs, mine in rows)
    assert noticed == TAMPERED


def _leaves(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every figure, amount and verdict: where it stands, and under what."""
    for key, value in data.items() if isinstance(data, dict) else ():
        if key in ("name", "decision"):
            continue
        if isinstance(value, dict):
            yield from _leaves(value)
        else:
            yield data, key


def _other(draw: Random, value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + draw.choice((-1, 1)) * draw.choice((0.001, 0.1, 1, 10))
    if isinstance(value, list):
        return [*value, "annat"]
    if value is None:
        return 50
    try:
        return f"{float(value) + draw.choice((-1, 1)) * draw.choice((0.01, 1, 1000)):.2f}"
    except ValueError:
        return draw.choice([w for w in ("keep", "come-back", "leave") if w != value])


def test_verify_tells_which_figures_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said_papers(ROOT, "huddinge-2025", tmp_path)
    found = said_json(ROOT, "huddinge-2025")
    file = tmp_path / "result.json"
    file.write_text(json.dumps(found), "utf-8")
    arguments = ["huddinge-2025", "--json", str(file), "--papers", str(tmp_path)]
    capsys.readouterr()
    assert verify(arguments) == 0
    said = capsys.readouterr().out
    assert "JSON: 270 av 270 siffror stämmer." in said
    assert said.count("siffror stämmer.") == 5
    found["networks"]["sekom"]["total"] += 1
    file.write_text(json.dumps(found), "utf-8")
    memo = next(tmp_path.glob("bilaga-1*"))
    memo.write_text(memo.read_text("utf-8").replace("73 (59–80)", "74 (59–80)"), "utf-8")
    assert verify(arguments) == 1
    said = capsys.readouterr().out
    assert "JSON: sekom/total: står" in said and "JSON: 269 av 270 siffror stämmer." in said
    assert "Sammanvägt: står annat, omräkningen ger 73 (59–80)" in said
