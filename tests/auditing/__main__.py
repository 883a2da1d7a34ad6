"""Which figures of a real evaluation agree with the second implementation: make verify."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests import ROOT
from tests.auditing.figures import agrees, json_figures
from tests.auditing.papers import paper_figures
from tests.oracle.method import recomputed


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every figure agrees, 1 where one does not."""
    parser = argparse.ArgumentParser(
        prog="make verify",
        description="Räkna om en utvärdering och jämför varje siffra i JSON och i handlingarna.",
    )
    parser.add_argument("evaluation", metavar="UTVÄRDERING")
    parser.add_argument("--data", type=Path, default=ROOT, metavar="MAPP", help="datamappen")
    parser.add_argument("--json", type=Path, metavar="FIL", help="en JSON som redan är skriven")
    parser.add_argument(
        "--papers", type=Path, metavar="MAPP", help="handlingar (txt) som är skrivna"
    )
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        papers = asked.papers or _papers(asked.data, asked.evaluation, Path(made))
        texts = {path.name: path.read_text("utf-8") for path in sorted(papers.glob("*.txt"))}
    said = asked.json.read_text("utf-8") if asked.json else _json(asked.data, asked.evaluation)
    found, oracle = json.loads(said), recomputed(asked.data, asked.evaluation)
    rows = [
        ("JSON", place, mine, agrees(theirs, mine), theirs)
        for place, theirs, mine in json_figures(found, oracle)
    ]
    drawn = found["robustness"]["networks"]
    rows += [
        (each.paper, each.place, each.expected, each.agrees, "annat")
        for each in paper_figures(texts, oracle, drawn)
    ]
    return _told(rows)


def _told(rows: Sequence[tuple[str, str, object, bool, object]]) -> int:
    right, whole = Counter[str](), Counter[str]()
    for where, place, mine, agreeing, theirs in rows:
        whole[where] += 1
        right[where] += agreeing
        if not agreeing:
            print(f"{where}: {place}: står {theirs}, omräkningen ger {mine}")
    for where, many in whole.items():
        print(f"{where}: {right[where]} av {many} siffror stämmer.")
    print(
        "Andelarna av 100 dras med slumpen och räknas inte om; handlingarna är jämförda med JSON."
    )
    return 0 if right == whole else 1


def _papers(data: Path, evaluation: str, folder: Path) -> Path:
    _run("papers", evaluation, "--to", "txt", "-o", str(folder), "--data", str(data))
    return folder


def _json(data: Path, evaluation: str) -> str:
    return _run("result", evaluation, "--json", "--data", str(data))


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "natverkskollen", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
