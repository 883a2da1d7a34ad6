"""An id is a title in plain letters, and never one that is in use."""

from __future__ import annotations

from natverkskollen.editing.proposed_id import proposed_id


def test_an_id_is_proposed_from_the_title() -> None:
    assert proposed_id("Årsta kommun 2026!", ()) == "arsta-kommun-2026"
    assert proposed_id("Årsta", {"arsta", "arsta-2"}) == "arsta-3"
    assert proposed_id("???", ()) == "utvardering"
