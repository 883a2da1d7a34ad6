"""Words from a file made safe where Streamlit only takes Markdown: labels and options."""

from __future__ import annotations

import re

# Only what Markdown would act on: a label is also read aloud as it stands, backslashes and all.
_ACTS = re.compile(
    r"""[\\`*_\[\]~$@{}]                # emphasis, code, links, formulas, addresses
    | <(?=[A-Za-z/!?])                 # tags
    | &(?=\#?\w+;)                     # entities
    | :(?=[\w+/-]*\[)                  # colours
    | ^\s*[#>+|=-]                     # headings, quotes, lists, tables
    | (?<=^\d)[.)] | (?<=^\d\d)[.)]    # numbered lists
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


# Once the escapes are read, Streamlit looks through the words again, for addresses, icons and
# emoji: a joiner that nobody sees or hears keeps these from being one.
JOINER = "\u2060"
_SOUGHT = re.compile(
    r"""(?<=:)(?=//|[\w+/-]*:)           # https://, :material/home:, :smile:
    | (?<=www)(?=\.)
    | (?<=[\w.+-])(?=@)                # addresses for mail
    """,
    re.VERBOSE | re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text with every character that Markdown would act on escaped."""
    apart = _SOUGHT.sub(JOINER, text)
    return _ACTS.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", apart)
