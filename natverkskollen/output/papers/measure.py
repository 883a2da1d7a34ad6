"""How long and how heavy a section of the memo is, beside its budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from natverkskollen.output.papers.blocks import Block, Picture, Table, block_texts
from natverkskollen.output.papers.budgets import BUDGETS
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.readability import lix, word_count

HEAVY = 55  # LIX from which a text is said to be heavy


@dataclass(frozen=True)
class Measure:
    """The number of words, the budget where the section has one, and the LIX."""

    words: int
    budget: tuple[int, int] | None
    lix: int

    @property
    def over(self) -> int:
        """How many words beyond the budget; 0 where there is room."""
        return max(0, self.words - self.budget[1]) if self.budget else 0

    @property
    def too_much(self) -> bool:
        """Whether there is something to shorten."""
        return bool(self.over) or self.lix > HEAVY

    @property
    def sentence(self) -> str:
        """`104 ord av 120–160. LIX 53.`, and what to do where that is too much."""
        room = f" av {self.budget[0]}–{self.budget[1]}" if self.budget else ""
        said = [f"{number(self.words)} ord{room}."]
        said += [f"Stryk {number(self.over)} ord."] if self.over else []
        said += [f"LIX {self.lix}."] if self.words else []
        said += ["Dela långa meningar."] if self.lix > HEAVY else []
        return " ".join(said)


def measure(texts: Iterable[str], section: str, networks: int) -> Measure:
    """The measure of the running texts of a section, for so many networks."""
    told = list(texts)
    budget = BUDGETS.get(section.rsplit("-", 1)[0] if section[-1:].isdigit() else section)
    return Measure(word_count(told), budget.words(networks) if budget else None, lix(told))


def running_texts(blocks: Iterable[Block]) -> list[str]:
    """What is read as text in some blocks: no table and no picture."""
    return [t for b in blocks if not isinstance(b, (Table, Picture)) for t in block_texts(b)]
