"""What a finished PDF says and how it is built, read with pikepdf: structure, fonts and text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pikepdf

Element = pikepdf.Dictionary


def opened(content: bytes) -> pikepdf.Pdf:
    """The PDF."""
    return pikepdf.open(BytesIO(content))


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Element]]:
    """Every structure element in reading order, by the name of its tag."""
    yield from _below(pdf.Root.StructTreeRoot.K)


def _below(kids) -> Iterator[tuple[str, Element]]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)[1:], kid
            if "/K" in kid:
                yield from _below(kid.K)


def text(pdf: pikepdf.Pdf) -> str:
    """Everything that is tagged, in reading order, alternative texts included."""
    marked = {page.obj.objgen: _marked(page) for page in pdf.pages}
    parts: list[str] = []

    def walk(element, page) -> None:
        if isinstance(element, pikepdf.Array):
            for each in element:
                walk(each, page)
        elif isinstance(element, pikepdf.Dictionary):
            page = element.get("/Pg", page)
            kind = str(element.get("/S", ""))
            if kind == "/Figure":
                parts.append(str(element.get("/Alt", "")))
            elif "/MCID" in element:
                parts.append(marked[page.objgen].get(int(element.MCID), ""))
            elif "/K" in element:
                walk(element.K, page)
            if kind in ("/P", "/H1", "/H2", "/H3", "/H4", "/LI", "/TD", "/TH", "/Caption"):
                parts.append("\n")
        else:
            parts.append(marked[page.objgen].get(int(element), ""))

    walk(pdf.Root.StructTreeRoot.K, None)
    return "".join(parts)


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page."""
    fonts = {
        name: (_to_unicode(font), str(font.get("/Subtype")))
        for name, font in page.obj.Resources.get("/Font", {}).items()
    }
    found: dict[int, str] = {}
    at: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            inside = isinstance(properties, pikepdf.Dictionary)
            marked = int(properties.MCID) if inside and "/MCID" in properties else None
            at.append(marked if marked is not None else (at[-1] if at else None))
        elif name == "EMC":
            at.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])][0]
        elif name in ("Tj", "TJ") and at and at[-1] is not None:
            strings = operands[0] if name == "TJ" else [operands[0]]
            for string in strings:
                if isinstance(string, pikepdf.String):
                    raw = bytes(string)
                    codes = (raw[n] << 8 | raw[n + 1] for n in range(0, len(raw), 2))
                    said = "".join(font.get(code, "") for code in codes)
                    found[at[-1]] = found.get(at[-1], "") + said
    return found


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    table: dict[int, str] = {}
    source = font.ToUnicode.read_bytes().decode("ascii", "replace")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.S):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            table[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be", "replace")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.S):
        for low, high, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = int(value, 16)
            for code in range(int(low, 16), int(high, 16) + 1):
                table[code] = chr(first + code - int(low, 16))
    return table


def seen(text: str) -> str:
    """A text as the eye reads it: without blanks and line breaks and without invisible signs."""
    return "".join(
        sign
        for sign in text
        if not sign.isspace()
        and unicodedata.category(sign) not in ("Cf", "Zs", "Zl", "Zp", "Cc")
        and not "\ufe00" <= sign <= "\ufe0f"
    )


def lines(pdf: pikepdf.Pdf) -> list[str]:
    """Every line of text as it is set on the pages, top down."""
    found: dict[tuple[int, float], str] = {}
    for number, page in enumerate(pdf.pages):
        fonts = {n: _to_unicode(f) for n, f in page.obj.Resources.get("/Font", {}).items()}
        font: dict[int, str] = {}
        height = 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = fonts[str(operands[0])]
            elif str(operator) == "cm":  # typst moves the page under the text for every piece
                height = -float(operands[5])
            elif str(operator) in ("Tj", "TJ"):
                strings = operands[0] if str(operator) == "TJ" else [operands[0]]
                raws = (bytes(each) for each in strings if isinstance(each, pikepdf.String))
                said = "".join(
                    font.get(raw[n] << 8 | raw[n + 1], "")
                    for raw in raws
                    for n in range(0, len(raw), 2)
                )
                found[number, height] = found.get((number, height), "") + said
    return [found[key] for key in sorted(found)]
