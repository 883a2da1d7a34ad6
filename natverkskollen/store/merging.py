"""Three versions become one: what the person saw, what they want, and what is there now.

Fields merge one by one, also within an answer. A merged answer that contradicts itself is a
conflict of the whole answer, since neither of the two wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from natverkskollen.dossier.file_reading import COPIES
from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.store.contract import UNSEEN, Change, Clash, Failed, KeyPath
from natverkskollen.store.journal import Journal, applied
from natverkskollen.store.plain_data import State, plain, same, value_at, with_value
from natverkskollen.swedish.numbers import number

MOST_TEXT = 100_000  # a text in one field; more than any page asks for (editing/typed.py)
_ANSWER = 4  # ("answers", assessor, network, criterion)
_LENGTHS = {
    "evaluation": (1, 2, 3),
    "network": (1, 2),
    "membership": (1, 2, 3),
    "answers": (_ANSWER, _ANSWER + 1),
}
_LENGTHS |= dict.fromkeys(COPIES.values(), (1,))


@dataclass(frozen=True)
class Merge:
    """What the changes make of the present state, or where they clash with it."""

    state: State
    clashes: tuple[Clash, ...] = ()


def merge(journal: Journal, now: State, changes: Sequence[Change]) -> Merge:
    """Every change on what is there now, as far as nobody else has changed the same field."""
    state: State = dict(now)
    clashes = []
    for change in changes:
        theirs, mine = value_at(state, change.path), plain(change.new)
        if same(theirs, mine):
            continue
        if change.old is UNSEEN or not same(theirs, plain(change.old)):
            clashes.append(clash(journal, change.path, mine, theirs))
        else:
            state = with_value(state, change.path, mine)
    return Merge(now, tuple(clashes)) if clashes else Merge(state)


def answers_shared(
    journal: Journal, base: State, now: State, changes: Sequence[Change]
) -> tuple[Clash, ...]:
    """The answers in the changes that somebody else has changed too: both whole answers."""
    paths = dict.fromkeys(change.path[:_ANSWER] for change in changes)
    mine = applied(base, tuple(Change(c.path, None, plain(c.new)) for c in changes))
    return tuple(
        clash(journal, path, value_at(mine, path), value_at(now, path))
        for path in paths
        if len(path) == _ANSWER and not same(value_at(base, path), value_at(now, path))
    )


def clash(journal: Journal, path: KeyPath, mine: object, theirs: object) -> Clash:
    """Both values of a field, with who gave the other one and when."""
    line = journal.latest_touching(path)
    return Clash(path, mine, theirs, line.actor if line else "", line.when if line else None)


def unusable(changes: Sequence[Change], *words: str) -> Failed | None:
    """Why changes cannot even be tried: a path that leads nowhere, or a text no file holds."""
    for change in changes:
        path = change.path
        steps = isinstance(path, tuple) and all(isinstance(step, str) and step for step in path)
        if not steps or len(path) not in _LENGTHS.get(path[0] if path else "", ()):
            return Failed(f"ändringen gäller något som inte finns: {path!r}", "Ladda om sidan")
    copies = [change.new for change in changes if len(change.path) == 1]
    for text in (*words, *(t for c in changes for t in _texts((c.path, plain(c.new))))):
        if len(text) > MOST_TEXT and text not in copies:
            what = f"texten är {number(len(text))} tecken, och högst {number(MOST_TEXT)} ryms"
            return Failed(what, "Korta texten")
        if found := FORBIDDEN.search(text):
            what = f"texten innehåller ett osynligt styrtecken (U+{ord(found.group()):04X})"
            return Failed(what, "Radera tecknet och skriv om texten på det stället")
    return None


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts((key, each))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
