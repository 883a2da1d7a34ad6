"""The criteria of a later revision by what happens to them, each with its answers, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from natverkskollen.editing.migration import Migration, Part
from natverkskollen.swedish.words import capital, counted

GROUPS = {
    "kept": "Behålls",
    "changed": "Ändrade",
    "renamed": "Har bytt id",
    "removed": "Finns inte längre",
    "new": "Nya",
}


@dataclass(frozen=True)
class Row:
    """One criterion in the preview: its title and former id, its answers, and what happens."""

    title: str
    was: str
    answers: str
    happens: str


def grouped(told: Migration) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Each group's heading with how many answers it touches, and its rows."""
    for group, heading in GROUPS.items():
        parts: tuple[Part, ...] = getattr(told, group)
        answers = sum(part.answers for part in parts)
        words = f"{heading}: {counted(len(parts), 'ett kriterium', 'kriterier')}"
        if group == "new" and not told.known:
            words = words.replace(heading, "Nya eller obesvarade")
        elif group != "new":
            words += f", {counted(answers, 'ett svar', 'svar')}"
        yield words, tuple(_row(told, group, part) for part in parts)


def _row(told: Migration, group: str, part: Part) -> Row:
    now = told.after.criteria.criterion(part.criterion)
    answers = counted(part.answers, "ett svar", "svar")
    if now and not now.asked and not part.answers:
        answers = "räknas fram"
    return Row(part.title, part.was, answers, _happens(group, part))


def _happens(group: str, part: Part) -> str:
    if group == "new":
        return "Har inga svar ännu."
    if group == "removed":
        return "Svaren finns kvar men räknas inte." if part.answers else "Inga svar berörs."
    said = [capital(f"{'; '.join(part.notes)}.")] if part.notes else []
    if part.was and part.answers > part.set_aside:
        said.append("Svaren följer med till det nya namnet.")
    if part.set_aside:
        many = counted(part.set_aside, "ett svar", "svar")
        said.append(f"{capital(many)} finns kvar men räknas inte förrän någon svarar på nytt.")
    return " ".join(said) or "Som förut."
