"""Every field that asks for a day as ÅÅÅÅ-MM-DD has a calendar beside it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests import ROOT

_DAY = "ÅÅÅÅ-MM-DD"


def _labelled() -> Iterator[tuple[Path, int, str]]:
    """The function that is called wherever a label of that kind is written out."""
    for path in sorted((ROOT / "components").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            words = [arg for arg in node.args if isinstance(arg, ast.Constant)]
            if any(_DAY in str(word.value) for word in words):
                taken = {arg.id for arg in node.args if isinstance(arg, ast.Name)}
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                yield path, node.lineno, "day_line" if "day_line" in taken else name


def test_a_label_that_asks_for_a_day_is_that_of_a_field_for_one() -> None:
    found = list(_labelled())
    assert found
    assert [each for each in found if each[2] not in ("day_line", "case_day")] == []


def test_a_hint_that_asks_for_a_day_is_that_of_a_field_for_one() -> None:
    """The words of a form stand apart from its fields: each is drawn by `.day("name"`."""
    words = re.compile(rf'"(\w+)": \(\s*"[^"]+",\s*"[^"]*{_DAY}')
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "components").rglob("*.py")
    )
    names = set(words.findall(code))
    assert {"date", "as_of", "published", "assignment_day"} <= names
    drawn = set(re.findall(r'\.day\(\s*"(\w+)"', code)) | {"since"}
    assert names <= drawn
