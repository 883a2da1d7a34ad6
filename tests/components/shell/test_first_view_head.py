"""What the head of the page tells a browser: the parts of Streamlit's page that it will show."""

import re
from pathlib import Path

from components.shell.first_view import SHOWN, scripts_shown, told_in_head
from tests.parts_of_fonts import STATIC

SCRIPTS = STATIC / "static/js"


def test_every_part_that_is_named_is_there_with_all_that_it_imports() -> None:
    """With another version of Streamlit a name may be gone, and the page slower without a word."""
    found = scripts_shown()
    for name in SHOWN:
        assert [each for each in found if re.fullmatch(rf"{name}\.[\w-]+\.js", each)], name
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    there = {*found, *re.findall(r"\./static/js/([^\"]+)", html)}
    for each in found:
        code = (SCRIPTS / each).read_text(encoding="utf-8")
        imported = re.findall(r"""(?:from|import)\s*[`"']\./([^`"']+\.js)[`"']""", code)
        assert set(imported) <= there, each
    assert sum((SCRIPTS / each).stat().st_size for each in found) < 400_000


def test_each_of_them_is_fetched_from_where_the_page_fetches_it() -> None:
    fetched = re.findall(r'<link rel="modulepreload" crossorigin href="([^"]+)">', told_in_head())
    assert fetched == [f"./static/js/{name}" for name in scripts_shown()]
    assert all((STATIC / Path(each)).is_file() for each in fetched)
