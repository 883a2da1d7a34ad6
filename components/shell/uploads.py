"""Which files the server takes, and for how long it holds them in memory.

A file is taken only from a page that shows a field for one. Streamlit keeps every file until the
session is forgotten, which here is hours: so only the latest of each page are kept, and when they
are many together, those of pages that are closed go, and of open pages all but the latest.
"""

from __future__ import annotations

from typing import Any

from streamlit.runtime import Runtime

EACH = 4  # files of one page; no page has more than one field, with one file
TOGETHER = 100 * 1024 * 1024
_FIELD = "file_uploader_state_value"


def takes_files(session: str) -> bool:
    """Whether the page open in a session shows a field for a file."""
    opened = Runtime.instance().get_app_session(session) if Runtime.exists() else None
    if opened is None:
        return False
    shown = opened.session_state._new_widget_state.widget_metadata
    return any(each.value_type == _FIELD for each in list(shown.values()))


def make_room_for_file(session: str, coming: int = 0) -> bool:
    """Let go of files that nobody uses; whether there is room for one more in this session.

    `coming` are files of the session that are being sent.
    """
    runtime = Runtime.instance()
    kept: Any = runtime.uploaded_file_mgr
    if coming >= EACH:
        return False
    _keep_latest(kept, session, EACH - 1 - coming)
    if held(kept) < TOGETHER:
        return True
    for other in list(kept.file_storage):
        if runtime.is_active_session(other):
            _keep_latest(kept, other, 1)
        else:
            kept.remove_session_files(other)
    return held(kept) < TOGETHER


def _keep_latest(kept: Any, session: str, count: int) -> None:
    """Only the latest can be in the field; those before it were read, or chosen away."""
    ids = list(kept.file_storage.get(session, ()))
    for id_ in ids[: max(0, len(ids) - count)]:
        kept.remove_file(session, id_)


def held(kept: Any) -> int:
    """How many bytes of files are in memory."""
    files = [file for each in list(kept.file_storage.values()) for file in list(each.values())]
    return sum(len(file.data) for file in files)
