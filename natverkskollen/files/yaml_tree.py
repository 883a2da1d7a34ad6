"""A YAML file as plain data with the line of every value, or the reasons it cannot be read.

The tree is built from the parser's event stream with a stack of our own, so nesting costs no
recursion (loading with the C loader can be crashed by nesting; its event stream cannot), and
what our files never need is refused before anything is constructed: anchors, aliases, tags,
merge keys, directives, several documents, too much of anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from typing import Any

import yaml

from natverkskollen.files.problem import FieldPath
from natverkskollen.files.yaml_scalar import FORBIDDEN, plain_value
from natverkskollen.files.yaml_words import CONFLICT, DIRECTIVE, syntax_words

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES, MAX_DEPTH, MAX_NODES = 1_000_000, 20, 100_000

# YAML ends a line at these, an editor does not. The first two the store never writes; a file
# with one of them would not mean what it looks like. The others it does write, inside quotes.
_ODD_BREAK = re.compile("[\r\x85]")
_BREAK = re.compile("[\n\u2028\u2029]")
_DIRECTIVE = re.compile(r"^%(YAML|TAG)\b", re.MULTILINE)
# Both ends of a conflict. A row of ======= alone may well be somebody's text.
_CONFLICT = re.compile(r"^<{7}( .*)?$", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7}( .*)?$", re.MULTILINE)


class Refusal(Exception):
    """Why a text is not read further: the line (from 1), what is wrong and what to do."""

    def __init__(self, line: int, what: str, remedy: str):
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


class Tree:
    """The data of a file (dict, tuple and scalars) and where each path in it stands.

    Of a key that stands twice the first is kept, and its lines; `duplicates` tells of the rest.
    """

    def __init__(self) -> None:
        self.data: Any = None
        self.lines: dict[FieldPath, int] = {}
        self.duplicates: list[tuple[str, int, int]] = []

    def line(self, path: FieldPath) -> int:
        """The line of a path, or of the nearest thing around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Again:
    """Stands for a key that is already there, so that what is under it disturbs nothing."""


class _Open:
    """A mapping or list whose end the parser has not reached yet."""

    def __init__(self, path: FieldPath, container: dict[Any, Any] | list[Any]):
        self.path, self.container = path, container
        self.key: Any = None
        self.has_key = False


def read_tree(raw: bytes) -> Tree:
    """The tree of a file's bytes; raises Refusal at the first thing that stops the reading."""
    text = _decoded(raw)
    tree, nodes, line = Tree(), 0, 1
    stack: list[_Open] = []
    in_editor = _editor_lines(text)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            nodes += 1
            if event.start_mark:
                line = in_editor(event.start_mark.line)
            _guard(event, line, len(stack), nodes)
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                container: dict[Any, Any] | list[Any]
                container = {} if isinstance(event, yaml.MappingStartEvent) else []
                if stack and isinstance(stack[-1].container, dict) and not stack[-1].has_key:
                    what = "en lista eller grupp står där en nyckel ska stå"
                    raise Refusal(
                        line, what, "Skriv nyckeln som ett ord, eller sätt texten inom citattecken"
                    )
                stack.append(_Open(_place(tree, stack, line), container))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                done = stack.pop().container
                _put(tree, stack, tuple(done) if isinstance(done, list) else done)
            elif isinstance(event, yaml.ScalarEvent):
                _scalar(tree, stack, event, line)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        at, what, remedy = syntax_words(error, _BREAK.split(text))
        raise Refusal(in_editor(at) if at is not None else line, what, remedy) from None
    if tree.data is None:
        raise Refusal(1, "filen är tom", "Skriv innehållet eller ta bort filen")
    return tree


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise Refusal(1, "filen är större än 1 MB", "Dela upp filen i mindre delar")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = "ett tecken är inte sparat i teckenkodningen UTF-8"
        raise Refusal(line, what, "Spara om filen med teckenkodningen UTF-8") from None
    if text.count("\0") > len(text) // 4:
        what = "filen är inte sparad i teckenkodningen UTF-8"
        raise Refusal(1, what, "Spara om filen med teckenkodningen UTF-8")
    if found := _ODD_BREAK.search(text):
        what = f"raden innehåller en osynlig radbrytning ({_code(found.group())})"
        remedy = "Radera tecknet och bryt raden med Retur"
        raise Refusal(text.count("\n", 0, found.start()) + 1, what, remedy)
    _no_invisible(text, text, 1)
    # One search for each end: a pattern for both would try every beginning against the whole rest.
    found = _CONFLICT.search(text)
    if found and _CONFLICT_END.search(text, found.end()):
        raise Refusal(text.count("\n", 0, found.start()) + 1, *CONFLICT)
    if found := _DIRECTIVE.search(text):
        raise Refusal(text.count("\n", 0, found.start()) + 1, *DIRECTIVE)
    return text


