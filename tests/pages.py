"""The pages of the app, read from the menu itself so that a new page is tested by being added."""

import ast

from tests import ROOT

MENU = ROOT / "components" / "pages" / "menu.py"
EVALUATIONS = tuple(sorted(p.parent.name for p in ROOT.glob("evaluations/*/evaluation.yaml")))


def _listed() -> tuple[tuple[str, str, str], ...]:
    for node in ast.parse(MENU.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_PAGES":
            return ast.literal_eval(node.value)
    raise AssertionError("components/pages/menu.py has no _PAGES")


# (file, title, url path) of each page, in the menu's order; the first is the start page.
PAGES = _listed()
FILES = tuple(file for file, _, _ in PAGES)


def address(path: str) -> str:
    """What stands after the slash in the address of a page: nothing for the start page."""
    return "" if path == PAGES[0][2] else path
