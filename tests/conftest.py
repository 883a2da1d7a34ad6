"""A small data folder and its store, for every test that asks."""

from pathlib import Path

import pytest

from natverkskollen.store import YamlStore
from tests.building.folders import small_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of the test's own: one criteria set, two networks and one evaluation."""
    return small_folder(tmp_path / "data")


@pytest.fixture
def store(folder: Path) -> YamlStore:
    """The store of that folder."""
    return YamlStore(folder)
