"""Where a reader meets our words: the program's own strings, the documents, the shipped files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests import ROOT

_CODE = re.compile(r"`[^`]*`|\]\([^)\s]*\)|https?://\S+|<[^>]*>")
_HOLDERS = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def within(path: Path, folders: tuple[str, ...]) -> bool:
    """Whether a file of the repository lies below one of these folders."""
    return path.relative_to(ROOT).as_posix().startswith(folders)


def program() -> list[Path]:
    """Every Python file whose words a reader can see."""
    return [*ROOT.glob("natverkskollen/**/*.py"), *ROOT.glob("components/**/*.py")]


def guides() -> list[Path]:
    """The READMEs and the documentation; the glossary's words are those of glossary.py."""
    patterns = ("*.md", "docs/**/*.md", "[a-z]*/README.md")
    found = {path for pattern in patterns for path in ROOT.glob(pattern)}
    hidden = {path for path in found if path.relative_to(ROOT).parts[0].startswith(".")}
    return sorted(found - hidden - {ROOT / "docs" / "ordlista.md"})


def shown_texts(source: str) -> Iterator[tuple[int, str]]:
    """Every string of a program with its line, but docstrings, patterns, exports and bare ids."""
    tree = ast.parse(source)
    silent = {id(node) for part in _silent(tree) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in silent:
            continue
        if isinstance(node.value, str) and not re.fullmatch(r"[a-z0-9_-]*", node.value):
            yield node.lineno, node.value


def _silent(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, _HOLDERS) and node.body and isinstance(node.body[0], ast.Expr):
            yield node.body[0]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield from node.args
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            yield node.value
        elif isinstance(node, ast.Assert) and node.msg:
            yield node.msg


def prose(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of a Markdown file without code, addresses and what is said in English."""
    code = english = False
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            english = "English" in line
        if line.lstrip().startswith("```"):
            code = not code
        elif not code and not english and not line.startswith("    "):
            yield number, _CODE.sub(" ", line)
