"""Översikt with a hundred evaluations in the folder beside three: the first open and later ones."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.served import chromium
from tests.building.many import ANSWERS, many_evaluations
from tests.e2e.conftest import serve

FEW, MANY = 3, 100
STARTS, OPENINGS = 3, 10
MOST = 2.0


def report() -> str:
    """A table of medians in milliseconds and their ratio; with STRICT it fails above MOST."""
    first: dict[int, list[float]] = {FEW: [], MANY: []}
    later: dict[int, list[float]] = {FEW: [], MANY: []}
    with chromium() as browser:
        for _ in range(STARTS):
            for count in (FEW, MANY):
                _measure(browser, count, first[count], later[count])
    rows, ratios = [], []
    for name, times in (("första gången efter start", first), ("därefter", later)):
        few, many = (median(times[count]) for count in (FEW, MANY))
        ratios.append(many / few)
        rows.append(f"| {name} | {few:.0f} | {many:.0f} | {many / few:.2f} |")
    assert max(ratios) <= MOST or not os.environ.get("STRICT"), ratios
    head = f"### Översikt öppnas, {ANSWERS} svar i varje utvärdering\n"
    columns = f"| | {FEW} utvärderingar, ms | {MANY} utvärderingar, ms | kvot |"
    return "\n".join([head, columns, "|---|--:|--:|--:|", *rows])


def _measure(browser: Browser, count: int, first: list[float], later: list[float]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        many_evaluations(Path(folder) / "data", count)
        with serve(Path(folder)) as served:
            page = browser.new_context(locale="sv-SE").new_page()
            # The browser fetches the program's own files once; that is not what is measured.
            page.goto(f"{served.url}/_stcore/health")
            first.append(_open(page, served.url))
            later += [_open(page, served.url) for _ in range(OPENINGS)]
            page.close()


def _open(page: Page, url: str) -> float:
    """Milliseconds until the last part of the page stands there."""
    started = time.perf_counter()
    page.goto(url)
    page.get_by_role("heading", name="Ärendet").wait_for(timeout=60_000)
    page.get_by_text("utgåva 20").first.wait_for(timeout=60_000)
    return (time.perf_counter() - started) * 1000
