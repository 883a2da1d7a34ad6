"""A served app and a watched browser page for the tests that act as a person at a screen.

A test asks for `served_app` (its own server on its own copy of the data), `page` (Chromium,
Swedish, 1280 × 900) and, when it wants to assert on it, `traffic` (what the page complained about
and which addresses outside this machine it asked for). When a test fails, the server's log stands
in the report and a picture of each open page lies in pictures/.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    expect,
    sync_playwright,
)

from tests import ROOT
from tests.browser import find_browser, launch_arguments
from tests.building.folders import lay_afresh, shipped_folder
from tests.e2e.ready_server import ForkedServer, begin
from tests.e2e.traffic import Traffic

_ANSWERED = Path(__file__).with_name("answered.js")
START_SECONDS = 60
_LONG = ("accessibility", "stale_tabs", "first_evaluation", "leaving", "shell", "answer_fields")
_LONG += ("keyboard", "form_parts", "signing_in")
# No page is another by these: rubbish is looked for when there is some and not after every run, and
# the certificates of the world are not read, a tenth of a second at each sign-in.
_SPARED = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "false", "SSL_CERT_DIR": str(ROOT / "tests" / "e2e")}
_PLAIN = "--no-maglev,--no-opt,--no-flush-bytecode"
# The list takes the place of Playwright's own, of which the last two concern a page from here.
_AT_ONCE = "--disable-features=ScriptStreaming,PaintHolding,HttpsUpgrades"
ANSWER_MILLISECONDS = 60_000  # nobody waits so long but for what never comes
expect.set_options(timeout=ANSWER_MILLISECONDS)  # as long as a click waits; it has 5 s of its own


@dataclass(frozen=True)
class ServedApp:
    """A running server: where it answers, the data it writes to, its log, and its process."""

    url: str
    data: Path
    log: Path
    pid: int = 0

    @property
    def port(self) -> int:
        """The number it answers at."""
        return int(self.url.rsplit(":", 1)[1])

    def at(self, port: int) -> ServedApp:
        """The same server, reached by another number, as through a cable."""
        return replace(self, url=f"http://127.0.0.1:{port}")


@contextmanager
def serve(
    folder: Path,
    port: int | None = None,
    *more: str,
    prepare: Callable[[Path], None] = lambda data: None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[ServedApp]:
    """Serve the app with a copy of the shipped data in `folder`, on a free port or the one given.

    `more` are further options of the server; `prepare` may change the data before it starts. With
    `settings`, further variables of its environment, its clock is the one of tests/moving_clock.py.

    Data that is there already is served as it is, so that a test can restart the server.
    """
    data = folder / "data"
    shipped_folder(data)
    prepare(data)
    port = _number(port)
    url, logged = f"http://127.0.0.1:{port}", folder / "server.log"
    heard = folder / "connected-to"
    listening = ["tests.listening", str(heard)]
    clock = ["tests.moving_clock", str(folder / "clock")] if settings else []
    command = [*listening, *clock, "streamlit", "run", "app.py"]
    options = ["--server.port", str(port), "--server.headless", "true", *more]
    environment = os.environ | _SPARED | {"NATVERKSKOLLEN_DATA": str(data), "PYTHONUTF8": "1"}
    environment |= settings or {}
    with logged.open("wb") as log:
        server = begin([*command, *options], environment, log)
        served = ServedApp(url, data, logged, server.pid)
        try:
            _wait_until_healthy(served, server)
            yield served
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
            _left.append(port)
    assert heard.read_text("utf-8") == "", "the server tried to reach something outside"


# Of servers that have ended. What a browser has fetched and compiled it keeps by the number.
_left: list[int] = []


def _number(port: int | None) -> int:
    """The number for a server: the one asked for, or one that another has left, or a new one."""
    if port in _left:
        _left.remove(port)
    return port or (_left.pop() if _left else free_port())


@pytest.fixture(scope="package")
def _lent_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    with serve(tmp_path_factory.mktemp("lent-app")) as served:
        yield served


@pytest.fixture
def served_app(_lent_app: ServedApp, tmp_path: Path) -> ServedApp:
    """A server with data of this test's own, for tests that write.

    The server is one for all of them, since a start takes seconds; the data is laid out afresh. A
    test that is about the server itself starts its own with `serve`.
    """
    lay_afresh(_lent_app.data, tmp_path)
    return _lent_app


@pytest.fixture(scope="package")
def read_only_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    """One server shared by the tests that only look; they save the second a start takes."""
    with serve(tmp_path_factory.mktemp("read-only-app")) as served:
        yield served


# Package, not session: Playwright's event loop would otherwise run on through tests outside e2e/.
@pytest.fixture(scope="package")
def launch() -> Iterator[Callable[..., Browser]]:
    """What starts a browser, with further arguments if any are given."""
    executable = find_browser()
    with sync_playwright() as playwright:
        yield lambda *more: playwright.chromium.launch(
            executable_path=executable, args=[*launch_arguments(), *more]
        )


@pytest.fixture(scope="package")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """One process for all its pages, which has then compiled what it has shown once.

    A page is shown for some seconds, and compiling better what it runs often costs more than it
    gives. So does reading a program on the way here, when it has been compiled before.
    """
    plainly = ("--renderer-process-limit=1", "--in-process-gpu", f"--js-flags={_PLAIN}", _AT_ONCE)
    browser = launch(*plainly)
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for every test, since what it has fetched and compiled once is half a start."""
    page = new_page(browser)
    yield page.context
    page.context.close()


