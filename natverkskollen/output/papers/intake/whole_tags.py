"""Every placeholder in one piece: Word parts `{{ rubrik }}` where spelling or typeface changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def make_whole(root: Any) -> None:
    """Move the pieces of each placeholder to where it begins; all other text stays."""
    for paragraph in root.iter(f"{W}p"):
        texts = list(_texts(paragraph))
        whole = "".join(node.text or "" for node in texts)
        if "{" not in whole:
            continue
        starts = []
        at = 0
        for node in texts:
            starts.append(at)
            at += len(node.text or "")
        pieces = [node.text or "" for node in texts]
        for found in TAG.finditer(whole):
            first = _holding(starts, pieces, found.start())
            last = _holding(starts, pieces, found.end() - 1)
            if first == last:
                continue
            # From the end, so that the places before it in the same text still hold.
            texts[first].text = _before(texts[first], starts[first], found.start()) + found.group()
            for middle in range(first + 1, last):
                texts[middle].text = ""
            rest = whole[found.end() : starts[last] + len(pieces[last])]
            texts[last].text = rest
            starts[last] = found.end()
            pieces[last] = rest
            for node in (texts[first], texts[last]):
                node.set(_SPACE, "preserve")


def _before(node: Any, start: int, place: int) -> str:
    return (node.text or "")[: place - start]


def _holding(starts: list[int], pieces: list[str], place: int) -> int:
    """Which text a character of the paragraph stands in."""
    return max(n for n, start in enumerate(starts) if start <= place < start + len(pieces[n]))


def _texts(paragraph: Any) -> Iterator[Any]:
    """The paragraph's own texts, not those of a text box that hangs in it."""
    for node in paragraph.iter(f"{W}t"):
        if next(node.iterancestors(f"{W}p")) is paragraph:
            yield node
