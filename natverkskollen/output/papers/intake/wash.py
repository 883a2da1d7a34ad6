"""A template made into a Word file that holds only what a paper needs.

The file is taken apart by its relations, from the root: what a template may have is kept
(kinds.py), what nobody needs is left out and told, and what could fetch, run or hide something is
refused. Every part is written anew from our own reading of it, so that no other program can read it
otherwise.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from natverkskollen.output.papers.intake import kinds
from natverkskollen.output.papers.intake.content_types import ContentTypes
from natverkskollen.output.papers.intake.fault import SAVE_AS, TemplateFault
from natverkskollen.output.papers.intake.field_codes import check_fields
from natverkskollen.output.papers.intake.markup import (
    check_markup,
    clean_markup,
    only_clicked,
    references,
)
from natverkskollen.output.papers.intake.packing import Part, packed
from natverkskollen.output.papers.intake.relations import check_relations, kind_of, refuse
from natverkskollen.output.papers.intake.tracked import accept_changes
from natverkskollen.output.papers.intake.whole_tags import make_whole
from natverkskollen.output.papers.intake.zip_check import parts_of

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/"
_WRITTEN = ("officeDocument", "header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True)
class Washed:
    """A template that can be filled in, and what was left out of it or settled, in Swedish."""

    content: bytes
    dropped: tuple[str, ...]


def washed(content: bytes) -> Washed:
    """A template from anywhere as one that can be filled in; TemplateFault where it is refused."""
    wash = _Wash(parts_of(content))
    wash.follow("", "")
    if "/word/document.xml" not in wash.made:
        raise TemplateFault("filen är inget Word-dokument", SAVE_AS)
    return Washed(packed(wash.made), tuple(dict.fromkeys(filter(None, wash.dropped))))


@dataclass
class _Wash:
    parts: dict[str, bytes]
    made: dict[str, Part] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.by_name = {f"/{name.lower().lstrip('/')}": name for name in self.parts}
        name = "[Content_Types].xml"
        self.relations = {
            name: list(_root(self.parts[old], name).iter(_RELATIONS))
            for name, old in self.by_name.items()
            if name.endswith(".rels")
        }
        check_relations(each for every in self.relations.values() for each in every)
        self.types = ContentTypes(_root(self._bytes(f"/{name}"), name))

    def follow(self, source: str, new: str) -> None:
        """Take every relation of a part (the package itself is ''), and the parts it leads to."""
        folder, name = posixpath.split(source)
        relations = self.relations.get(f"{folder.rstrip('/')}/_rels/{name}.rels".lower(), ())
        page = self.made[new].root if new else None
        for each in relations:
            self._take(each, folder, new, page)

    def _take(self, each: Any, folder: str, new: str, page: Any) -> None:
        type_, target, id_ = (each.get(key, "") for key in ("Type", "Target", "Id"))
        kind = kind_of(each)
        if type_.startswith(_STRICT) and kind == "officeDocument":
            what = "mallen är sparad som Strikt Open XML-dokument"
            raise TemplateFault(what, "Spara den i Word som vanligt Word-dokument (.docx)")
        if kind in kinds.DROPPED or not (new or kind == "officeDocument"):
            self.dropped.append(kinds.DROPPED.get(kind, ""))
            _forget(page, id_)
        elif kind == "hyperlink":
            if not only_clicked(page, id_):
                refuse(kinds.EXTERNAL_IMAGE, target, kind)
            self.made[new].relations.append((id_, f"{_OFFICE}{kind}", target, True))
        else:
            old = posixpath.normpath(posixpath.join(folder or "/", target.replace("\\", "/")))
            self._keep(kind, type_, id_, old, new, page)

    def _keep(self, kind: str, type_: str, id_: str, old: str, new: str, page: Any) -> None:
        known = self.by_name.get(old.lower())
        if kind not in kinds.KEPT:
            if page is not None and _shown(page, id_):
                refuse(kinds.UNKNOWN, old, kind)
        elif known is None or (kind == "image" and not _picture(self.parts[known])):
            if known is not None:
                told = f"en bild av ett slag som inte kan vara med ({posixpath.basename(old)})"
                self.dropped.append(told)
            _forget(page, id_)
        else:
            name = self._name(kind, old)
            if new:
                self.made[new].relations.append((id_, type_, name, False))
            if name not in self.made:
                self._make(kind, old, name, self.parts[known])
                self.follow(old, name)

    def _name(self, kind: str, old: str) -> str:
        if old.lower() not in self.names:
            number = 1 + sum(name.startswith(kinds.KEPT[kind].split("{")[0]) for name in self.made)
            ending = posixpath.splitext(old)[1].lstrip(".").lower() or "bin"
            name = kinds.KEPT[kind].format(number, ext=ending)
            if "{" not in kinds.KEPT[kind] and name in self.made:
                raise TemplateFault("mallen har två delar av samma slag", SAVE_AS)
            self.names[old.lower()] = name
        return self.names[old.lower()]

    def _make(self, kind: str, old: str, name: str, content: bytes) -> None:
        type_ = self.types.of(old, kind)
        if kind == "image":
            self.made[name] = Part(type_, content=content)
            return
        root = _root(content, old)
        check_fields(root)
        check_markup(root)
        self.dropped += clean_markup(root, kind)
        if kind in _WRITTEN:
            self.dropped += accept_changes(root)
            make_whole(root)
        self.made[name] = Part(type_, root=root)

    def _bytes(self, name: str) -> bytes:
        known = self.by_name.get(name.lower())
        return b"" if known is None else self.parts[known]


def _picture(content: bytes) -> bool:
    return any(content.startswith(start) for starts in kinds.PICTURES.values() for start in starts)


def _shown(page: Any, id_: str) -> bool:
    return any(True for _ in references(page, id_))


def _forget(page: Any, id_: str) -> None:
    """Take away what points at a relation that is not kept."""
    if page is None:
        return
    for element, name in [*references(page, id_)]:
        del element.attrib[name]
        if not element.attrib and not len(element) and element.getparent() is not None:
            element.getparent().remove(element)


def _root(content: bytes, name: str) -> Any:
    """A part read as XML, whatever it is encoded in; never with a document type or entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise TemplateFault(f"delen '{name[:60]}' är trasig", SAVE_AS) from error
    if root.getroottree().docinfo.doctype:
        raise TemplateFault("mallen har en dokumenttyp i sin XML", SAVE_AS)
    return root
