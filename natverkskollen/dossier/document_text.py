"""The text of a document that quotes come from: plain text, a web page, PDF or Word."""

from __future__ import annotations

import io
import logging
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree

from natverkskollen.files.patience import patiently

_MOST_BYTES, _MOST_TEXT = 200_000_000, 50_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SAVE_AS_TEXT = "Öppna den och spara den som PDF med text, Word-dokument (.docx) eller UTF-8-text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
    root = folder.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        what = "leder ut ur mappen med dokument"
        raise UnreadableDocument(what, "Lägg dokumentet i mappen och skriv bara dess namn i file")
    if not path.is_file():  # nor a pipe, which never ends
        return None
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableDocument("är större än 200 MB", "Spara det i en mindre fil")
    raw = patiently(path.read_bytes)
    for start, read in _READERS:
        if raw.startswith(start):
            return read(raw)
    return _html(_plain(raw)) if path.suffix.lower() in (".html", ".htm") else _plain(raw)


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


def _pdf(raw: bytes) -> str:
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
        text = "\n".join(page.extract_text() for page in pages)
    except pikepdf.PasswordError:
        what = "är en PDF med lösenord"
        raise UnreadableDocument(what, "Spara den utan lösenord") from None
    except Exception as error:  # whatever a damaged PDF makes pikepdf and pypdf raise
        raise UnreadableDocument("är en PDF som inte går att läsa") from error
    if not text.strip():
        what = "är en PDF utan text, kanske inskannad"
        raise UnreadableDocument(what, "Kör textigenkänning (OCR) på den, eller spara den som text")
    return text


def _word(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
            parts = [n for n in names if any(k in n for k in ("document", "notes"))]
            if not parts:
                raise UnreadableDocument("är en zip-fil eller en annan sorts fil än de som läses")
            if sum(package.getinfo(n).file_size for n in parts) > _MOST_TEXT:
                raise UnreadableDocument("är orimligt stort när det packas upp")
            return "\n".join(_paragraphs(package.read(name)) for name in sorted(parts))
    except UnreadableDocument:
        raise
    except Exception as error:  # what zlib, zipfile and the XML reader raise for damaged bytes
        raise UnreadableDocument("är ett Word-dokument som inte går att läsa") from error


def _paragraphs(raw: bytes) -> str:
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise UnreadableDocument("har en dokumenttyp i sin XML")
    lines = []
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
    for paragraph in ElementTree.fromstring(raw).iter(f"{_W}p"):
        pieces = (
            node.text or "" if node.tag == f"{_W}t" else signs.get(node.tag, "")
            for node in paragraph.iter()
        )
        lines.append("".join(pieces))
    return "\n".join(lines)


def _old_word(raw: bytes) -> str:
    raise UnreadableDocument("är krypterat, eller sparat i ett gammalt format som .doc")


def folded(text: str) -> str:
    """A text as its letters: the same however it is broken, hyphenated, typeset or composed."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKC", text) if sign not in _UNSEEN
    ).translate(_ALIKE)


_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_ALIKE = str.maketrans("”“„‟″’‘‚‛′‐‑‒–—―−", "\"\"\"\"\"'''''-------")
_READERS: tuple[tuple[bytes, Callable[[bytes], str]], ...] = (
    (b"%PDF", _pdf),
    (b"PK\x03\x04", _word),
    (_OLE, _old_word),
)
