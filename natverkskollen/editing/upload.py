"""A file as it came from a person's computer: what is in it, and what it may be called."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from natverkskollen.dossier.document_reading import Read, read_apart
from natverkskollen.dossier.document_text import UnreadableDocument, is_page

TYPES = ("pdf", "docx", "txt", "html", "htm")
_STARTS = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"))


@dataclass(frozen=True)
class Upload:
    """A file as it came from a person's computer."""

    name: str
    raw: bytes

    @property
    def digest(self) -> str:
        """What tells its content from every other."""
        return sha256(self.raw).hexdigest()

    @property
    def title(self) -> str:
        """What the document may be called, by its file's name."""
        return " ".join(PurePath(self.name.replace("\\", "/")).stem.replace("_", " ").split())

    @property
    def read(self) -> Read:
        """Its text part by part, or why it cannot be read; worked out once."""
        ending = PurePath(self.name).suffix.lower().lstrip(".")
        if ending not in TYPES:
            kinds = "PDF, Word (.docx), text (.txt) och sparade webbsidor (.html)"
            what = f"är av en sort som inte läses här ({ending or 'utan ändelse'})"
            return UnreadableDocument(what, f"Spara det som något av {kinds}")
        return read_apart(self.raw, self.name)


def ending_of(upload: Upload) -> str:
    """What the file's name ends with, by what is in it and not by what it was called."""
    for start, ending in _STARTS:
        if upload.raw.startswith(start):
            return ending
    return ".html" if is_page(upload.name) else ".txt"
