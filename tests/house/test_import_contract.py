"""Who may import whom inside the house: arrows run one way, between rooms and between files.

The rooms of natverkskollen/ stand in the order of docs/arkitektur.md; each may import the rooms
above it and nothing below.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests import ROOT
from tests.house.trees import nodes

ROOMS = (
    "swedish",
    "files",
    "model",
    "dossier",
    "analysis",
    "decisions",
    "store",
    "editing",
    "output",
    "cli",
)
ALONE = ("swedish", "files")
PLACES = [
    path for top in ("natverkskollen", "components") for path in sorted((ROOT / top).rglob("*.py"))
]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(path) for path in PLACES}


def arrows(path: Path) -> set[str]:
    """Every module of ours that a module imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                found.add(whole if whole in NAMES else node.module)
    return (found & NAMES) - {name_of(path)}


@cache
def imports() -> dict[str, set[str]]:
    """What every module of ours imports of ours; nobody changes it."""
    return {name_of(path): arrows(path) for path in PLACES}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "natverkskollen" and len(parts) > 1 else ""


def test_every_folder_of_the_house_is_a_room_of_the_contract() -> None:
    folders = {path.parent.name for path in (ROOT / "natverkskollen").glob("*/__init__.py")}
    assert folders == set(ROOMS)


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_imports_only_rooms_above_it(name: str) -> None:
    allowed = {name} if name in ALONE else set(ROOMS[: ROOMS.index(name) + 1])
    assert [
        f"{module} imports {arrow}"
        for module, found in imports().items()
        for arrow in sorted(found)
        if room(module) == name and room(arrow) and room(arrow) not in allowed
    ] == []


def circles(graph: dict[str, set[str]]) -> list[str]:
    """The nodes that reach themselves, found by taking away every end and every beginning."""
    left = {node: found & graph.keys() for node, found in graph.items()}
    while True:
        reached = set().union(*left.values())
        outside = {node for node, found in left.items() if not found or node not in reached}
        if not outside:
            return sorted(left)
        left = {node: found - outside for node, found in left.items() if node not in outside}


def test_no_circle_between_files() -> None:
    assert circles(imports()) == []


def test_no_circle_between_folders() -> None:
    def folder(module: str) -> str:
        inside = (ROOT / Path(*module.split("."))).is_dir() and module != "natverkskollen"
        return module if inside or module.count(".") < 2 else module.rpartition(".")[0]

    between: dict[str, set[str]] = {}
    for module, found in imports().items():
        here = between.setdefault(folder(module), set())
        here |= {folder(arrow) for arrow in found} - {folder(module)}
    assert circles(between) == []


def test_the_circles_are_found_when_there_are_any() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == ["b", "c"]
    assert circles({"a": {"b"}, "b": set()}) == []


def test_the_store_is_the_only_door_to_the_evaluations() -> None:
    """One place decides which store there is, and nobody else knows where evaluations lie."""
    built = [
        name
        for name, path in zip(map(name_of, PLACES), PLACES, strict=True)
        for node in nodes(path)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "YamlStore"
    ]
    assert built == ["natverkskollen.store.door"]
    # Guides and schemas lie beside the evaluations for whoever opens the folder by hand.
    guides = ("natverkskollen.editing.first_files", "natverkskollen.model.schemas")
    joined = [
        name
        for name, path in zip(map(name_of, PLACES), PLACES, strict=True)
        for node in nodes(path)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        for side in (node.left, node.right)
        if getattr(side, "value", "") == "evaluations" or getattr(side, "id", "") == "EVALUATIONS"
    ]
    assert [n for n in joined if room(n) != "store" and n not in guides] == []
