"""Files broken a little in every way a disk, a person or another program breaks them, by seed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from lxml import etree

from tests.building.word_files import packed

_ODD = ("", " ", "-1", "0", "999999999999", "NaN", "å", "rId1", "true", "../x", "\u2028", "{{ x }}")
_TEXTS = (
    "{{",
    "}}",
    "{% if rubrik %}",
    "{{ rubrik",
    "{#",
    "{{ okänd }}",
    "\u00ad",
    "x" * 5000,
    " ",
)
_LINES = (
    "- a",
    "  b: 1",
    ":",
    "\tc: 1",
    "schema: 2",
    "# hej",
    "---",
    "?",
    "{",
    "'",
    "é: ü",
    "<<: 1",
)
_SIGNS = "\t :-[]{}\"'!&*%@`|>?#,\\\n\0\u00a0–”\ufeff0é"


def broken_bytes(raw: bytes, dice: Random) -> bytes:
    """Some bytes changed, lost, doubled, or put in the wrong place."""
    if not raw:
        return raw
    at = dice.randrange(len(raw))
    many = dice.choice((1, 1, 2, 8, 100, len(raw) // 3))
    piece = raw[at : at + many]
    return dice.choice(
        (
            lambda: raw[:at] + bytes(dice.randrange(256) for _ in piece) + raw[at + many :],
            lambda: raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :],
            lambda: raw[:at],
            lambda: raw[:at] + raw[at + many :],
            lambda: raw[:at] + piece + raw[at:],
            lambda: raw[:at] + bytes(len(piece)) + raw[at + many :],
            lambda: raw + piece,
            lambda: piece + raw,
        )
    )()


def broken_yaml(raw: bytes, dice: Random) -> bytes:
    """A YAML file with a slip of the pen, or broken as bytes."""
    if dice.random() < 0.2:
        return broken_bytes(raw, dice)
    lines = raw.decode().split("\n")
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    line = lines[at]
    place = dice.randrange(len(line) + 1)
    choice = dice.randrange(10)
    if choice == 0:
        del lines[at]
    elif choice == 1:
        lines.insert(at, lines[other])
    elif choice == 2:
        lines[at], lines[other] = lines[other], line
    elif choice == 3:
        lines[at] = " " * dice.choice((1, 2, 4)) + line
    elif choice == 4:
        lines[at] = line[1:]
    elif choice in (5, 6):
        lines[at] = line[:place] + dice.choice(_SIGNS) + line[place:]
    elif choice == 7:
        lines[at] = line[:place] + line[place + dice.choice((1, 1, 3, 10)) :]
    elif choice == 8:
        lines.insert(at, dice.choice(_LINES))
    else:
        lines = [*lines[:at], *lines[other:]]
    encoding = dice.choice(("utf-8",) * 12 + ("utf-8-sig", "utf-16", "cp1252"))
    return "\n".join(lines).encode(encoding, "replace")


def broken_zip(raw: bytes, dice: Random) -> bytes:
    """A zip broken as bytes, or packed again with a file in it lost, changed, added or renamed."""
    if dice.random() < 0.5:
        return broken_bytes(raw, dice)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(_repacked(parts, dice), dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))


def broken_docx(raw: bytes, dice: Random) -> bytes:
    """A Word file broken as a zip, or with the XML of a part changed in some way."""
    if dice.random() < 0.15:
        return broken_zip(raw, dice)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([n for n in parts if n.endswith((".xml", ".rels"))])
    main = next((n for n in parts if n.startswith("word/document")), name)
    name = dice.choice((main, name))
    if dice.random() < 0.2:
        parts[name] = broken_bytes(parts[name], dice)
    else:
        parts[name] = _broken_xml(parts[name], dice)
    return packed(parts)


def _repacked(parts: dict[str, bytes], dice: Random) -> dict[str, bytes]:
    name, other = dice.choice([*parts]), dice.choice([*parts])
    choice = dice.randrange(7)
    if choice == 0:
        del parts[name]
    elif choice == 1:
        parts[name] = broken_bytes(parts[name], dice)
    elif choice == 2:
        parts[name], parts[other] = parts[other], parts[name]
    elif choice == 3:
        parts[dice.choice((f"mapp/{name}", name.upper(), f"{name} - Kopia"))] = parts.pop(name)
    elif choice == 4:
        parts[dice.choice(("ny.txt", "Thumbs.db", "word/ny.xml", "../ut"))] = b"x"
    elif choice == 5:
        parts[name] = b""
    else:
        return {f"mapp/{each}": part for each, part in parts.items()}
    return parts


def _broken_xml(part: bytes, dice: Random) -> bytes:
    try:
        root = etree.fromstring(part)
    except (etree.XMLSyntaxError, ValueError):
        return broken_bytes(part, dice)
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        elements = [each for each in root.iter() if isinstance(each.tag, str)]
        element = dice.choice(elements)
        dice.choice(_CHANGES)(element, dice.choice(elements), dice)
    encoding = dice.choice(("UTF-8",) * 9 + ("UTF-16",))
    return etree.tostring(root, encoding=encoding, standalone=True)


def _gone(element, _, __) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _unwrapped(element, _, __) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in [*element]:
            element.addprevious(child)
        parent.remove(element)


def _twice(element, _, __) -> None:
    if element.getparent() is not None:
        element.addnext(etree.fromstring(etree.tostring(element)))


def _moved(element, other, _) -> None:
    if element.getparent() is not None and element not in (other, *other.iterancestors()):
        other.append(element)


def _turned(element, _, __) -> None:
    element[:] = element[::-1]


def _renamed(element, other, _) -> None:
    element.tag = other.tag


def _odd_value(element, _, dice: Random) -> None:
    if element.attrib:
        element.set(dice.choice([*element.attrib]), dice.choice(_ODD))


def _bare(element, _, __) -> None:
    element.attrib.clear()


def _written(element, _, dice: Random) -> None:
    element.text = f"{element.text or ''}{dice.choice(_TEXTS)}"


def _trailing(element, _, dice: Random) -> None:
    if element.getparent() is not None:
        element.tail = dice.choice(_TEXTS)


def _cut(element, _, dice: Random) -> None:
    text = element.text or ""
    element.text = text[: dice.randrange(len(text) + 1)]


def _deep(element, _, __) -> None:
    for _ in range(60):
        element = etree.SubElement(element, element.tag)


_CHANGES: tuple[Callable, ...] = (
    _gone,
    _unwrapped,
    _twice,
    _moved,
    _turned,
    _renamed,
    _odd_value,
    _odd_value,
    _bare,
    _written,
    _trailing,
    _cut,
    _deep,
)
