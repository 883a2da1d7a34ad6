"""The house rules of CONTRIBUTING.md and docs/arkitektur.md that a machine can watch."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests import ROOT
from tests.house.trees import nodes, tree

DATA_ROOMS = ("criteria", "networks", "memberships", "evaluations", "templates")
DOCUMENT_ENGINES = {"docx", "docxtpl", "typst", "jinja2"}
SCREEN = {"streamlit", "plotly"}
MODULES = sorted(
    [ROOT / "app.py", *ROOT.glob("components/**/*.py"), *ROOT.glob("natverkskollen/**/*.py")]
)
PAGES = sorted(ROOT.glob("components/pages/*.py"))


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, wherever in it the import stands."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path)}:{node.lineno} imports relatively"
            yield node.lineno, node.module or ""


def offences(forbidden: set[str], within: str, but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{place(path)}:{line} imports {name}"
        for path in MODULES
        if place(path).startswith(within) and not place(path).startswith(but or ("\0",))
        for line, name in imported(path)
        if name.split(".")[0] in forbidden
    ]


def test_the_rules_know_nothing_of_the_screen() -> None:
    """natverkskollen/ decides; it must run without a browser, a server or a chart."""
    assert offences(SCREEN | {"components", "app", "starlette"}, "natverkskollen/") == []


def test_only_components_and_the_front_door_import_streamlit_or_plotly() -> None:
    assert offences(SCREEN, "", but=("components/", "app.py")) == []


def test_document_engines_are_imported_only_where_the_memo_is_written() -> None:
    assert offences(DOCUMENT_ENGINES, "", but=("natverkskollen/output/papers/",)) == []


def test_yaml_is_read_and_written_only_in_the_modules_named_for_it() -> None:
    readers = {place(path) for path in MODULES for _, name in imported(path) if name == "yaml"}
    assert readers <= {place(p) for p in ROOT.glob("natverkskollen/**/yaml_*.py")}


def test_pages_are_imported_by_nobody() -> None:
    assert [
        f"{place(path)}:{line}"
        for path in MODULES
        for line, name in imported(path)
        if name.startswith("components.pages")
    ] == []


def test_nothing_but_tests_imports_tests() -> None:
    assert offences({"tests", "pytest", "hypothesis", "playwright"}, "") == []


@pytest.mark.parametrize("room", DATA_ROOMS)
def test_a_data_room_holds_data_and_a_guide_but_no_python(room: str) -> None:
    assert [place(path) for path in (ROOT / room).rglob("*.py")] == []
    assert (ROOT / room / "README.md").is_file()


def test_no_folder_pages_lies_where_streamlit_would_find_it_by_itself() -> None:
    assert not (ROOT / "pages").exists()


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_a_page_reads_as_a_table_of_contents(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 60
    defined = [n for n in tree(path).body if isinstance(n, (ast.FunctionDef, ast.ClassDef))]
    assert defined == [], "functions and classes belong in components/"


def test_a_module_is_short_enough_to_read() -> None:
    assert len(MODULES) > 100
    lines = {place(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: count for name, count in lines.items() if count > 250} == {}


def test_a_module_holds_one_thing_as_a_rule() -> None:
    """What has grown past its neighbours often holds a second concept, which wants its own file."""
    inner = [path for path in MODULES if place(path).startswith("natverkskollen/")]
    lines = [path.read_text(encoding="utf-8").count("\n") for path in inner]
    assert len(lines) > 300
    assert median(n for n, path in zip(lines, inner, strict=True) if path.stem != "__init__") <= 90


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "manager", "service", "misc"}
    assert [place(path) for path in MODULES if set(path.stem.split("_")) & empty] == []


def test_every_module_and_everything_public_in_it_says_what_it_is() -> None:
    bodies = {path: tree(path) for path in MODULES}
    assert [
        place(path)
        for path, module in bodies.items()
        if module.body and not ast.get_docstring(module)
    ] == []
    assert [
        f"{place(path)}:{node.lineno} {node.name}"
        for path, module in bodies.items()
        for node in module.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ] == []


def calls(path: Path) -> Iterator[ast.Call]:
    yield from (node for node in nodes(path) if isinstance(node, ast.Call))


def test_no_markup_is_let_through_streamlit_unescaped() -> None:
    assert [
        f"{place(path)}:{call.lineno}"
        for path in MODULES
        for call in calls(path)
        for keyword in call.keywords
        if keyword.arg in ("unsafe_allow_html", "unsafe_allow_javascript")
    ] == []


def test_yaml_is_never_loaded_by_a_loader_that_trusts_the_file() -> None:
    unsafe = {"load", "load_all", "full_load", "unsafe_load", "safe_load", "full_load_all"}
    assert [
        f"{place(path)}:{call.lineno}"
        for path in MODULES
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and getattr(call.func.value, "id", "") == "yaml"
        and call.func.attr in unsafe
    ] == []


def test_no_error_is_swallowed_whole() -> None:
    """`except:` and a broad `except` that does nothing hide what went wrong."""
    found = []
    for path in MODULES:
        for node in nodes(path):
            if not isinstance(node, ast.ExceptHandler):
                continue
            broad = getattr(node.type, "id", "") in ("Exception", "BaseException")
            if node.type is None or (broad and all(isinstance(n, ast.Pass) for n in node.body)):
                found.append(f"{place(path)}:{node.lineno}")
    assert found == []


def test_nothing_is_evaluated_or_run_from_text() -> None:
    assert [
        f"{place(path)}:{call.lineno}"
        for path in MODULES
        for call in calls(path)
        if getattr(call.func, "id", "") in ("eval", "exec", "compile", "__import__")
    ] == []


# A kind of criterion: its fields and words, its value, and what a person types for it.
KNOW_THE_KINDS = {
    "natverkskollen/model/criterion.py",
    "natverkskollen/analysis/value.py",
    "natverkskollen/editing/answer_entry.py",
}


def test_only_three_modules_ask_which_kind_a_criterion_is() -> None:
    kinds = {"JudgedCriterion", "NumberCriterion", "ComputedCriterion"}
    asking = {
        place(path)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Name) and node.id in kinds
    }
    assert asking == KNOW_THE_KINDS
