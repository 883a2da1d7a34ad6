"""A YAML file changed where its data changed, and nowhere else: notes between the lines stay.

A part of the file (a key at the top, an item of its list) whose data is the same is left as it
stands; another is written anew, where no note stands inside it. Whoever saves reads the result back
and compares, so that a guess here can never become a file that says something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import yaml

from natverkskollen.files.yaml_notes import notes

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = re.compile(r"( *)(#.*)?$")


class _Noted(Exception):
    """A note stands inside what would be written anew, or above what would be gone."""


@dataclass
class _Part:
    """Some lines of a file that belong together: what stands before them, and they themselves.

    `first` is the number of the first of its own lines, counted from nought.
    """

    key: str
    before: list[str]
    own: list[str]
    first: int
    items: yaml.Node | None = None


@dataclass
class _File:
    text: str

    def __post_init__(self) -> None:
        self.lines = self.text.splitlines(keepends=True)
        if self.lines and not self.lines[-1].endswith("\n"):
            self.lines[-1] += "\n"
        self.noted = set(notes(self.text))
        root = yaml.compose(self.text, Loader=_LOADER)
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        starts = [(str(key.value), key.start_mark.line, value) for key, value in pairs]
        self.parts, self.rest = _parts(self.lines, 0, len(self.lines), starts, 0)

    def items(self, part: _Part) -> tuple[list[_Part], list[str], int]:
        """The items of a list, what stands after them, and how far in they stand."""
        node = part.items
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
            return [], [], 0
        column = node.start_mark.column
        starts = [(str(n), each.start_mark.line, None) for n, each in enumerate(node.value)]
        end = part.first + len(part.own)
        found, rest = _parts(self.lines, part.first + 1, end, starts, column)
        return found, rest, column

    def free(self, part: _Part) -> list[str]:
        """A part's own lines, to be written over; _Noted where a note stands in them."""
        if any(part.first <= line - 1 < part.first + len(part.own) for line in self.noted):
            raise _Noted
        return part.own


def patched(
    text: str, before: Mapping[str, Any], after: Mapping[str, Any], written: str
) -> str | None:
    """The file with what is `after` in it, where it said `before`; None where a note is in the way.

    `written` is the whole of the new data as the program would write it without the file.
    """
    old, new = _File(text), _File(written)
    fresh = {part.key: part for part in new.parts}
    kept = {part.key: part for part in old.parts}
    out: list[str] = []
    try:
        for key in _order(list(kept), list(fresh)):
            if key not in kept:
                out += fresh[key].own
            elif before.get(key) == after.get(key):
                out += kept[key].before + kept[key].own
            else:
                out += kept[key].before
                out += _changed(old, new, kept[key], fresh.get(key), before, after)
    except _Noted:
        return None
    return "".join(out + old.rest)


def _changed(
    old: _File,
    new: _File,
    part: _Part,
    fresh: _Part | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> list[str]:
    """A key's lines with its new data: item by item where it is a list, else the whole of it."""
    if fresh is None:
        old.free(part)
        return []
    mine, rest, column = old.items(part)
    theirs, _, indented = new.items(fresh)
    was, will = before.get(part.key), after.get(part.key)
    if not (mine and theirs and _list(was, len(mine)) and _list(will, len(theirs))):
        old.free(part)
        return fresh.own
    out = part.own[:1]
    gap = ["\n"] if any("\n" in each.before for each in mine[1:]) else []
    shift = _shifted(column - indented)
    blocks = SequenceMatcher(a=_marks(was or ()), b=_marks(will or ()), autojunk=False)
    for kind, a, b, c, d in blocks.get_opcodes():
        if kind == "equal":
            out += [line for each in mine[a:b] for line in each.before + each.own]
            continue
        for each in mine[a:b]:
            old.free(each)
        heads = [each.before for each in mine[a:b]]
        for n, each in enumerate(theirs[c:d]):
            head = heads[n] if n < len(heads) else gap if out[1:] else []
            out += head + [shift(line) for line in each.own]
        if any(line.strip() for head in heads[d - c :] for line in head):
            raise _Noted  # it would stand over something else
    return out + rest


def _parts(
    lines: list[str],
    begin: int,
    end: int,
    starts: Sequence[tuple[str, int, yaml.Node | None]],
    column: int,
) -> tuple[list[_Part], list[str]]:
    """The parts that begin on some lines, and what stands after the last of them."""
    found: list[_Part] = []
    before = lines[begin : starts[0][1]] if starts else lines[begin:end]
    for n, (key, first, node) in enumerate(starts):
        last = starts[n + 1][1] if n + 1 < len(starts) else end
        own = lines[first:last]
        after: list[str] = []
        while len(own) > 1 and _beside(own[-1], column):
            after.insert(0, own.pop())
        found.append(_Part(key, before, own, first, node))
        before = after
    return found, before


def _beside(line: str, column: int) -> bool:
    """Whether a line is empty or a note, as far out as what it stands among."""
    found = _EMPTY.match(line.rstrip("\n"))
    return found is not None and (not found[2] or len(found[1]) <= column)


def _order(old: list[str], new: list[str]) -> list[str]:
    """The keys as the file has them, each new one after the key it follows in what is written."""
    out = list(old)
    for position, key in enumerate(new):
        if key not in out:
            earlier = [each for each in new[:position] if each in out]
            out.insert(out.index(earlier[-1]) + 1 if earlier else 0, key)
    return out


def _shifted(by: int) -> Callable[[str], str]:
    """Lines moved inwards, or outwards as far as they are indented."""

    def shift(line: str) -> str:
        if not line.strip():
            return line
        return " " * by + line if by >= 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]

    return shift


def _list(value: Any, length: int) -> bool:
    return isinstance(value, (list, tuple)) and len(value) == length


def _marks(values: Sequence[Any]) -> list[str]:
    return [json.dumps(each, sort_keys=True, default=str) for each in values]
