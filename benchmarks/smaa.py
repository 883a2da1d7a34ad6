"""SMAA on 10 networks × 12 criteria against a bare-numpy floor and against other programs."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import numpy as np

from benchmarks.smaa_r import comparison
from benchmarks.timing import count, medians, ms
from natverkskollen.analysis.robustness.reading import Space
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.robustness.smaa import CHUNK, smaa
from natverkskollen.analysis.robustness.weight_draws import anywhere
from natverkskollen.store import read_library

NETWORKS, CRITERIA = 10, 12
REPEATS = {10_000: 51, 100_000: 31, 1_000_000: 7}
DRAWS = 100_000


def values() -> np.ndarray:
    """The same table for every program (networks, criteria), 0–100."""
    return np.random.default_rng(20250401).uniform(5, 95, (NETWORKS, CRITERIA)).round()


def space(spread: float, common: float = 0) -> Space:
    """The table with every score fixed (0) or spread this many points either way.

    `common` is the part of the error that an assessor's answers share.
    """
    return Space(
        low=np.clip(values() - spread, 0, 100)[None],
        high=np.clip(values() + spread, 0, 100)[None],
        parts=np.ones((NETWORKS, CRITERIA)),
        unit_of=np.arange(CRITERIA),
        units=CRITERIA,
        least=np.full(CRITERIA, -np.inf),
        keep_from=60,
        leave_below=40,
        keys=tuple(range(NETWORKS)),
        answered=np.ones((NETWORKS, CRITERIA), bool),
        common=common,
    )


def floor(draws: int, spread: bool) -> None:
    """The least that any program must do: random numbers, one matrix product, the compares.

    In chunks and on one thread, as we do; nothing is counted, summed or kept.
    """
    rng = np.random.Generator(np.random.SFC64(1))
    table = values()
    for start in range(0, draws, CHUNK):
        rows = min(CHUNK, draws - start)
        weights = rng.standard_exponential((CRITERIA, rows))
        for _ in range(NETWORKS if spread else 0):
            rng.random((CRITERIA, rows), dtype=np.float32)
        totals = np.empty((NETWORKS, rows))
        for at in range(0, rows, 2048):
            np.matmul(table, weights[:, at : at + 2048], out=totals[:, at : at + 2048])
        totals /= weights.sum(axis=0)
        _ = totals >= 60, totals < 40
        for i in range(NETWORKS):
            for j in range(i):
                _ = totals[i] > totals[j]


def report() -> str:
    """Every table about SMAA, in Markdown."""
    with_r = comparison(values(), lambda draws: smaa(space(0), anywhere(), draws, 1).ranks)
    return "\n\n".join([_floors(), _peers(), with_r, _memory(), _slider()])


def _floors() -> str:
    rows = [
        "### SMAA, 10 nätverk × 12 kriterier, mot golvet i ren numpy",
        "",
        "| dragningar | betyg | Nätverkskollen | golv | kvot |",
        "|---:|---|---:|---:|---:|",
    ]
    for draws, repeats in REPEATS.items():
        for words, spread, common in (
            ("fasta", 0, 0),
            ("spann", 12, 0),
            ("spann, hälften gemensamt fel", 12, 0.5),
        ):
            ours = space(spread, common)
            found = medians(
                {
                    "ours": lambda ours=ours, draws=draws: smaa(ours, anywhere(), draws, 1),
                    "floor": lambda draws=draws, spread=spread: floor(draws, bool(spread)),
                },
                repeats,
            )
            rows.append(
                f"| {count(draws)} | {words} | {ms(found['ours'])} | {ms(found['floor'])} "
                f"| {found['ours'] / found['floor']:.2f} |".replace(".", ",")
            )
    return "\n".join(rows)


def _peers() -> str:
    contenders: dict[str, tuple[int, Callable[[int], float]]] = {
        "Nätverkskollen": (
            DRAWS,
            lambda draws: _timed(lambda: smaa(space(0), anywhere(), draws, 1)),
        ),
        f"pymcdm {version('pymcdm')}, WSM i en slinga": (2_000, _pymcdm),
        f"scikit-criteria {version('scikit-criteria')}, WeightedSumModel i en slinga": (
            200,
            _scikit_criteria,
        ),
    }
    rows = [
        f"### Andra program, {count(DRAWS)} dragningar av vikter, fasta betyg",
        "",
        "| program | mätta dragningar | tid, omräknad | mot Nätverkskollen |",
        "|---|---:|---:|---:|",
    ]
    ours = 0.0
    for name, (draws, run) in contenders.items():
        seconds = run(draws) * DRAWS / draws
        ours = ours or seconds
        ratio = f"{seconds / ours:.0f} ×" if seconds > ours else "1"
        rows.append(f"| {name} | {count(draws)} | {ms(seconds)} | {ratio} |")
    return "\n".join(rows)


def _pymcdm(draws: int) -> float:
    from pymcdm.methods import WSM

    table, types = values(), np.ones(CRITERIA)
    method = WSM(normalization_function=lambda column, cost=False: column)
    weights = np.random.default_rng(1).dirichlet(np.ones(CRITERIA), draws)

    def run() -> None:
        for row in weights:
            method.rank(method(table, row, types, validation=False))

    return _timed(run)


def _scikit_criteria(draws: int) -> float:
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    method, table = WeightedSumModel(), values()
    weights = np.random.default_rng(1).dirichlet(np.ones(CRITERIA), draws)

    def run() -> None:
        for row in weights:
            matrix = skcriteria.mkdm(table, [max] * CRITERIA, weights=row)
            method.evaluate(matrix).rank_  # noqa: B018

    return _timed(run)


def _timed(run: Callable[[], object], repeats: int = 5) -> float:
    return medians({"it": run}, repeats)["it"]


def _memory() -> str:
    """Python's own account, and the operating system's in a process of its own."""
    tracemalloc.start()
    smaa(space(12), anywhere(), 1_000_000, 1)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    # Not resource.getrusage: on Linux a child starts with its parent's peak.
    code = (
        "import benchmarks.smaa as b\n"
        "from natverkskollen.analysis.robustness.smaa import smaa\n"
        "from natverkskollen.analysis.robustness.weights import anywhere\n"
        "def peak():\n"
        "    rows = open('/proc/self/status').read().splitlines()\n"
        "    return int(next(row for row in rows if row.startswith('VmHWM')).split()[1])\n"
        "space = b.space(12)\nbefore = peak()\n"
        "smaa(space, anywhere(), 1_000_000, 1)\nprint((peak() - before) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    resident = f"{float(done.stdout):.0f} MB" if done.returncode == 0 else "inte mätt"
    return (
        "### Minne, 1 000 000 dragningar med spann\n\n"
        f"Toppen över start: {peak:.0f} MB enligt tracemalloc, {resident} enligt operativsystemet."
    )


def _slider() -> str:
    """Everything a page needs after a slider move, on the evaluations that ship."""
    library = read_library(Path(__file__).resolve().parent.parent)
    rows = [
        "### Allt om säkerheten på nytt, så som sidan Känslighet räknar när ett reglage flyttas",
        "",
        "| utvärdering | tid |",
        "|---|---:|",
    ]
    for id_, dossier in library.dossiers.items():
        seconds = _timed(lambda dossier=dossier: robustness(dossier), 31)
        rows.append(f"| {id_} | {ms(seconds)} |")
    return "\n".join(rows)
