"""A text as every paper takes it: without what no file can carry, and parted into paragraphs."""

from __future__ import annotations

import re

from natverkskollen.files.yaml_scalar import FORBIDDEN

_PARTS = re.compile(r"\n(?:[ \t]*\n)+")


def clean(text: str) -> str:
    """The text with what a Word file cannot carry shown as a replacement character."""
    return FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraphs(text: str) -> list[str]:
    """A text as the paragraphs it is made of; a single line break stays within one."""
    return _PARTS.split(clean(text).strip("\n"))
