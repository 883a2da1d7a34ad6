"""How long each section of the memo may be, and which whole sentences of a text it has room for.

The numbers of words are those of real papers: a median of 600 words on two pages for two networks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from natverkskollen.output.papers.plain import paragraphs
from natverkskollen.swedish.readability import word_count
from natverkskollen.swedish.sentences import split_sentences

TWO = 2  # networks that the numbers hold for
FOUR = 4  # with more than these only the reasons are told of each; the rest is in the appendices


@dataclass(frozen=True)
class Budget:
    """A section's least and most number of words, and how many each network beyond two adds."""

    least: int
    most: int
    each: int = 0

    def words(self, networks: int) -> tuple[int, int]:
        """The least and the most number of words for so many networks."""
        more = self.each * max(0, networks - TWO)
        return self.least + more, self.most + more


BUDGETS: dict[str, Budget] = {
    "forslag-till-beslut": Budget(60, 110, 22),
    "sammanfattning": Budget(90, 120, 20),
    "beskrivning": Budget(120, 160, 22),
    "synpunkter": Budget(170, 230, 65),
    "alternativ": Budget(30, 60, 12),
    "ekonomi": Budget(40, 60, 12),
    "ovriga": Budget(30, 60),
    "juridik": Budget(15, 40),
    "barn": Budget(10, 30),
    "uppfoljning": Budget(10, 40),
    "beslutsunderlag": Budget(15, 60),
    "skickas-till": Budget(1, 30),
}


@dataclass(frozen=True)
class Wish:
    """A text that a person wrote for a section: what it is called, and its part of the words.

    `more` tells whether it may use what the other texts leave.
    """

    section: str
    title: str
    whole: str
    words: int
    more: bool = True


@dataclass(frozen=True)
class Fitted:
    """The same text as the memo takes it: whole sentences from the beginning, or none.

    What is not in `kept` stands in bilaga 1, where the whole text is.
    """

    section: str
    title: str
    whole: str
    kept: str

    @property
    def cut(self) -> bool:
        """Whether the memo leaves anything out."""
        return self.kept.split() != self.whole.split()

    @property
    def text(self) -> str:
        """What the memo says: the text as it was written where it has room for it all."""
        return self.kept if self.cut else self.whole


def fitted(wishes: Sequence[Wish], room: int, said: Iterable[str] = ()) -> tuple[Fitted, ...]:
    """What a section with `room` words takes of each text, in the order of the wishes.

    Each text first gets its own part, its first sentence however long that is; what is then left
    goes in order to those that may use more. A sentence that is in `said` or in an earlier text is
    not repeated.
    """
    told = {plain(sentence) for sentence in said}
    rows = [_sentences(wish.whole, told) for wish in wishes]
    taken = [
        _first(row, wish.words) if wish.words else 0 for row, wish in zip(rows, wishes, strict=True)
    ]
    left = room - sum(_words(row[:count]) for row, count in zip(rows, taken, strict=True))
    for at, row in enumerate(rows):
        while (
            wishes[at].more
            and taken[at] < len(row)
            and _words(row[taken[at] : taken[at] + 1]) <= left
        ):
            left -= _words(row[taken[at] : taken[at] + 1])
            taken[at] += 1
    return tuple(
        Fitted(wish.section, wish.title, wish.whole, _joined(row[:count]))
        for wish, row, count in zip(wishes, rows, taken, strict=True)
    )


def plain(sentence: str) -> str:
    """A sentence as it is compared with another: letters and figures alone."""
    return "".join(filter(str.isalnum, sentence.casefold()))


Placed = tuple[int, str]  # the paragraph a sentence stands in, and the sentence


def _sentences(text: str, told: set[str]) -> list[Placed]:
    """Every sentence that is not said already, with its paragraph; `told` grows."""
    rows = []
    for at, paragraph in enumerate(paragraphs(text)):
        for sentence in split_sentences(" ".join(paragraph.split("\n"))):
            if (said := plain(sentence)) not in told:
                told.add(said)
                rows.append((at, sentence))
    return rows


def _first(row: Sequence[Placed], words: int) -> int:
    """How many sentences fit in so many words; one where there is any."""
    count = 0
    while count < len(row) and _words(row[: count + 1]) <= words:
        count += 1
    return max(count, min(1, len(row)))


def _words(row: Sequence[Placed]) -> int:
    return word_count(sentence for _, sentence in row)


def _joined(row: Sequence[Placed]) -> str:
    """Sentences as running text, with the paragraphs they came in."""
    parts: dict[int, list[str]] = {}
    for at, sentence in row:
        parts.setdefault(at, []).append(sentence)
    return "\n\n".join(" ".join(sentences) for sentences in parts.values())
