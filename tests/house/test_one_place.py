"""What a person or a server will one day answer is asked in one place: the time, and who it is."""

import ast
import re
from pathlib import Path

from tests import ROOT
from tests.house.trees import nodes

MODULES = [*ROOT.glob("natverkskollen/**/*.py"), *ROOT.glob("components/**/*.py")]


def test_the_time_is_asked_in_one_place() -> None:
    asked = []
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = f"{getattr(node.func.value, 'id', '')}.{node.func.attr}"
                if name in ("date.today", "datetime.now", "datetime.today", "datetime.utcnow"):
                    asked.append(path.relative_to(ROOT).as_posix())
    assert asked == ["natverkskollen/store/clock.py"]


def test_whoever_has_opened_the_program_is_named_in_one_place() -> None:
    named = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("[cn]*/**/*.py")
        for node in nodes(path)
        if isinstance(node, ast.Constant) and node.value == "handläggaren"
    ]
    assert named == ["natverkskollen/model/principal.py"]


def test_a_page_reaches_the_store_through_the_run_that_remembers() -> None:
    """Else a save would not be seen by what is drawn after it."""
    assert [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("components/**/*.py")
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module == "natverkskollen.store"
        if {"store_at", "YamlStore"} & {name.name for name in node.names}
    ] == ["components/shell/run.py"]


def test_a_text_field_is_drawn_in_one_place() -> None:
    """Where what is pasted is cleaned and a limit told; no page draws one of its own."""
    drawn = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("components/**/*.py")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in ("text_input", "text_area")
    }
    assert drawn == {"components/shell/text_fields.py"}


def test_what_a_person_may_do_is_asked_in_one_place() -> None:
    """The pages ask components/shell/rights.py; the way in asks for itself, before any page."""
    asking = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("components/**/*.py")
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        if {"rights_at", "rights_of", "Rights"} & {name.name for name in node.names}
    }
    assert {path for path in asking if not path.startswith("components/login/")} == {
        "components/shell/rights.py"
    }


def test_how_a_half_is_rounded_is_said_in_one_place() -> None:
    assert {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.alias) and node.name in ("ROUND_HALF_UP", "ROUND_HALF_EVEN")
    } == {"natverkskollen/swedish/numbers.py"}


def test_what_a_verdict_is_called_is_said_in_one_place() -> None:
    """Beside it stand the glossary, which explains the words, and what a decision is called."""
    assert {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search(r"\b(avvakta|ansök inte)\b", node.value, re.IGNORECASE)
        if node.value not in explained(path)
    } == {
        "natverkskollen/analysis/wording.py",
        "natverkskollen/decisions/settling.py",
        "natverkskollen/model/outcome.py",
        "natverkskollen/swedish/glossary.py",
    }


def explained(path: Path) -> set[str]:
    """The docstrings of a module: what no user reads."""
    kinds = (ast.Module, ast.FunctionDef, ast.ClassDef)
    return {ast.get_docstring(n, clean=False) or "" for n in nodes(path) if isinstance(n, kinds)}
