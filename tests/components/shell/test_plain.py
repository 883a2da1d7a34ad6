"""Text from a file in a label: never a link, an icon or an emoji, and read as it was written."""

from __future__ import annotations

import re

import pytest

from components.shell.markdown import JOINER, plain
from tests.robust.kinds_of_text import KINDS

# What is sought in the words after the escapes have been read: mdast-util-gfm-autolink-literal 2
# (addresses on the web and for mail), remark-emoji 5 and Streamlit's icons.
SOUGHT = (
    r"(https?:\/\/|www(?=\.))([-.\w]+)",
    r"(?:^|[\s\W])([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)",
    r":\+1:|:-1:|:[\w-]+:",
    r":(material|streamlit)/?[a-z0-9_]*:",
)
TEXTS = [
    "se https://evil.example/x nu",
    "HTTP://EVIL.EXAMPLE",
    "www.evil.example och WWW.Evil.example",
    "(www.evil.example)",
    "skriv till a.b+c@evil.example nu",
    "å@evil.example",
    "mailto:a@evil.example xmpp:b@evil.example",
    ":material/home: :smile: :+1: :streamlit:",
    "a:b:c:d: :x::y:",
    r"\www.evil.example \https://evil.example",
    *KINDS.values(),
]


def seen(text: str) -> str:
    """The words once Markdown's escapes have been read."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(text))


@pytest.mark.parametrize("text", [text for text in TEXTS if len(text) < 10_000])
def test_nothing_in_it_is_an_address_an_icon_or_an_emoji(text: str) -> None:
    assert [rule for rule in SOUGHT if re.search(rule, seen(text), re.IGNORECASE)] == []


@pytest.mark.parametrize("text", TEXTS[:9])
def test_the_words_are_those_written(text: str) -> None:
    assert seen(text).replace(JOINER, "") == text


def test_what_is_no_address_is_left_as_it_is() -> None:
    words = "Kl. 10:30 i Årsta: 1 200 kr, se punkt 3. Och/eller (ja)."
    assert plain(words) == words
