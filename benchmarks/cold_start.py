"""From starting the server's process to the first view drawn: our app beside `streamlit hello`."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.served import ROOT, chromium, served, window
from tests.e2e.walking import HUDDINGE, settle

RUNS = 7
MOST = 2.0  # times hello


@dataclass(frozen=True)
class _App:
    name: str
    command: tuple[str, ...]
    folder: Path
    query: str
    heading: str


def report() -> str:
    """A Markdown table of medians in seconds, with the ratio to hello; they take turns."""
    with tempfile.TemporaryDirectory() as empty, chromium() as browser:
        apps = (
            # In a folder of its own, so that our settings are not hello's.
            _App("streamlit hello", ("hello",), Path(empty), "", "Welcome to Streamlit"),
            _App(
                f"Nätverkskollen, {HUDDINGE}",
                ("run", "app.py"),
                ROOT,
                f"?utvardering={HUDDINGE}",
                "Översikt",
            ),
        )
        # The first round only warms the disk.
        rounds = [[_start(browser, app) for app in apps] for _ in range(RUNS + 1)][1:]
    each = [
        [median(seconds) for seconds in zip(*turns, strict=True)]
        for turns in zip(*rounds, strict=True)
    ]
    hello = each[0][1]
    rows = [
        f"| {app.name} | {answers:.2f} | {drawn:.2f} | {drawn / hello:.2f} |".replace(".", ",")
        for app, (answers, drawn) in zip(apps, each, strict=True)
    ]
    ratio = each[1][1] / hello
    assert ratio <= MOST or not os.environ.get("STRICT"), f"{ratio:.2f} times hello"
    head = f"### Kallstart: från startad process till första vyn, sekunder, median av {RUNS}\n"
    columns = "| app | servern svarar | första vyn är ritad | mot hello |"
    return "\n".join([head, columns, "|---|--:|--:|--:|", *rows])


def _start(browser: Browser, app: _App) -> tuple[float, float]:
    """Seconds until the server answers, and until the page is drawn and its script has ended."""
    with window(browser) as page:
        started = time.perf_counter()
        with served(*app.command, folder=app.folder) as url:
            answers = time.perf_counter() - started
            page.goto(f"{url}/{app.query}", wait_until="commit")
            page.get_by_role("heading", level=1, name=app.heading).wait_for()
            settle(page)
            return answers, time.perf_counter() - started
