"""The way in to what is kept: the store of a data folder, and all that the folder holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

from natverkskollen.dossier.library import Library, library_of
from natverkskollen.files.cache import Cache
from natverkskollen.files.data_folder import EVALUATIONS, MEMBERSHIPS
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store.area import Area, evaluation_area, file_area
from natverkskollen.store.contract import Store
from natverkskollen.store.room_store import MembershipStore, NetworkStore
from natverkskollen.store.shared import replica_at
from natverkskollen.store.shared_store import (
    CopiedEvaluations,
    CopiedMemberships,
    CopiedNetworks,
    SharedStore,
)
from natverkskollen.store.yaml_store import YamlStore

# A store knows the histories it has read, so a folder has one for the whole program.
_STORES: Cache[Any] = Cache(48)


def store_at(folder: Path) -> Store:
    """The store of a data folder. Nothing else decides which kind of store it is."""
    own = partial(_kept, folder, EVALUATIONS, lambda *at: YamlStore(*at))
    return cast(Store, own(CopiedEvaluations, evaluation_area))


def networks_at(folder: Path) -> NetworkStore:
    """The store of the networks in a data folder."""
    own = partial(_kept, folder, "networks", NetworkStore)
    return cast(NetworkStore, own(CopiedNetworks, partial(file_area, "networks")))


def memberships_at(folder: Path) -> MembershipStore:
    """The store of the memberships in a data folder."""
    own = partial(_kept, folder, MEMBERSHIPS, MembershipStore)
    return cast(MembershipStore, own(CopiedMemberships, partial(file_area, MEMBERSHIPS)))


def _kept(
    folder: Path,
    room: str,
    own: Callable[..., Any],
    copied: Callable[[Path], Any],
    area: Callable[[str], Area],
) -> Any:
    """The one store of a room: of a folder's own files, or of what several servers share."""
    replica = replica_at(folder)

    def made() -> Any:
        if replica is None:
            return own(folder)
        tried = own(folder, replica.workshop.folder)
        return SharedStore(replica, copied(folder), tried, area)

    return _STORES.get((folder, room, replica), made)


def read_library(folder: Path) -> Library:
    """The data folder as it is now; files that are the same as before are not read again.

    DataError where it is shared, and has never been had from the database.
    """
    replica = replica_at(folder)
    if replica and (trouble := replica.catch_up()) and not replica.known:
        raise DataError([Problem("databasen", 0, trouble.what, trouble.remedy)])
    return library_of(folder, store_at(folder))
