"""A Streamlit server of its own process and a Chromium to look at it with."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import find_browser, launch_arguments

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60


@contextmanager
def chromium() -> Iterator[Browser]:
    """A started browser without windows."""
    path = str(find_browser())  # starts a driver of its own, so it goes first
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=launch_arguments())
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser) -> Iterator[Page]:
    """An empty window that has cached nothing."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.context.close()


@contextmanager
def served(*command: str, folder: Path = ROOT) -> Iterator[str]:
    """The address of `streamlit <command>` started in `folder`, from when the server answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true"]
    options += ["--browser.gatherUsageStats", "false"]
    with subprocess.Popen(
        [sys.executable, "-m", "streamlit", *command, *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    ) as server:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(f"{url}/_stcore/health", server)
            yield url
        finally:
            server.terminate()


def _wait(address: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError(f"no answer at {address}")
