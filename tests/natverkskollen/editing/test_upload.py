"""A file from a person's computer is looked at by what it is before it is read."""

from __future__ import annotations

import pytest

from natverkskollen.dossier.document_text import UnreadableDocument
from natverkskollen.editing.upload import Upload


@pytest.mark.parametrize("name", ["bild.png", "tabell.xlsx", "utan ändelse", "makro.exe"])
def test_a_file_of_another_kind_is_refused_before_it_is_read(name: str) -> None:
    read = Upload(name, b"x").read
    assert isinstance(read, UnreadableDocument) and "av en sort som inte läses här" in read.what