@pytest.fixture
def _heard() -> Traffic:
    return Traffic()


@pytest.fixture
def page(window: BrowserContext, _heard: Traffic) -> Iterator[Page]:
    """A new, watched page with no memory of earlier tests."""
    page = window.new_page()
    _heard.watch(page)
    yield page
    window.clear_cookies()
    for each in window.pages[1:]:
        with suppress(Error):  # a page that shows no address has nothing kept
            each.evaluate("localStorage.clear()")
        each.close()
    assert _heard.outside_requests == []


@pytest.fixture
def traffic(page: Page, _heard: Traffic) -> Traffic:
    """What `page` has complained about and asked for so far, each address of it."""
    _heard.follow(page)
    return _heard


def new_page(browser: Browser, **more: Any) -> Page:
    """A window 1280 × 900 in Sweden, where nothing moves more than it must; `more` is what else
    its context is to be."""
    context = browser.new_context(
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
        **more,
    )
    context.set_default_timeout(ANSWER_MILLISECONDS)
    context.add_init_script(path=_ANSWERED)
    return context.new_page()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, before what needs no browser and is shorter."""

    def turn(item: pytest.Item) -> int:
        name = item.path.stem.removeprefix("test_")
        return _LONG.index(name) if item.get_closest_marker("e2e") and name in _LONG else len(_LONG)

    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
    items.sort(key=turn)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    report = yield
    if report.when == "call" and report.failed:
        for app in item.funcargs.values():
            if isinstance(app, ServedApp):
                log = app.log.read_text(encoding="utf-8", errors="replace")
                report.sections.append(("Server log", log))
        page = item.funcargs.get("page")
        for number, each in enumerate(page.context.pages if page else (), 1):
            picture = ROOT / "pictures" / f"failed-{item.name}-{number}.png"
            with suppress(Error, OSError):
                each.screenshot(path=picture, full_page=True)
                report.sections.append((f"Picture of {each.url}", str(picture)))
    return report


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_until_healthy(served: ServedApp, server: subprocess.Popen | ForkedServer) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with suppress(URLError, OSError), urlopen(f"{served.url}/_stcore/health", timeout=2):
            return
        time.sleep(0.05)
    log = served.log.read_text(encoding="utf-8", errors="replace")
    pytest.fail(f"The server never became healthy at {served.url}.\n{log}", pytrace=False)
