"""A table with long text can be read whole on a tablet and a phone, without rolling it sideways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.building.many import many_networks_folder
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.walking import resize, visit

# The captions of the tables, and of those that are cut off beside them.
_CUT = """() => {
  const tables = [...document.querySelectorAll(".nk-stacks")];
  const cut = tables.filter((each) => each.scrollWidth > each.parentElement.clientWidth);
  return [tables, cut].map((found) => found.map((each) => each.caption.textContent));
}"""
_CASES: list[str] = []


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    def prepare(data: Path) -> None:
        _CASES[:] = ["huddinge-2025", many_networks_folder(data, 12, 1)]

    with serve(tmp_path_factory.mktemp("tables"), prepare=prepare) as served:
        yield served


@pytest.mark.parametrize(
    ("name", "caption"), [("Översikt", "Nätverken i sammandrag"), ("Medlemskap", "Medlemskapen")]
)
def test_no_column_is_cut_off(name: str, caption: str, page: Page, app: ServedApp) -> None:
    for case in _CASES:
        visit(page, app, name, utvardering=case)
        for width in (820, 390):
            resize(page, width, 1180)
            tables, cut = page.evaluate(_CUT)
            assert caption in tables and cut == [], (case, width)
