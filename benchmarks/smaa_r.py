"""SMAA beside the R packages smaa and hitandrun: time, and whether the shares agree."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from benchmarks.timing import count, medians, ms

REPEATS = {10_000: 31, 100_000: 15, 1_000_000: 5}
# By chance, one comparison of a hundred shares in a thousand has a share further off than this.
MOST_ERRORS = 4.5
_SCRIPT = Path(__file__).with_suffix("").with_name("smaa.R")
_VERSIONS = (
    "for (p in c('smaa', 'hitandrun')) cat(p, as.character(packageVersion(p)), '');"
    "cat('i R', as.character(getRversion()))"
)

Ours = Callable[[int], np.ndarray]
Ask = Callable[[str], list[str]]


def comparison(table: np.ndarray, ours: Ours) -> str:
    """Markdown: medians where the programs take turns, and the greatest difference in a share.

    `ours` gives the rank acceptabilities (networks, ranks) of `table` from a number of draws.
    """
    head = "### R-paketen smaa och hitandrun: slumpade viktningar, fasta betyg, rangandelar"
    versions = _versions()
    if not versions:
        return f"{head}\n\nInte mätt: R med paketen smaa och hitandrun saknas."
    rows = [
        head,
        "",
        f"{versions}. Kvoterna är R mot Nätverkskollen.",
        "",
        "| dragningar | Nätverkskollen | R från tabellen | kvot | R, mätvärdena upplagda | kvot |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    agreements = []
    for draws, repeats in REPEATS.items():
        with _r(table, draws) as ask:
            found = medians(
                {
                    "ours": lambda draws=draws: ours(draws),
                    "table": lambda ask=ask: ask("table"),
                    "laid out": lambda ask=ask: ask("laid out"),
                },
                repeats,
            )
            theirs = np.array([line.split(",") for line in ask("shares")], dtype=float)
        own = found.pop("ours")
        cells = (f"{ms(each)} | {each / own:.1f} ×".replace(".", ",") for each in found.values())
        rows.append(f"| {count(draws)} | {ms(own)} | {' | '.join(cells)} |")
        agreements.append(agreement(ours(draws), theirs, draws))
    return "\n".join([*rows, "", *agreements])


def standard_errors(ours: np.ndarray, theirs: np.ndarray, draws: int) -> float:
    """How many standard errors apart the two most different shares are, of `draws` draws each."""
    pooled = (ours + theirs) / 2
    error = np.sqrt(2 * pooled * (1 - pooled) / draws)
    apart = np.abs(ours - theirs)
    return float(np.max(np.divide(apart, error, out=np.zeros_like(apart), where=error > 0)))


def agreement(ours: np.ndarray, theirs: np.ndarray, draws: int) -> str:
    """A line that says whether the shares from two programs agree within what chance allows."""
    errors = standard_errors(ours, theirs, draws)
    verdict = "stämmer överens" if errors <= MOST_ERRORS else "STÄMMER INTE ÖVERENS"
    points = 100 * np.max(np.abs(ours - theirs))
    said = f"{points:.2f} procentenheter, {errors:.1f} standardfel (gräns {MOST_ERRORS})"
    return (
        f"- {count(draws)} dragningar: svaren {verdict}. Största skillnaden bland "
        f"{ours.size} rangandelar är {said.replace('.', ',')}."
    )


def _versions() -> str:
    """Which packages and which R; empty where any of them is missing."""
    if not shutil.which("Rscript"):
        return ""
    told = subprocess.run(["Rscript", "-e", _VERSIONS], capture_output=True, text=True, check=False)
    return told.stdout if told.returncode == 0 else ""


@contextmanager
def _r(table: np.ndarray, draws: int) -> Iterator[Ask]:
    """An R process that runs once per question, so that its start is not measured."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_text("\n".join(",".join(map(str, row)) for row in table) + "\n")
        command = ["Rscript", str(_SCRIPT), str(draws), str(path)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        ) as process:

            def ask(question: str) -> list[str]:
                process.stdin.write(f"{question}\n")
                answer = []
                while (line := process.stdout.readline().strip()) != "done":
                    if not line:
                        raise RuntimeError("R stopped; its own words are above")
                    answer.append(line)
                return answer

            yield ask
            process.stdin.close()
