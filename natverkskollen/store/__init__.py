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
from natverkskollen.store.door import networks_at, read_library, store_at
from natverkskollen.store.memory_store import MemoryStore
from natverkskollen.store.network_store import NetworkStore
from natverkskollen.store.yaml_store import YamlStore

__all__ = [
    "BY_HAND",
    "UNSEEN",
    "Change",
    "Clash",
    "Conflict",
    "Entry",
    "Failed",
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
    "networks_at",
    "read_library",
    "save_answer",
    "saved_answer",
    "store_at",
]
