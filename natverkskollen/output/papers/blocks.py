"""What a paper consists of, before it is drawn on screen or in Word: plain frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

# body: running text · remark: a boxed reservation · label: a bold line that introduces what
# follows · lead: an ordinary line that a list or a table follows on · quote: somebody's entered
# words, set apart · meta: small print.
ParagraphKind = Literal["body", "remark", "label", "lead", "quote", "meta"]


WHOLE_LIST = 8  # a list of at most this many items is kept on one page
WHOLE_TABLE, WHOLE_TEXT = 9, 1500  # a table of at most so many rows and characters likewise


@dataclass(frozen=True)
class Paragraph:
    """Running text, line breaks and all; `lead` is a few words in bold before it."""

    text: str
    kind: ParagraphKind = "body"
    lead: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; the memo's title is level 1 and its sections level 2."""

    level: Literal[3, 4]
    text: str


@dataclass(frozen=True)
class Numbered:
    """Sentences numbered from 1, one decision each."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Bullets:
    """A list without order between the items; `small` sets it as small print."""

    items: tuple[str, ...]
    small: bool = False

    @property
    def whole(self) -> bool:
        """Whether the list is kept on one page, with the line that introduces it."""
        return not self.small and len(self.items) <= WHOLE_LIST


@dataclass(frozen=True)
class Table:
    """A table with one header row.

    `widths` are the columns' relative widths, `numeric` the columns that hold figures, and
    `totals` how many of the last rows are sums.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numeric: tuple[int, ...] = ()
    totals: int = 0

    @property
    def whole(self) -> bool:
        """Whether the table is kept on one page: it has few rows, and none with a long text."""
        text = sum(len(cell) for row in self.rows for cell in row)
        return len(self.rows) <= WHOLE_TABLE and text <= WHOLE_TEXT


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, with the words that say what it shows."""

    svg: str
    alt: str


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on, side by side and never parted, each with a name under it."""

    names: tuple[str, ...]


Block = Paragraph | Heading | Numbered | Bullets | Table | Picture | Signatures


@dataclass(frozen=True)
class Section:
    """One section of the memo; a section with an empty heading has none.

    `edited` says that a person has rewritten its text.
    """

    id: str
    heading: str
    blocks: tuple[Block, ...]
    edited: bool = False


@dataclass(frozen=True)
class Head:
    """What stands above the text: whose document it is, its date and register number.

    What was not entered is an empty text. `stamp` is what a draft prints; `phone` and `email` are
    the officer's.
    """

    document_name: str
    municipality: str
    department: str
    officer: str
    date: str
    diarienummer: str
    addressee: str
    title: str
    stamp: str
    footer: str
    phone: str = ""
    email: str = ""


PaperId = Literal["tjansteskrivelse", "bilaga-1", "bilaga-2", "kallor"]


@dataclass(frozen=True)
class Paper:
    """One paper of a case, a file of its own: head, remarks before everything else, sections.

    `page_notation` is what stands before, between and after the page number and page count.
    """

    head: Head
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]
    page_notation: tuple[str, str, str]
    id: PaperId = "tjansteskrivelse"

    def section(self, id_: str) -> Section:
        """The section with this id; StopIteration if the paper has none."""
        return next(section for section in self.sections if section.id == id_)


def held(paper: Paper) -> frozenset[tuple[int, int]]:
    """The blocks, by section and place in it, that are kept on the page of the block after them.

    They are those before signatures and before the last paragraph, so that no page has only names
    or a single line.
    """
    places = [(at, n) for at, each in enumerate(paper.sections) for n in range(len(each.blocks))]
    kept = set()
    for before, after in pairwise(places):
        block = paper.sections[after[0]].blocks[after[1]]
        if isinstance(block, Signatures) or (isinstance(block, Paragraph) and after == places[-1]):
            kept.add(before)
    return frozenset(kept)


def block_texts(block: Block) -> tuple[str, ...]:
    """Every text a block shows, in reading order."""
    if isinstance(block, (Numbered, Bullets)):
        return block.items
    if isinstance(block, Signatures):
        return block.names
    if isinstance(block, Table):
        return (block.title, *block.header, *(cell for row in block.rows for cell in row))
    if isinstance(block, Picture):
        return ()
    lead = (block.lead,) if isinstance(block, Paragraph) and block.lead else ()
    return (*lead, block.text)


def with_texts(block: Block, change: Callable[[str], str]) -> Block:
    """The block with every text it shows changed in the same way."""
    if isinstance(block, (Numbered, Bullets)):
        return replace(block, items=tuple(map(change, block.items)))
    if isinstance(block, Signatures):
        return replace(block, names=tuple(map(change, block.names)))
    if isinstance(block, Table):
        return replace(
            block,
            title=change(block.title),
            header=tuple(map(change, block.header)),
            rows=tuple(tuple(map(change, row)) for row in block.rows),
        )
    if isinstance(block, Paragraph):
        return replace(block, text=change(block.text), lead=change(block.lead))
    return replace(block, text=change(block.text)) if isinstance(block, Heading) else block
