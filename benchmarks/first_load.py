"""What the first view of a page fetches and how long it takes at 10 Mbit/s, with nothing cached.

An empty Streamlit app takes its turn among the pages: less than it takes no page can take.
"""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.served import chromium, served
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.proxy import Cable
from tests.e2e.walking import HUDDINGE, settle
from tests.pages import PAGES, address

RUNS = 3
MOST_MEGABYTES = 1.5
BYTES_A_SECOND = 10_000_000 / 8
VIEWS = {title: address(url) for _, title, url in PAGES} | {
    "Resultat, andra vikter och svar (interaktivt diagram)": "resultat?avsnitt=sakerhet",
}
EMPTY = "en tom Streamlit-app"
INTERACTIVE = "interaktivt"


@dataclass
class _Fetched:
    """The bytes that came over the line, compressed as they came."""

    total: int = 0

    def listen(self, session: CDPSession) -> None:
        session.on("Network.loadingFinished", self._file)
        session.on("Network.webSocketFrameReceived", self._frame)

    def _file(self, event: dict[str, float]) -> None:
        self.total += int(event["encodedDataLength"])

    def _frame(self, event: dict[str, dict[str, str]]) -> None:
        # A binary frame is told in base64, four characters for three bytes.
        self.total += len(event["response"]["payloadData"]) * 3 // 4


def report() -> str:
    """A Markdown table of megabytes and seconds; with STRICT=1 a missed goal is an error."""
    seen: dict[str, list[tuple[int, float]]] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium() as browser,
        served("run", "benchmarks/empty_app.py") as empty,
        serve(Path(folder)) as app,
    ):
        views = {EMPTY: empty} | {name: _address(app, where) for name, where in VIEWS.items()}
        for name in views:  # the server has read its files once
            _first_view(browser, views[name])
        for _ in range(RUNS):
            for name, url in views.items():
                seen.setdefault(name, []).append(_first_view(browser, url))
    rows = []
    floor = median(took for _, took in seen[EMPTY])
    for name, found in seen.items():
        megabytes = median(fetched for fetched, _ in found) / 1e6
        seconds = median(took for _, took in found)
        figures = f"{megabytes:.2f} | {seconds:.2f} | {seconds / floor:.2f}".replace(".", ",")
        rows.append(f"| {name} | {figures} |")
        met = name == EMPTY or INTERACTIVE in name or megabytes <= MOST_MEGABYTES
        assert met or not os.environ.get("STRICT"), f"{name}: {megabytes:.2f} MB"
    head = f"### Första visningen vid 10 Mbit/s, median av {RUNS}\n"
    columns = "| sida | MB | sekunder | mot tom app |"
    return "\n".join([head, columns, "|---|--:|--:|--:|", *rows])


def _address(app: ServedApp, where: str) -> str:
    if where == address(PAGES[0][2]):
        return app.url
    return f"{app.url}/{where}{'&' if '?' in where else '?'}utvardering={HUDDINGE}"


def _first_view(browser: Browser, url: str) -> tuple[int, float]:
    page: Page = browser.new_context(locale="sv-SE").new_page()
    page.set_default_timeout(120_000)  # a busy machine is told of by its seconds
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    fetched = _Fetched()
    fetched.listen(session)
    at = urlsplit(url)
    # Chromium's own throttling stops for good now and then, on the empty app too.
    line = Cable(at.port or 80, rate=BYTES_A_SECOND)
    started = time.perf_counter()
    page.goto(at._replace(netloc=f"{at.hostname}:{line.port}").geturl(), wait_until="commit")
    settle(page)
    took = time.perf_counter() - started
    page.wait_for_timeout(500)  # what comes after the first view is fetched too
    page.context.close()
    line.close()
    return fetched.total, took
