"""The way in to what is kept: the store of a data folder, and all that the folder holds.

Whoever comes in is somebody: where the folder has an access.yaml, or somebody is signed in, the
store is theirs and holds what they may read. Where neither is so it is the store itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from natverkskollen.dossier.access_reading import read_access
from natverkskollen.dossier.library import Library, library_of
from natverkskollen.files.cache import Cache
from natverkskollen.files.data_folder import EVALUATIONS, MEMBERSHIPS
from natverkskollen.model.access import Rights, rights_of
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import clock
from natverkskollen.store.area import Area, evaluation_area, file_area
from natverkskollen.store.audit_log import audit_log
from natverkskollen.store.audited import Audited
from natverkskollen.store.contract import Failed, Store
from natverkskollen.store.guarded import GuardedStore
from natverkskollen.store.guarded_room import GuardedRoom
from natverkskollen.store.permission import NOT_YOURS
from natverkskollen.store.room_store import MembershipStore, NetworkStore
from natverkskollen.store.shared import brought_up, replica_at
from natverkskollen.store.shared_store import (
    CopiedEvaluations,
    CopiedMemberships,
    CopiedNetworks,
    SharedStore,
)
from natverkskollen.store.yaml_store import YamlStore

# A store knows the histories it has read, so a folder has one for the whole program.
_STORES: Cache[Any] = Cache(48)


def rights_at(folder: Path, by: Principal = LOCAL) -> Rights:
    """What a person may do in a data folder today; DataError where its files cannot be had.

    A folder with an access.yaml is nobody's by being at the computer, and one whose file cannot be
    read is nobody's at all: a lost setting or a slip of the pen shuts the door.
    """
    brought_up(folder)
    reading = read_access(folder)
    if reading is None:
        return Rights(everything=True) if by == LOCAL else Rights()
    if reading.model is None or by == LOCAL:
        return Rights()
    return rights_of(by, reading.model, clock.now().astimezone().date())


def store_at(folder: Path, by: Principal = LOCAL) -> Store:
    """The store of a data folder, as `by` has it. Nothing else decides which kind it is."""
    kept = _evaluations(folder)
    rights = rights_at(folder, by)
    return kept if rights.everything else GuardedStore(kept, folder, by, rights)


def _evaluations(folder: Path) -> Store:
    """The store of the evaluations in a data folder, whoever asks."""
    own = partial(_kept, folder, EVALUATIONS, lambda *at: YamlStore(*at))
    kept: Store = own(CopiedEvaluations, evaluation_area)
    return kept


def networks_at(folder: Path, by: Principal = LOCAL) -> NetworkStore:
    """The store of the networks in a data folder, as `by` has it."""
    own = partial(_kept, folder, "networks", NetworkStore)
    kept: NetworkStore = own(CopiedNetworks, partial(file_area, "networks"))
    rights = rights_at(folder, by)
    if rights.everything:
        return kept
    return cast(NetworkStore, GuardedRoom(kept, folder, by, rights, rights.reads_networks()))


def memberships_at(folder: Path, by: Principal = LOCAL) -> MembershipStore:
    """The store of the memberships in a data folder, as `by` has it."""
    own = partial(_kept, folder, MEMBERSHIPS, MembershipStore)
    kept: MembershipStore = own(CopiedMemberships, partial(file_area, MEMBERSHIPS))
    rights = rights_at(folder, by)
    if rights.everything:
        return kept
    return cast(MembershipStore, GuardedRoom(kept, folder, by, rights, rights.reads_register()))


def _kept(
    folder: Path,
    room: str,
    own: Callable[..., Any],
    copied: Callable[[Path], Any],
    area: Callable[[str], Area],
) -> Any:
    """The one store of a room: of a folder's own files, or of what several servers share.

    It logs what it saves, where somebody has said in which log.
    """
    replica = replica_at(folder)

    def made() -> Any:
        if replica is None:
            return own(folder)
        tried = own(folder, replica.workshop.folder)
        return SharedStore(replica, copied(folder), tried, area)

    kept, log = _STORES.get((folder, room, replica), made), audit_log()
    return Audited(kept, room, log) if log else kept


def read_library(folder: Path, by: Principal = LOCAL) -> Library:
    """The data folder as it is now; files that are the same as before are not read again."""
    rights = rights_at(folder, by)
    library = library_of(folder, store_at(folder, by))
    if rights.everything:
        return library
    if not rights.reads_networks():
        library = replace(library, criteria={}, networks={}, found=())
    return replace(library, with_register=rights.reads_register(), with_strays=rights.governs())


def read_ahead(folder: Path) -> None:
    """Read what everybody who comes will ask for, so that it is known when they do."""
    brought_up(folder)
    library = library_of(folder, _evaluations(folder))
    library.read_ahead()


def shared_refusal(folder: Path, by: Principal) -> Failed | None:
    """Why a person may not change what every evaluation shares; None where they may."""
    return None if rights_at(folder, by).edits_shared() else NOT_YOURS
