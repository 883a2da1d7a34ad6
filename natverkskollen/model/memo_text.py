"""A section of the memo that a person has rewritten, and the text it was made from."""

from __future__ import annotations

from hashlib import sha256

from natverkskollen.files.fields import Model, Text


class MemoText(Model):
    """A section as a person wants it; `of` is the hash of the generated text it replaces."""

    text: Text
    of: Text


def text_hash(text: str) -> str:
    """What a generated text is known by: enough of its SHA-256 to tell that it has changed."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
