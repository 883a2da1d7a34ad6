"""The text of a document that quotes come from: plain text, a web page, PDF or Word."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree

from natverkskollen.files.patience import patiently
from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.files.zip_entries import Unpackable, entry_bytes, opened

_MOST_BYTES, _MOST_TEXT = 200_000_000, 50_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIRST = "Inledningen"
_HEADING = re.compile(r"(heading|rubrik|title)\s?\d?$", re.IGNORECASE)
_SAVE_AS_TEXT = "Öppna den och spara den som PDF med text, Word-dokument (.docx) eller UTF-8-text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Part:
    """A part of a document and the words one finds it by: a page, a heading, else nothing."""

    place: str
    text: str


class UnreadableDocument(Exception):
    """Why a document's text cannot be had, and what to do, in Swedish without full stops."""

    def __init__(self, what: str, remedy: str = _SAVE_AS_TEXT):
        self.what, self.remedy = what, remedy
        super().__init__(what)


def document_text(folder: Path, name: str) -> str | None:
    """The text of a document in a folder; None where there is no such file.

    UnreadableDocument for one that is outside the folder, too large, locked, scanned or of a kind
    that is not read here.
    """
    raw = document_bytes(folder, name)
    return None if raw is None else "\n".join(part.text for part in parts_of(raw, name))


def document_bytes(folder: Path, name: str) -> bytes | None:
    """The bytes of a document in a folder; None where there is no such file."""
    root = folder.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        what = "leder ut ur mappen med dokument"
        raise UnreadableDocument(what, "Lägg dokumentet i mappen och skriv bara dess namn i file")
    if not path.is_file():  # nor a pipe, which never ends
        return None
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableDocument("är större än 200 MB", "Spara det i en mindre fil")
    return patiently(path.read_bytes)


def parts_of(raw: bytes, name: str) -> tuple[Part, ...]:
    """The text of a document part by part, by its bytes and its file's name."""
    for start, read in _READERS:
        if raw.startswith(start):
            return tuple(read(raw))
    text = _plain(raw)
    if is_page(name):
        return (Part("Webbsidan", _html(text)),)
    pages = text.split("\f")
    numbered = len(pages) > 1
    return tuple(Part(f"Sida {n}" if numbered else "", page) for n, page in enumerate(pages, 1))


def is_page(name: str) -> bool:
    """Whether a file is a saved web page, by its name."""
    return name.lower().endswith((".html", ".htm"))


def _plain(raw: bytes) -> str:
    for start, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(start):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        what = "är inte sparat i UTF-8"
        remedy = "Öppna det i Anteckningar, välj Spara som och kodningen UTF-8"
        raise UnreadableDocument(what, remedy) from None


def _html(text: str) -> str:
    """What a web page shows."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = etree.fromstring(text.encode(), parser)
    if root is None:
        return ""
    etree.strip_elements(root, "script", "style", etree.Comment, with_tail=False)
    return "".join(root.itertext())


def _pdf(raw: bytes) -> list[Part]:
    import pikepdf
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            if pdf.is_encrypted:  # it opens without a password, and may only not be changed
                opened = io.BytesIO()
                pdf.save(opened, encryption=False)
                raw = opened.getvalue()
        pages = pypdf.PdfReader(io.BytesIO(raw)).pages
        parts = [Part(f"Sida {n}", page.extract_text()) for n, page in enumerate(pages, 1)]
    except pikepdf.PasswordError:
        what = "är en PDF med lösenord"
        raise UnreadableDocument(what, "Spara den utan lösenord") from None
    except MemoryError:
        raise
    except Exception as error:  # whatever a damaged PDF makes pikepdf and pypdf raise
        raise UnreadableDocument("är en PDF som inte går att läsa") from error
    if not any(part.text.strip() for part in parts):
        what = "är en PDF utan text, kanske inskannad"
        raise UnreadableDocument(what, "Kör textigenkänning (OCR) på den, eller spara den som text")
    return parts


def _word(raw: bytes) -> list[Part]:
    try:
        with opened(raw) as package:
            names = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
            parts = [n for n in names if any(k in n for k in ("document", "notes"))]
            if not parts:
                raise UnreadableDocument("är en zip-fil eller en annan sorts fil än de som läses")
            if sum(package.getinfo(n).file_size for n in parts) > _MOST_TEXT:
                raise UnreadableDocument("är orimligt stort när det packas upp")
            return [part for name in sorted(parts) for part in _headed(entry_bytes(package, name))]
    except (Unpackable, ElementTree.ParseError, LookupError, ValueError) as error:
        raise UnreadableDocument("är ett Word-dokument som inte går att läsa") from error


def _headed(raw: bytes) -> Iterator[Part]:
    """The text of a file in a Word document, parted where a heading stands."""
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise UnreadableDocument("har en dokumenttyp i sin XML")
    heading, lines = _FIRST, list[str]()
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
    for paragraph in ElementTree.fromstring(raw).iter(f"{_W}p"):
        text = "".join(
            node.text or "" if node.tag == f"{_W}t" else signs.get(node.tag, "")
            for node in paragraph.iter()
        )
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        named = "" if style is None else style.get(f"{_W}val", "")
        if _HEADING.match(named) and text.strip():
            if lines:
                yield Part(heading, "\n".join(lines))
            heading, lines = " ".join(text.split()), []
        lines.append(text)
    yield Part(heading, "\n".join(lines))


def _old_word(raw: bytes) -> list[Part]:
    raise UnreadableDocument("är krypterat, eller sparat i ett gammalt format som .doc")


def flat(text: str) -> str:
    """A text as what is compared when a quote is looked for: its letters, without spaces and
    hyphens, emphasis marks and signs that no file of ours can hold."""
    joined = re.sub(r"(?<=\w)[-\u00ad\u2010][ \t]*\n\s*(?=\w)", "", text)
    plain = re.sub(r"[*_#\[\]]", "", folded(FORBIDDEN.sub("", joined)))
    return re.sub(r"[\s\-\u00ad]+", "", plain)


def folded(text: str) -> str:
    """A text as its letters: the same however it is broken, hyphenated, typeset or composed."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKC", text) if sign not in _UNSEEN
    ).translate(_ALIKE)


_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_ALIKE = str.maketrans("”“„‟″’‘‚‛′‐‑‒–—―−", "\"\"\"\"\"'''''-------")
_READERS: tuple[tuple[bytes, Callable[[bytes], list[Part]]], ...] = (
    (b"%PDF", _pdf),
    (b"PK\x03\x04", _word),
    (_OLE, _old_word),
)
