"""What a paragraph or a run of a Word document looks like, by its own words and its styles'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

VALUE = qn("w:val")
_OFF = ("0", "false", "off", "none")
_SERIF = re.compile(
    r"times|georgia|garamond|cambria|palatino|book|century|serif|antiqua|minion|baskerville", re.I
)
TWIP = 1 / 20  # points


class StyleChain:
    """Looks up a property where Word does: itself, its style and those it is based on, defaults."""

    def __init__(self, styles: Any):
        self.by_id = {each.get(qn("w:styleId")): each for each in styles.iter(qn("w:style"))}
        self.normal = next(
            (
                id_
                for id_, each in self.by_id.items()
                if each.get(qn("w:type")) == "paragraph"
                and each.get(qn("w:default")) in ("1", "true", "on")
            ),
            None,
        )
        self.defaults = styles.find(qn("w:docDefaults"))

    def name(self, paragraph: Any) -> str:
        """The name of a paragraph's style, in small letters."""
        style = self.by_id.get(_style(paragraph) or self.normal)
        found = None if style is None else style.find(qn("w:name"))
        return "" if found is None else str(found.get(VALUE)).lower()

    def paragraph(self, paragraph: Any, tag: str) -> Any:
        """A property of a paragraph, such as `w:jc`; None where nothing says it."""
        return self._first(
            (paragraph, *self._above(_style(paragraph) or self.normal)), "w:pPr", tag
        )

    def run(self, run: Any, paragraph: Any, tag: str) -> Any:
        """A property of a run, such as `w:sz`; None where nothing says it."""
        own = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        above = self._above(None if own is None else own.get(VALUE))
        below = self._above(_style(paragraph) or self.normal)
        return self._first((run, *above, *below), "w:rPr", tag)

    def of_style(self, name: str, tag: str) -> Any:
        """A run property of the paragraph style with this name in small letters."""
        for id_, each in self.by_id.items():
            found = each.find(qn("w:name"))
            if found is not None and str(found.get(VALUE)).lower() == name:
                return self._first(tuple(self._above(id_)), "w:rPr", tag)
        return None

    @property
    def size(self) -> float:
        """The running text's size in points."""
        return size(self._first(tuple(self._above(self.normal)), "w:rPr", "w:sz"), 10)

    @property
    def serif(self) -> bool:
        """Whether the running text is set in a typeface with serifs."""
        fonts = self._first(tuple(self._above(self.normal)), "w:rPr", "w:rFonts")
        named = "" if fonts is None else str(fonts.get(qn("w:ascii"), ""))
        return bool(_SERIF.search(named)) and "sans" not in named.lower()

    def _above(self, id_: str | None) -> Iterator[Any]:
        seen: set[str | None] = set()
        while id_ in self.by_id and id_ not in seen:
            seen.add(id_)
            yield self.by_id[id_]
            parent = self.by_id[id_].find(qn("w:basedOn"))
            id_ = None if parent is None else parent.get(VALUE)

    def _first(self, places: tuple[Any, ...], group: str, tag: str) -> Any:
        for place in places:
            found = place.find(f"{qn(group)}/{qn(tag)}")
            if found is not None:
                return found
        path = f"{qn(group + 'Default')}/{qn(group)}/{qn(tag)}"
        return None if self.defaults is None else self.defaults.find(path)


def on(element: Any) -> bool:
    """Whether a property that is there or not, such as `w:b`, is there and not switched off."""
    return element is not None and element.get(VALUE, "1") not in _OFF


def size(element: Any, default: float) -> float:
    """A size written in half points, in points."""
    value = None if element is None else element.get(VALUE)
    return float(value) / 2 if value and value.isdecimal() else default


def points(element: Any, key: str, default: float = 0) -> float:
    """A measure written in twips, in points."""
    try:
        return default if element is None else float(element.get(qn(key), default * 20)) * TWIP
    except ValueError:
        return default


def colour(element: Any) -> str:
    """A colour as six digits; black where it is automatic or not said."""
    value = "" if element is None else str(element.get(VALUE, ""))
    return value if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else "000000"


def _style(paragraph: Any) -> str | None:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if found is None else found.get(VALUE)
