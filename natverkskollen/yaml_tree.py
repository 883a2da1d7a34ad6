"""A YAML file as plain data with the line of every value, or the reasons it cannot be read.

The tree is built from the parser's event stream with a stack of our own, so nesting costs no
recursion (loading with the C loader can be crashed by nesting; its event stream cannot), and
what our files never need is refused before anything is constructed: anchors, aliases, tags,
merge keys, several documents, too much of anything.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

import yaml

from natverkskollen.mistake import Path
from natverkskollen.yaml_scalar import FORBIDDEN, plain_value
from natverkskollen.yaml_words import syntax_words

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES, MAX_DEPTH, MAX_NODES = 1_000_000, 20, 100_000


class Refusal(Exception):
    """Why a text is not read further: the line (from 1), what is wrong and what to do."""

    def __init__(self, line: int, what: str, remedy: str):
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


class Tree:
    """The data of a file (dict, tuple and scalars) and where each path in it stands."""

    def __init__(self) -> None:
        self.data: Any = None
        self.lines: dict[Path, int] = {}
        self.duplicates: list[tuple[str, int, int]] = []

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest thing around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Open:
    """A mapping or list whose end the parser has not reached yet."""

    def __init__(self, path: Path, container: dict | list):
        self.path, self.container = path, container
        self.key: Any = None
        self.has_key = False


def read_tree(raw: bytes) -> Tree:
    """The tree of a file's bytes; raises Refusal at the first thing that stops the reading."""
    text = _decoded(raw)
    tree, stack, nodes = Tree(), [], 0
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            nodes += 1
            line = event.start_mark.line + 1
            _guard(event, line, len(stack), nodes)
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                container: dict | list = {} if isinstance(event, yaml.MappingStartEvent) else []
                if stack and isinstance(stack[-1].container, dict) and not stack[-1].has_key:
                    raise Refusal(
                        line, "en nyckel är en lista eller grupp", "Skriv nyckeln som ett ord"
                    )
                stack.append(_Open(_place(tree, stack, line), container))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                done = stack.pop().container
                _put(tree, stack, tuple(done) if isinstance(done, list) else done)
            elif isinstance(event, yaml.ScalarEvent):
                _scalar(tree, stack, event, line)
    except yaml.YAMLError as error:
        raise Refusal(*syntax_words(error)) from None
    if tree.data is None:
        raise Refusal(1, "filen är tom", "Skriv innehållet eller ta bort filen")
    return tree


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise Refusal(
            1,
            f"filen är {len(raw)} byte, mer än gränsen {MAX_BYTES}",
            "Dela upp filen i mindre delar",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Refusal(
            line, "filen är inte UTF-8", "Spara om filen med teckenkodningen UTF-8"
        ) from None
    found = FORBIDDEN.search(text.replace("\r\n", "\n"))
    if found:
        line = text.count("\n", 0, found.start()) + 1
        what = f"filen innehåller ett osynligt styrtecken (U+{ord(found.group()):04X})"
        raise Refusal(line, what, "Radera tecknet")
    for line, row in enumerate(text.split("\n"), 1):
        if row.startswith(("<<<<<<< ", ">>>>>>> ")) or row.rstrip("\r") == "=======":
            raise Refusal(
                line,
                "här finns en olöst konflikt mellan två versioner av filen",
                "Välj en av versionerna och radera märkena <<<<<<<, ======= och >>>>>>>",
            )
    return unicodedata.normalize("NFC", text)


def _guard(event: Any, line: int, depth: int, nodes: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise Refusal(
            line,
            "filen använder & eller * (ankare)",
            "Skriv ut texten, eller sätt den inom citattecken",
        )
    if getattr(event, "tag", None):
        raise Refusal(
            line, f"filen använder taggen {event.tag}", "Ta bort ordet som börjar med utropstecken"
        )
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        raise Refusal(
            line, "filen börjar med ett YAML-direktiv (%)", "Ta bort raden som börjar med %"
        )
    if isinstance(event, yaml.DocumentStartEvent) and nodes > 2:
        raise Refusal(
            line, "filen innehåller flera dokument", "Ta bort raden --- eller dela upp filen"
        )
    if depth >= MAX_DEPTH and hasattr(event, "flow_style"):
        raise Refusal(
            line, f"filen är djupare än {MAX_DEPTH} nivåer", "Kontrollera indrag och klamrar"
        )
    if nodes > MAX_NODES:
        raise Refusal(line, f"filen har fler än {MAX_NODES} delar", "Dela upp filen i mindre delar")


def _scalar(tree: Tree, stack: list[_Open], event: Any, line: int) -> None:
    value = plain_value(event.value) if event.implicit[0] else event.value
    top = stack[-1] if stack else None
    if top is None or not isinstance(top.container, dict) or top.has_key:
        _place(tree, stack, line)
        _put(tree, stack, value)
        return
    if event.value == "<<" and event.implicit[0]:
        raise Refusal(line, "filen använder << (sammanslagning)", "Skriv ut innehållet i stället")
    key = Decimal(value) if isinstance(value, Decimal) else value
    if key in top.container:
        earlier = tree.lines[(*top.path, key)]
        tree.duplicates.append((str(event.value), earlier, line))
    top.key, top.has_key = key, True
    tree.lines[(*top.path, key)] = line


def _place(tree: Tree, stack: list[_Open], line: int) -> Path:
    if not stack:
        path: Path = ()
    elif isinstance(stack[-1].container, dict):
        return (*stack[-1].path, stack[-1].key)
    else:
        path = (*stack[-1].path, len(stack[-1].container))
    tree.lines[path] = line
    return path


def _put(tree: Tree, stack: list[_Open], value: Any) -> None:
    if not stack:
        tree.data = value
    elif isinstance(stack[-1].container, dict):
        stack[-1].container.setdefault(stack[-1].key, value)
        stack[-1].has_key = False
    else:
        stack[-1].container.append(value)
