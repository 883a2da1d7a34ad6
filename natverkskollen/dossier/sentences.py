"""The sentences of a document, and where in it a sentence that somebody marked stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from natverkskollen.dossier.document_text import Part, flat
from natverkskollen.files.yaml_scalar import FORBIDDEN

STANDS_NOT = (
    "Citatet står inte så i dokumentet. Välj meningen i dokumentet, eller rätta citatet så att det "
    "är ordagrant."
)
_LONGEST = 400  # a table without a full stop is cut at its lines
_SHORTEST = 12  # letters that are enough to be found by
# A word cut at the end of a line, and not one that stands with its own hyphen before "och".
_REST = r"\s*\n\s*(?!(?:och|eller|samt)\b)"
_CUT = re.compile(rf"(?<=[a-zåäöé])[-\u00ad\u2010]{_REST}(?=[a-zåäöé])")
_JOINED = re.compile(rf"(?<=\w)-{_REST}(?=\w)")
_ABBREVIATED = re.compile(
    r"\b(t|ex|s|bl|f|o|m|d|v|ca|kl|nr|st|mkr|kr|dvs|osv|etc|jfr|tel|ref|resp|inkl|exkl)\.$"
    r"|^\s*\d{1,3}\.$",
    re.IGNORECASE,
)
_START = r"(?=[\"”(]?[A-ZÅÄÖÉ0-9•–-])"
_END = re.compile(rf"[.!?…][\"”’)]*\s+{_START}")
_BREAK = re.compile(rf"\n[ \t]*{_START}")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_FULL = 0.6  # a line this much shorter than the longest one ended where it was meant to


@dataclass(frozen=True)
class Sentence:
    """One sentence as it can be quoted, and where in the document it stands."""

    place: str
    text: str


@lru_cache(maxsize=12)
def sentences(parts: tuple[Part, ...]) -> tuple[Sentence, ...]:
    """Every sentence of a document in order; a heading or a line of a table is one of its own."""
    found = []
    for part in parts:
        for line, text in _pieces(part.text):
            found.append(Sentence(part.place or f"Rad {line}", text))
    return tuple(found)


@lru_cache(maxsize=12)
def _flat_whole(parts: tuple[Part, ...]) -> str:
    return flat("\n".join(part.text for part in parts))


@lru_cache(maxsize=12)
def _flat_each(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(flat, texts))


def stands(quote: str, parts: Sequence[Part]) -> bool:
    """Whether a quote stands in a document, compared as `check --sources` does."""
    wanted = flat(quote)
    return bool(wanted) and wanted in _flat_whole(tuple(parts))


def found_at(pasted: str, parts: Sequence[Part]) -> Sentence | None:
    """A text that somebody has pasted, where it stands; None where it does not, or is too short."""
    text = quotable(pasted)
    wanted = flat(text)
    if len(wanted) < _SHORTEST:
        return None
    flats = _flat_each(tuple(part.text for part in parts))
    at = "".join(flats).find(wanted)
    if at < 0 or not stands(text, parts):
        return None
    ends = list(accumulate(map(len, flats)))
    first, last = bisect_right(ends, at), bisect_right(ends, at + len(wanted) - 1)
    place = parts[first].place
    if not place:
        return Sentence(_row(parts[first].text, text), text)
    return Sentence(place if first == last else f"{place} till {parts[last].place}", text)


def quotable(text: str) -> str:
    """A text from a document on one line, with words that were cut at a line's end made whole."""
    text = _JOINED.sub("-", _CUT.sub("", text.replace("\r\n", "\n")))
    text = re.sub("\u00ad(?=\\s|$)", "-", text).replace("\u00ad", "")
    return " ".join(FORBIDDEN.sub("", text).split())


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with the line it begins on."""
    text = text.replace("\r\n", "\n")
    rows = [found.start() for found in re.finditer("\n", text)]
    begin = 0
    for end in (*_ends(text), len(text)):
        for at, piece in _short(begin, text[begin:end]):
            if whole := quotable(piece):
                yield bisect_right(rows, at + len(piece) - len(piece.lstrip()) - 1) + 1, whole
        begin = end


def _ends(text: str) -> list[int]:
    """Where one sentence, heading or line of a table ends and the next begins."""
    longest = max(map(len, text.splitlines()), default=0)
    found = {blank.end() for blank in _BLANK.finditer(text)}
    for broken in _BREAK.finditer(text):
        row = text[text.rfind("\n", 0, broken.start()) + 1 : broken.start()]
        if len(row) < _FULL * longest and not row.rstrip().endswith(("-", ",")):
            found.add(broken.end())
    begin = 0
    for end in _END.finditer(text):
        if not _ABBREVIATED.search(text[begin : end.start() + 1]):
            found.add(end.end())
            begin = end.end()
    return sorted(found)


def _short(begin: int, piece: str) -> Iterator[tuple[int, str]]:
    """The piece, or its lines where it is longer than a sentence is."""
    if len(piece) <= _LONGEST:
        yield begin, piece
        return
    at = begin
    for row in piece.splitlines(keepends=True):
        yield at, row
        at += len(row)


def _row(text: str, quote: str) -> str:
    """The line of a plain text on which a quote begins."""
    wanted = flat(quote)
    flats = [flat(row) for row in text.splitlines()]
    ends = list(accumulate(map(len, flats)))
    return f"Rad {bisect_right(ends, ''.join(flats).find(wanted)) + 1}"


def sought(every: Sequence[Sentence], words: str) -> list[int]:
    """Where the sentences are that hold some words, in any case and however they are spaced."""
    wanted = flat(words).casefold()
    flats = _flat_each(tuple(each.text for each in every))
    return [n for n, text in enumerate(flats) if wanted and wanted in text.casefold()]


def joined(some: Sequence[Sentence]) -> Sentence:
    """Neighbouring sentences as one quote."""
    first, last = some[0].place, some[-1].place
    same = first == last or first.startswith("Rad ")
    place = first if same else f"{first} till {last}"
    return Sentence(place, " ".join(each.text for each in some))
