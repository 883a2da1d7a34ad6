"""Code that nothing in the program reaches is taken away, not kept for later."""

import ast
from collections.abc import Iterator
from pathlib import Path

from vulture import Vulture

from tests import ROOT
from tests.house.trees import nodes, tree

# Reached by name or by a library, never by a call of ours.
REACHED_OTHERWISE = {
    "ignore_aliases": "PyYAML calls it",
    "indentless": "PyYAML gives it",
    "intercepted_binops": "Jinja's sandbox reads it",
    "model_config": "pydantic reads it",
    "schema_version": "every file says it",
    "glossary": "what docs/ordlista.md holds, compared by its test",
    "selftest": "a door of the Store that tests and whoever watches a server go through",
}


def test_nothing_in_the_program_is_reached_by_tests_alone() -> None:
    finder = Vulture(ignore_decorators=["@model_validator*", "@field_validator*"])
    finder.scavenge([str(ROOT / place) for place in ("natverkskollen", "components", "app.py")])
    assert [
        f"{Path(item.filename).relative_to(ROOT).as_posix()}:{item.first_lineno} {item.name}"
        for item in finder.get_unused_code(min_confidence=60)
        if item.typ != "attribute"  # an attribute set is read by Word, pikepdf or the browser
        and item.name not in REACHED_OTHERWISE
    ] == []


def test_what_a_module_keeps_to_itself_it_uses() -> None:
    """A name may be used in another module, which says nothing of this one's."""
    assert [
        f"{path.relative_to(ROOT).as_posix()} {name}"
        for path in ROOT.glob("[cn]*/**/*.py")
        for name in kept_to_itself(path)
        if not any(isinstance(n, ast.Name) and n.id == name and reads(n) for n in nodes(path))
    ] == []


def kept_to_itself(path: Path) -> Iterator[str]:
    """The private names that a module gives something on its outermost level."""
    for node in tree(path).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names = [node.name]
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            names = [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and not reads(n)]
        else:
            continue
        yield from (
            name
            for name in names
            if name.startswith("_") and not name.startswith("__") and name != "_"
        )


def reads(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Load)
