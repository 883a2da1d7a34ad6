"""What the program's networks say otherwise than the data folder's copies, as offers one by one.

A value that the folder has and the program once shipped has not been changed by hand: its mark is
among those of every version (shipped_values.json). What has another value was changed by somebody
here, and is told as such. What somebody has declined is remembered until the program says something
new about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from natverkskollen.dossier.library import Library
from natverkskollen.editing.shipped_values import WHOLE, Items, Key, items, mark, program_values
from natverkskollen.files.data_folder import PROGRAM_FOLDER
from natverkskollen.model.network import Network
from natverkskollen.model.principal import Principal
from natverkskollen.store import Failed
from natverkskollen.store.declined import decline, declined
from natverkskollen.store.plain_data import plain, same


@dataclass(frozen=True)
class Offer:
    """One value of a shipped network that the folder does not have.

    `ours` is what the folder says and `theirs` the program, None for nothing. `changed_here` tells
    that ours is not one the program has ever shipped: taking theirs would take away somebody's own.
    """

    network: str
    name: str
    key: Key
    ours: Any
    theirs: Any
    changed_here: bool

    @property
    def mark(self) -> str:
        """What tells this offer from every other, also from a later one about the same."""
        return mark(self.key, self.theirs)


def offers(library: Library, program: Path = PROGRAM_FOLDER) -> tuple[Offer, ...]:
    """Every offer that nobody has declined, in the order of the program's networks."""
    if library.folder.resolve() == program.resolve() or not library.networks:
        return ()
    known, program_says = program_values(program)
    broken = {problem.file for problem in library.found}
    found: list[Offer] = []
    for id_, (shipped, there) in program_says.items():
        ours = library.networks.get(id_)
        if f"networks/{id_}.yaml" in broken and ours is None:
            continue  # it is there and cannot be read
        refused = declined(library.folder, id_)
        made = _offers(ours, shipped, there, known.get(id_, frozenset()))
        found += [each for each in made if each.mark not in refused]
    return tuple(found)


def _offers(
    ours: Network | None, shipped: Network, there: Items, known: frozenset[str]
) -> Iterator[Offer]:
    if ours is None:
        yield Offer(shipped.id, shipped.name, WHOLE, None, plain(shipped), False)
        return
    here = items(plain(ours))
    for key in dict.fromkeys((*there, *here)):
        mine, theirs = here.get(key), there.get(key)
        if same(mine, theirs):
            continue
        own = mine is not None and mark(key, mine) not in known
        if theirs is None and own:
            continue  # added here
        yield Offer(ours.id, ours.name, key, mine, theirs, own)


def keep_ours(folder: Path, chosen: Sequence[Offer], actor: str, by: Principal) -> Failed | None:
    """Remember that some offers about one network have been declined."""
    return decline(folder, chosen[0].network, [each.mark for each in chosen], actor, by)
