"""Words from a file made safe where Streamlit only takes Markdown: labels and options."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&:@])")


def plain(text: str) -> str:
    """The text with every character that Markdown would act on escaped."""
    return _SPECIAL.sub(r"\\\1", text)
