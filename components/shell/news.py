"""That somebody else has saved, told on an open page within seconds and without touching it.

What is drawn stays as it is: a page that changed by itself would take the field from whoever writes
in it. A save never overwrites what somebody has not seen, told or not.
"""

from __future__ import annotations

import streamlit as st

from components.shell import data, run
from components.shell.person import principal
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.principal import LOCAL
from natverkskollen.store import Failed
from natverkskollen.store.shared import replica_at

EVERY = 2.0  # seconds
_WORDS = (
    "Någon annan har sparat i utvärderingen sedan sidan visades. Ladda om sidan, så ser du det."
)


def show(opened: Dossier | None) -> None:
    """Begin to look for what others save from now on; nothing where one person is alone."""
    if opened is None or (replica_at(run.folder()) is None and principal() == LOCAL):
        return
    evaluation = opened.evaluation.id
    now = data.versioned(evaluation)
    if not isinstance(now, Failed):
        st.fragment(_look, run_every=EVERY)(evaluation, now.version, {})


def _look(evaluation: str, seen: int, known: dict[str, int]) -> None:
    """Say so once there is a later version; `known` is what has been heard of and looked at."""
    replica = replica_at(run.folder())
    heard = replica.heard() if replica else 0
    if replica is None or known.get("heard") != heard:
        now = run.store().get(evaluation)
        known["version"] = seen if isinstance(now, Failed) else now.version
        known["heard"] = heard
    if known["version"] > seen:
        st.info(_WORDS)
