"""Every example in a docstring gives what it says."""

import doctest
from importlib import import_module

import pytest

from tests import ROOT

PLACES = [path for top in ("natverkskollen", "components") for path in (ROOT / top).rglob("*.py")]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in PLACES
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_right(name: str) -> None:
    tried = doctest.testmod(import_module(name))
    assert tried.attempted > 0 and tried.failed == 0


def test_there_are_examples() -> None:
    assert len(MODULES) > 10
