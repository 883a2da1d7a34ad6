"""A data folder that holds templates and nothing else, for the tests of what templates do."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with an empty templates/."""
    (tmp_path / "templates").mkdir()
    return tmp_path
