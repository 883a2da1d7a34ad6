"""The pages of the app, as the menu has them, so that a new page is tested by being added."""

from components.shell.addresses import PAGES
from tests import ROOT

MENU = ROOT / "components" / "pages" / "menu.py"
EVALUATIONS = tuple(sorted(p.parent.name for p in ROOT.glob("evaluations/*/evaluation.yaml")))


# (file, title, url path) of each page, in the menu's order; the first is the start page.
FILES = tuple(file for file, _, _ in PAGES)


def address(path: str) -> str:
    """What stands after the slash in the address of a page: nothing for the start page."""
    return "" if path == PAGES[0][2] else path
