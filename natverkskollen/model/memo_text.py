"""What a person has written or left out in the memo and its appendix."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from natverkskollen.files.fields import Model, Text


class MemoText(Model):
    """A section as a person wants it; `of` is the hash of the generated text it replaces."""

    text: Text
    of: Text


# What a person can have left out of bilaga 1: the table and the chart of its overview, the reasons
# beside the levels, and the alternatives.
AppendixPart = Literal["matrix", "chart", "reasons", "alternatives"]


def text_hash(text: str) -> str:
    """What a generated text is known by: enough of its SHA-256 to tell that it has changed."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
