"""The pages run without a browser, against a copy of the shipped data, and what they show."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import docx
import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from natverkskollen.files.data_folder import VARIABLE
from tests.building.folders import shipped_folder
from tests.components.drawn_by_browser import what_is_given_is_sent
from tests.pages import MENU

__all__ = ["what_is_given_is_sent"]

Opener = Callable[..., AppTest]


@pytest.fixture(autouse=True, scope="session")
def what_every_page_does_alike_is_done_once() -> Iterator[None]:
    """Every page without a browser looks for components in all that is installed, a tenth of a
    second each time; compiles the programs of the menu and of itself; and is asked a thousand
    times a second if it is done."""
    waits = local_script_runner.require_widgets_deltas

    def wait(runner: LocalScriptRunner, timeout: float = 3) -> None:
        assert runner._script_thread is not None
        runner._script_thread.join(timeout)
        waits(runner, 1 if runner.script_stopped() else 0)

    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        compiled = ScriptCache()
        for each in (app_test, local_script_runner):
            patch.setattr(each, "ScriptCache", lambda: compiled)
        patch.setattr(local_script_runner, "require_widgets_deltas", wait)
        yield


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped data that the app uses during the test."""
    folder = shipped_folder(tmp_path / "data")
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def own_word_template(data: Path) -> None:
    """The municipality has changed the Word template that came with the program."""
    path = str(data / "templates" / "huddinge.docx")
    own = docx.Document(path)
    own.core_properties.author = "Huddinge kommun"
    own.save(path)


@pytest.fixture
def open_page() -> Opener:
    """Opens a page as an address with query parameters does."""

    def opened(file: str, **parameters: str) -> AppTest:
        app = AppTest.from_file(MENU, default_timeout=60).run()  # the start page, which is light
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.switch_page(f"{file}.py").run()

    return opened


@pytest.fixture
def open_memo(data: Path, open_page: Opener) -> Callable[..., AppTest]:
    """Opens Papper for Huddinge in a session of its own, with every form on it open."""

    def page(**more: str) -> AppTest:
        app = unfolded(open_page("papers", utvardering="huddinge-2025", **more))
        assert not app.exception
        return app

    return page


def unfolded(app: AppTest) -> AppTest:
    """The page with all open that is drawn only for whoever opens it."""
    for part in app.get("expander"):
        if part.proto.id:  # $$ID-, a hash, and the key
            app.session_state[part.proto.id.split("-", 2)[2]] = True
    return app.run()


def shown(app: AppTest) -> str:
    """Every word on the page outside the input fields, on one line, with hard spaces kept."""
    words = [element.value for kind in _KINDS for element in app.get(kind)]
    words = [re.sub(r'<span class="nk-whole">(.*?)</span>', r"\1", each) for each in words]
    text = unescape(re.sub(r"<style.*?</style>|<[^>]*>", " ", " ".join(words), flags=re.S))
    return re.sub(r"[ \n]+", " ", text)


_KINDS = ("title", "header", "html", "markdown", "info", "warning", "error")
