"""What the program's networks say otherwise than the data folder's copies, as offers one by one.

A value that the folder has and the program once shipped has not been changed by hand: its mark is
among those of every version (shipped_values.json). What has another value was changed by somebody
here, and is told as such. What somebody has declined is remembered until the program says something
new about it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from natverkskollen.dossier.library import Library
from natverkskollen.dossier.network_use import missed
from natverkskollen.editing.cited_document import place_of
from natverkskollen.files.data_folder import PROGRAM_FOLDER, names_in
from natverkskollen.files.file_cache import Stamp, stamp_of
from natverkskollen.files.reading import read_data
from natverkskollen.model.network import Network
from natverkskollen.model.principal import Principal
from natverkskollen.store import Change, Failed, NetworkStore, SaveOutcome, read_library
from natverkskollen.store.declined import decline, declined
from natverkskollen.store.plain_data import json_text, plain, same

Key = tuple[str, ...]
Items = dict[Key, Any]
MARKS = Path(__file__).with_name("shipped_values.json")
_ALONE = ("name", "short", "called", "membership", "description", "website", "members")
_LISTS = ("documents", "fees", "facts")
_EMPTY: dict[str, Any] = {"documents": (), "fees": (), "facts": ()}
WHOLE: Key = ("network",)


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
    known, program_says = _shipped(program, _stamps(program))
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


def _stamps(program: Path) -> tuple[Stamp, ...]:
    """What tells whether the program's own files are as they were."""
    files = [MARKS, *(program / "networks" / name for name in names_in(program / "networks"))]
    return tuple(stamp for file in files if (stamp := stamp_of(file)))


@lru_cache(maxsize=2)
def _shipped(
    program: Path, _: tuple[Stamp, ...]
) -> tuple[dict[str, frozenset[str]], dict[str, tuple[Network, Items]]]:
    """The marks, and each network of the program with its values; the same for every session."""
    networks = read_library(program).networks
    return shipped_marks(), {id_: (each, items(plain(each))) for id_, each in networks.items()}


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


def items(network: Mapping[str, Any]) -> Items:
    """A network's data as values that can each be another without the rest."""
    found: Items = {(key,): network[key] for key in _ALONE if key in network}
    found |= {("terms", key): value for key, value in network.get("terms", {}).items()}
    for room in _LISTS:
        found |= {(room, *_identity(room, each)): each for each in network.get(room, ())}
    return found


def mark(key: Key, value: Any) -> str:
    """What a value is known by."""
    return sha256(json_text((key, value)).encode()).hexdigest()[:12]


def shipped_marks() -> dict[str, frozenset[str]]:
    """The marks of every value that any version of the program has shipped, by network."""
    kept = json.loads(MARKS.read_text(encoding="utf-8"))
    return {id_: frozenset(marks) for id_, marks in kept.items()}


def note_shipped(program: Path = PROGRAM_FOLDER) -> Path:
    """Add what the networks ship now to the marks; the file written."""
    known = shipped_marks() if MARKS.exists() else {}
    for id_, network in read_library(program).networks.items():
        new = {mark(key, value) for key, value in items(plain(network)).items()}
        known[id_] = known.get(id_, frozenset()) | new
    rows = {id_: sorted(known[id_]) for id_ in sorted(known)}
    MARKS.write_text(json.dumps(rows, indent=0) + "\n", encoding="utf-8")
    return MARKS


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
        after = _with(data, wanted | _needed(here, wanted, shipped), shipped)
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


def keep_ours(folder: Path, chosen: Sequence[Offer], actor: str, by: Principal) -> Failed | None:
    """Remember that some offers about one network have been declined."""
    return decline(folder, chosen[0].network, [each.mark for each in chosen], actor, by)


def _another(here: Items, wanted: Items, shipped: Items) -> str:
    """The title of a document that a wanted value cites and that is another one in the folder."""
    for value in wanted.values():
        source = value.get("source") if isinstance(value, Mapping) else None
        key = ("documents", str(source["document"])) if source else ()
        theirs, ours = shipped.get(key), here.get(key)
        if theirs and ours and key not in wanted and place_of(theirs) != place_of(ours):
            return str(ours["title"])
    return ""


def _needed(here: Items, wanted: Items, shipped: Items) -> Items:
    """What the wanted values point at and the folder lacks: documents, and facts."""
    found: Items = {}
    left = [value for value in wanted.values() if isinstance(value, Mapping)]
    while left:
        value = left.pop()
        source = value.get("source") or {}
        names: set[Key] = {("documents", str(source.get("document", "")))}
        about = {value.get(each) for each in ("about", "part_of", "same_as", "not_same_as")}
        names |= {key for key in shipped if key[0] == "facts" and key[1] in about}
        for key in names:
            there = {each[:2] for each in (*here, *wanted, *found)}
            if key in shipped and key[:2] not in there:
                found[key] = shipped[key]
                left.append(shipped[key])
    return found


def _with(data: Mapping[str, Any], wanted: Items, shipped: Items) -> dict[str, Any]:
    """The network's data with some values as they are wanted, each where the program has it."""
    after = dict(data)
    for key, value in wanted.items():
        room = key[0]
        if len(key) == 1:
            after[room] = value
        elif room == "terms":
            after[room] = {k: v for k, v in {**after[room], key[1]: value}.items() if v is not None}
        else:
            after[room] = _placed(room, list(after.get(room, ())), key, value, shipped)
    return {each: value for each, value in after.items() if value is not None}


def _placed(room: str, there: list[Any], key: Key, value: Any, shipped: Items) -> tuple[Any, ...]:
    keys = [(room, *_identity(room, each)) for each in there]
    if key in keys:
        at = keys.index(key)
        there[at : at + 1] = [] if value is None else [value]
        return tuple(there)
    order = [each for each in shipped if each[0] == room]
    earlier = [each for each in order[: order.index(key)] if each in keys]
    at = keys.index(earlier[-1]) + 1 if earlier else len(there)
    return (*there[:at], value, *there[at:])


def _identity(room: str, value: Mapping[str, Any]) -> tuple[str, ...]:
    if room == "fees":
        return str(value["year"]), value.get("member", "kommun"), value.get("category") or ""
    if room == "documents":
        return (str(value["id"]),)
    source = value["source"]["document"]
    return value["id"], str(value["as_of"]), source, value.get("kind", "result")
