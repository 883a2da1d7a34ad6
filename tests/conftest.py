"""A small data folder and its store, for every test that asks."""

from pathlib import Path

import pytest
from hypothesis import settings

from natverkskollen.store import YamlStore
from tests.building.folders import small_folder

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
