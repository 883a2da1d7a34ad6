"""What the program's network says taken into the data folder's, as one version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from natverkskollen.dossier.library import Library
from natverkskollen.dossier.network_use import missed
from natverkskollen.editing.cited_document import place_of
from natverkskollen.editing.shipped_changes import Offer
from natverkskollen.editing.shipped_values import WHOLE, Items, items
from natverkskollen.editing.taken_values import needed, with_values
from natverkskollen.files.data_folder import PROGRAM_FOLDER
from natverkskollen.files.reading import read_data
from natverkskollen.model.network import Network
from natverkskollen.store import Change, Failed, NetworkStore, SaveOutcome, read_library
from natverkskollen.store.plain_data import plain, same

_EMPTY: dict[str, Any] = {"documents": (), "fees": (), "facts": ()}


def take(
    store: NetworkStore,
    library: Library,
    chosen: Sequence[Offer],
    actor: str,
    key: str,
    program: Path = PROGRAM_FOLDER,
) -> SaveOutcome:
    """Let the folder say what the program does in some offers about one network, as one version.

    What they point at comes along where the folder has nothing for it. Refused where the folder
    says something else by now, or where an evaluation rests on what would go.
    """
    id_ = chosen[0].network
    if chosen[0].key == WHOLE:
        return store.save(id_, 0, (Change(("network",), None, chosen[0].theirs),), actor, key)
    shipped = items(plain(read_library(program).network(id_)))

    def changes(now: Mapping[str, Any]) -> tuple[Change, ...] | Failed:
        data = now["network"]
        here = items(data)
        if any(not same(here.get(each.key), each.ours) for each in chosen):
            return Failed("någon har ändrat nätverket sedan du öppnade sidan", "Ladda om sidan")
        wanted = {each.key: each.theirs for each in chosen}
        if title := _another(here, wanted, shipped):
            what = f"det bygger på dokumentet ”{title}”, som är ett annat i er fil"
            return Failed(what, "Ta också in ändringen av dokumentet")
        after = with_values(data, wanted | needed(here, wanted, shipped), shipped)
        before, then = (read_data({**_EMPTY, **d}, id_, Network).model for d in (data, after))
        if before and then and (words := missed(library, before, then)):
            what, _, remedy = words.rstrip(".").partition(". ")
            return Failed(what[:1].lower() + what[1:], remedy)
        keys = dict.fromkeys((*data, *after))
        return tuple(
            Change(("network", part), data.get(part), after.get(part))
            for part in keys
            if not same(data.get(part), after.get(part))
        )

    return store.save(id_, None, changes, actor, key)


def _another(here: Items, wanted: Items, shipped: Items) -> str:
    """The title of a document that a wanted value cites and that is another one in the folder."""
    for value in wanted.values():
        source = value.get("source") if isinstance(value, Mapping) else None
        key = ("documents", str(source["document"])) if source else ()
        theirs, ours = shipped.get(key), here.get(key)
        if theirs and ours and key not in wanted and place_of(theirs) != place_of(ours):
            return str(ours["title"])
    return ""
