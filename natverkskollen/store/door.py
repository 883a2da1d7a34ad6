"""The way in to what is kept: the store of a data folder, and all that the folder holds."""

from __future__ import annotations

from pathlib import Path

from natverkskollen.dossier.library import Library, library_of
from natverkskollen.files.cache import Cache
from natverkskollen.store.contract import Store
from natverkskollen.store.room_store import MembershipStore, NetworkStore
from natverkskollen.store.yaml_store import YamlStore

# A store knows the histories it has read, so a folder has one for the whole program.
_STORES: Cache[Store] = Cache(16)
_NETWORKS: Cache[NetworkStore] = Cache(16)
_MEMBERSHIPS: Cache[MembershipStore] = Cache(16)


def store_at(folder: Path) -> Store:
    """The store of a data folder. Nothing else decides which kind of store it is."""
    return _STORES.get(folder, lambda: YamlStore(folder))


def networks_at(folder: Path) -> NetworkStore:
    """The store of the networks in a data folder."""
    return _NETWORKS.get(folder, lambda: NetworkStore(folder))


def memberships_at(folder: Path) -> MembershipStore:
    """The store of the memberships in a data folder."""
    return _MEMBERSHIPS.get(folder, lambda: MembershipStore(folder))


def read_library(folder: Path) -> Library:
    """The data folder as it is now; files that are the same as before are not read again."""
    return library_of(folder, store_at(folder))
