"""The modules of the program as trees: each is parsed once, whichever rules look at it."""

import ast
from functools import cache
from pathlib import Path


@cache
def tree(path: Path) -> ast.Module:
    """A module as a tree; nobody changes it."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=path.as_posix())


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module, wherever in it."""
    return tuple(ast.walk(tree(path)))
