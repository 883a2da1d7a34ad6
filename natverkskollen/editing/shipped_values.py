"""The values of a network, each known by a mark, and the marks of all that was ever shipped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from natverkskollen.files.data_folder import PROGRAM_FOLDER, names_in
from natverkskollen.files.file_cache import Stamp, stamp_of
from natverkskollen.model.network import Network
from natverkskollen.store import read_library
from natverkskollen.store.plain_data import json_text, plain

Key = tuple[str, ...]
Items = dict[Key, Any]
MARKS = Path(__file__).with_name("shipped_values.json")
_LISTS = ("documents", "fees", "facts")
_ASIDE = ("schema_version", "id", "terms", *_LISTS)
_ALONE = tuple(name for name in Network.model_fields if name not in _ASIDE)
WHOLE: Key = ("network",)


def program_values(
    program: Path,
) -> tuple[dict[str, frozenset[str]], dict[str, tuple[Network, Items]]]:
    """The marks, and each network of the program with its values; read anew where one changed."""
    return _shipped(program, _stamps(program))


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


def items(network: Mapping[str, Any]) -> Items:
    """A network's data as values that can each be another without the rest."""
    found: Items = {(key,): network[key] for key in _ALONE if key in network}
    found |= {("terms", key): value for key, value in network.get("terms", {}).items()}
    for room in _LISTS:
        found |= {(room, *identity(room, each)): each for each in network.get(room, ())}
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


def identity(room: str, value: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells a document, a fee or a fact from the others in its list (`room`)."""
    if room == "fees":
        return str(value["year"]), value.get("member", "kommun"), value.get("category") or ""
    if room == "documents":
        return (str(value["id"]),)
    source = value["source"]["document"]
    return value["id"], str(value["as_of"]), source, value.get("kind", "result")
