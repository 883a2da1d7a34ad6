"""From a moved slider to the last change on screen: Jämför beside an empty Streamlit app."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.browser import find_browser, launch_arguments

ROOT = Path(__file__).resolve().parents[1]
RUNS = 30

# Starts a clock at the key press and stops it at the last change of the page before it has been
# quiet for 400 ms; the quiet time itself is not counted.
_CLOCK = """() => {
  window.clock = { start: 0, last: 0 };
  new MutationObserver(() => { window.clock.last = performance.now(); }).observe(
    document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener("keydown", () => {
    window.clock.start = performance.now(); window.clock.last = window.clock.start; }, true);
}"""
_QUIET = """() => window.clock.last > window.clock.start
  && performance.now() - window.clock.last > 400"""


def report() -> str:
    """A Markdown table of medians in milliseconds, with the ratio to the empty app."""
    path = str(find_browser())  # starts a driver of its own, so it goes first
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=launch_arguments())
        measured = {}
        for name, script, address in (
            ("tom app", "benchmarks/empty_app.py", ""),
            ("Jämför, egna vikter", "app.py", "jamfor?utvardering=huddinge-2025&vikter=poang"),
        ):
            with _served(script) as url:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(f"{url}/{address}")
                measured[name] = _median(page)
                page.close()
        browser.close()
    floor = measured["tom app"]
    rows = [f"| {name} | {ms:.0f} | {ms / floor:.1f} |" for name, ms in measured.items()]
    head = f"### Reglage till sista ändring på skärmen, median av {RUNS}\n"
    return "\n".join([head, "| app | ms | mot tom app |", "|---|--:|--:|", *rows])


def _median(page: Page) -> float:
    slider = page.locator("input[type=range]").first
    slider.wait_for(state="attached", timeout=30_000)
    page.wait_for_timeout(2500)
    page.evaluate(_CLOCK)
    slider.focus()
    times = []
    for run in range(RUNS + 3):
        slider.press("ArrowRight" if run % 2 else "ArrowLeft")
        page.wait_for_function(_QUIET, timeout=20_000)
        times.append(page.evaluate("() => window.clock.last - window.clock.start"))
    return median(times[3:])


@contextmanager
def _served(script: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    ) as server:
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(200):
                try:
                    urllib.request.urlopen(f"{url}/_stcore/health").close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield url
        finally:
            server.terminate()
