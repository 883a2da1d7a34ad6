"""One glossary: the help on the pages and docs/ordlista.md say the same."""

import ast
from pathlib import Path

from natverkskollen.swedish.glossary import TERMS, glossary, term
from tests import ROOT


def test_the_glossary_in_the_documentation_is_the_one_the_pages_show() -> None:
    """Out of step? Write what `glossary()` gives to docs/ordlista.md."""
    assert (ROOT / "docs" / "ordlista.md").read_text(encoding="utf-8") == glossary()


def test_no_word_is_explained_twice() -> None:
    words = [each.word.lower() for each in TERMS]
    assert len(words) == len(set(words))


def test_every_word_a_page_explains_is_in_the_glossary() -> None:
    """A page that asks for an unknown word would fail when it is opened."""
    asked = [
        word.value
        for room in ("components", "natverkskollen")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("explained")
        for given in node.args
        for word in ast.walk(_named(given, path) if isinstance(given, ast.Starred) else given)
        if isinstance(word, ast.Constant)
    ]
    assert len(asked) >= 30
    for word in asked:
        assert term(word).meaning.endswith(".")


def _named(given: ast.Starred, path: Path) -> ast.AST:
    """The words that a name stands for in the same file; none where it is a parameter's."""
    name = ast.unparse(given.value)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return node.value
    return ast.Tuple([], ast.Load())
