"""Where evaluations are kept: every answer saved at once, versioned, and never overwritten."""

from natverkskollen.store.answer_saving import save_answer, saved_answer
from natverkskollen.store.answers import answer_at, answer_changes, answer_from, answer_path
from natverkskollen.store.contract import (
    BY_HAND,
    UNSEEN,
    Change,
    Clash,
    Conflict,
    Entry,
    Failed,
    KeyPath,
    Merged,
    Saved,
    SaveOutcome,
    Store,
    Versioned,
)
from natverkskollen.store.door import (
    memberships_at,
    networks_at,
    read_ahead,
    read_library,
    store_at,
)
from natverkskollen.store.memory_store import MemoryStore
from natverkskollen.store.room_store import MembershipStore, NetworkStore
from natverkskollen.store.yaml_store import YamlStore

__all__ = [
    "BY_HAND",
    "UNSEEN",
    "Change",
    "Clash",
    "Conflict",
    "Entry",
    "Failed",
    "MembershipStore",
    "MemoryStore",
    "Merged",
    "SaveOutcome",
    "KeyPath",
    "NetworkStore",
    "Saved",
    "Store",
    "Versioned",
    "YamlStore",
    "answer_at",
    "answer_changes",
    "answer_from",
    "answer_path",
    "memberships_at",
    "networks_at",
    "read_ahead",
    "read_library",
    "save_answer",
    "saved_answer",
    "store_at",
]
