"""How heavy a text is to read: LIX, its longest sentences, and those to write otherwise.

Hints and never a gate: LIX knows nothing of hard short words, and a passive can be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from natverkskollen.swedish.sentences import split_sentences

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_MODALS = "ska|skall|kan|bör|måste|får|kunde|skulle|borde|ha|har|hade"
_PASSIVE = re.compile(
    rf"\b(?:\w{{2,}}(?:ades|erades|eras|attes|ordes)|(?:{_MODALS})\s+(?:inte\s+)?\w{{3,}}[atde]s)\b"
)
# `i vår` is the spring, and what stands within quotation marks is somebody else's.
_FIRST_PERSON = re.compile(
    r"\b(?:jag|mig|vi|oss|våra|vårt|(?<!i )(?<!denna )(?<!förra )(?<!nästa )vår)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"”[^”]*”")
LONG_WORD = 6


def sentences(texts: Iterable[str]) -> list[str]:
    """Every sentence of the paragraphs; a paragraph always ends one."""
    rows = (row for text in texts for row in text.splitlines())
    return [part.strip() for row in rows for part in split_sentences(row) if _WORD.search(part)]


def lix(texts: Iterable[str]) -> int:
    """LIX: words a sentence and the share in per cent of words over six letters; 0 for no words."""
    parts = sentences(texts)
    words = [word for part in parts for word in _WORD.findall(part)]
    if not words:
        return 0
    long = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / len(parts) + 100 * long / len(words))


def word_count(texts: Iterable[str]) -> int:
    """How many words some texts have together; a figure is a word."""
    return sum(len(_WORD.findall(text)) for text in texts)


def longest(texts: Iterable[str], most: int = 3) -> list[tuple[int, str]]:
    """The longest sentences with their number of words, longest first."""
    counted = [(len(_WORD.findall(part)), part) for part in dict.fromkeys(sentences(texts))]
    return sorted(counted, key=lambda pair: -pair[0])[:most]


def passive_chains(texts: Iterable[str]) -> list[str]:
    """The sentences with two passives or more."""
    return [part for part in dict.fromkeys(sentences(texts)) if len(_PASSIVE.findall(part)) > 1]


def in_first_person(texts: Iterable[str]) -> list[str]:
    """The sentences that say `jag`, `vi` or the like of who writes."""
    parts = dict.fromkeys(sentences(texts))
    return [part for part in parts if _FIRST_PERSON.search(_QUOTED.sub("", part))]


def lix_words(value: int) -> str:
    """What a LIX value is usually said to mean."""
    for limit, words in ((30, "mycket lätt"), (40, "lätt"), (50, "medelsvår"), (60, "svår")):
        if value < limit:
            return words
    return "mycket svår"