def _editor_lines(text: str) -> Callable[[int], int]:
    """From a line as the parser counts (from 0) to one as an editor does (from 1)."""
    if "\u2028" not in text and "\u2029" not in text:
        return lambda line: line + 1
    ends = accumulate((end == "\n" for end in _BREAK.findall(text)), initial=1)
    lines = list(ends)
    return lambda line: lines[min(line, len(lines) - 1)]


def _no_invisible(piece: str, text: str, line: int) -> None:
    if found := FORBIDDEN.search(piece):
        what = f"raden innehåller ett osynligt styrtecken ({_code(found.group())})"
        raise Refusal(line + text.count("\n", 0, found.start()), what, "Radera tecknet")


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _guard(event: Any, line: int, depth: int, nodes: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        raise Refusal(
            line,
            f"{sign}{event.anchor} hänvisar till ett annat ställe i filen",
            "Sätt texten inom citattecken, eller skriv ut det som hänvisningen står för",
        )
    if tag := getattr(event, "tag", None):
        written = tag.replace("tag:yaml.org,2002:", "!!")
        raise Refusal(
            line,
            f"{written} är en tagg, och taggar används inte i de här filerna",
            "Ta bort ordet som börjar med utropstecken, eller sätt texten inom citattecken",
        )
    if isinstance(event, yaml.DocumentStartEvent) and nodes > 2:
        raise Refusal(
            line, "raden --- delar filen i flera", "Ta bort raden eller dela upp filen i två"
        )
    if depth >= MAX_DEPTH and hasattr(event, "flow_style"):
        raise Refusal(
            line, f"filen är djupare än {MAX_DEPTH} nivåer", "Kontrollera indrag och klamrar"
        )
    if nodes > MAX_NODES:
        raise Refusal(line, "filen har fler än 100 000 delar", "Dela upp filen i mindre delar")


def _scalar(tree: Tree, stack: list[_Open], event: Any, line: int) -> None:
    # Normalised here and not in the file: there, "\n" before an accent would become "\ń".
    text = unicodedata.normalize("NFC", event.value)
    _no_invisible(text, "", line)
    value = plain_value(text) if event.implicit[0] else text
    top = stack[-1] if stack else None
    if top is None or not isinstance(top.container, dict) or top.has_key:
        _place(tree, stack, line)
        _put(tree, stack, value)
        return
    if text == "<<" and event.implicit[0]:
        what = "<< (sammanslagning) används inte i de här filerna"
        raise Refusal(line, what, "Skriv ut innehållet i stället")
    key = text if value is None or isinstance(value, bool) else value
    top.has_key = True
    if key in top.container:
        tree.duplicates.append((text, tree.lines[(*top.path, key)], line))
        top.key = _Again()
    else:
        top.key = key
        tree.lines[(*top.path, key)] = line


def _place(tree: Tree, stack: list[_Open], line: int) -> FieldPath:
    if not stack:
        path: FieldPath = ()
    elif isinstance(stack[-1].container, dict):
        return (*stack[-1].path, stack[-1].key)
    else:
        path = (*stack[-1].path, len(stack[-1].container))
    tree.lines[path] = line
    return path


def _put(tree: Tree, stack: list[_Open], value: Any) -> None:
    if not stack:
        tree.data = value
        return
    top = stack[-1]
    if isinstance(top.container, list):
        top.container.append(value)
        return
    top.has_key = False
    if not isinstance(top.key, _Again):
        top.container[top.key] = value
