"""Servers on a database: each with a data folder of its own, that begins empty."""

from __future__ import annotations

from pathlib import Path

from natverkskollen.store import YamlStore
from natverkskollen.store.area import EVERY_ROOM, evaluation_area
from natverkskollen.store.contract import Store
from natverkskollen.store.database.address import address_in
from natverkskollen.store.database.connections import Connections
from natverkskollen.store.replica import Replica
from natverkskollen.store.shared_store import CopiedEvaluations, SharedStore
from tests.building.folders import small_folder


def replica_in(folder: Path, address: str) -> Replica:
    """A server whose copy lies in the folder."""
    return Replica(folder, Connections(address_in(address)))


def store_of(replica: Replica) -> Store:
    """Its store of evaluations, as the door makes it."""
    tried = YamlStore(replica.folder, replica.workshop.folder)
    return SharedStore(replica, CopiedEvaluations(replica.folder), tried, evaluation_area)


def filled(replica: Replica) -> Replica:
    """The server, with the small data folder written to its database."""
    assert replica.write(EVERY_ROOM, lambda folder: small_folder(folder).name)
    return replica
