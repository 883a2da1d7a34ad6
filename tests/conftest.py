"""A small data folder and its store, for every test that asks."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from natverkskollen.output.papers import template_process
from natverkskollen.store import YamlStore
from tests import ROOT
from tests.building.folders import small_folder
from tests.building.ready_children import ready_start
from tests.listening import Listening, failed

_LONG = {"robust", "shipped", "cases"}  # folders of tests/

# The whole suite runs without the world outside: see tests/house/test_no_egress.py.
OUTSIDE = Listening().begin()

# No property test fails for being slow on a busy machine.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of the test's own: one criteria set, two networks and one evaluation."""
    return small_folder(tmp_path / "data")


@pytest.fixture
def store(folder: Path) -> YamlStore:
    """The store of that folder."""
    return YamlStore(folder)


@pytest.fixture(autouse=True, scope="session")
def ready_children() -> Iterator[None]:
    """Processes that fill in templates are forked, where the system can, instead of started."""
    with pytest.MonkeyPatch.context() as patch:
        if hasattr(os, "fork"):
            patch.setattr(template_process, "_start", ready_start())
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, or one processor waits for the other at the end."""

    def turn(item: pytest.Item) -> int:
        room = item.path.relative_to(ROOT).parts[1]
        return 0 if room == "e2e" else 1 if room in _LONG else 2

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """What is loaded by now stays; to look through it for what can go is a twentieth of all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_sessionfinish() -> None:
    """What is left when all is done is not looked through five times."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    report = yield
    failed(report, OUTSIDE.taken())
    return report
