"""A file changed beside the program is told of, and most of all one that takes answers back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from natverkskollen.output.imported import latest_import
from natverkskollen.store import Change, Entry, Saved, store_at
from tests.components.conftest import Opener, shown

ID = "huddinge-2025"
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
PATH = ("answers", "a", "n", "c", "value")


def line(
    kind: Any, *changes: tuple[Any, Any], days: int = 1, path: tuple[str, ...] = PATH
) -> Entry:
    made = tuple(Change(path, old, new) for old, new in changes)
    return Entry(1, kind, 0, NOW - timedelta(days=days), "bo", "", made)


def test_what_is_told_is_the_latest_of_late_and_what_went_back_in_it() -> None:
    saved = line("save", (None, 2), days=3)
    again = line("save", (2, 4), days=2)
    assert latest_import((), NOW) is None and latest_import((saved, again), NOW) is None
    other = latest_import((saved, again, line("import", (4, 5))), NOW)
    assert other and (other.count, other.back) == (1, 0)
    assert other.words == "En\N{NO-BREAK SPACE}uppgift ändrades."
    for old in (2, None):  # as it was before the last save, and before the first
        back = latest_import((saved, again, line("import", (4, old))), NOW)
        assert back and back.back == 1 and "tillbaka" in back.words
    elsewhere = line("import", (4, 2), path=(*PATH[:3], "d", "value"))
    assert (found := latest_import((saved, again, elsewhere), NOW)) and found.back == 0
    both = line("import", (4, 2), (9, 7))
    found = latest_import((saved, again, both), NOW)
    assert found and (found.count, found.back) == (2, 1)
    assert latest_import((saved, line("import", (2, 5), days=15)), NOW) is None


def test_an_old_file_put_over_a_newer_one_is_a_warning_on_the_first_page(
    data: Path, open_page: Opener
) -> None:
    """An editor that had the file open since before a colleague saved in the program."""
    file = data / "evaluations" / ID / "evaluation.yaml"
    old = file.read_bytes()
    store = store_at(data)
    now = store.get(ID)
    title = ("evaluation", "title")
    change = Change(title, now.data["evaluation"]["title"], "En ny rubrik")
    assert isinstance(store.save(ID, now.version, (change,), "Anna", "k"), Saved)
    assert "utanför programmet" not in shown(open_page("overview", utvardering=ID))
    file.write_bytes(old)
    app = open_page("overview", utvardering=ID)
    assert not app.exception
    (told,) = (each.value for each in app.warning if "utanför programmet" in each.value)
    assert "i dag kl. " in told and "tillbaka" in told and "Historik" in told
