"""Every value that the program ships is known by its mark."""

from __future__ import annotations

from natverkskollen.editing.shipped_values import items, mark, shipped_marks
from natverkskollen.store import read_library
from natverkskollen.store.plain_data import plain
from tests import ROOT


def test_every_value_that_is_shipped_now_has_its_mark() -> None:
    """Else the next version would take it for somebody's own. Run `natverkskollen schema`."""
    known = shipped_marks()
    missing = [
        (id_, key)
        for id_, network in read_library(ROOT).networks.items()
        for key, value in items(plain(network)).items()
        if mark(key, value) not in known.get(id_, ())
    ]
    assert missing == []
