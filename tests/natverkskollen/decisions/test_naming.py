"""What a municipality has in its networks, named together."""

from __future__ import annotations

import pytest

from natverkskollen.decisions.naming import joinings
from tests.building.dossiers import network


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["medlemskap"], "medlemskapet"),
        (["medlemskap"] * 2, "medlemskapen"),
        (["medlemskap"] * 3, "medlemskapen"),
        (["medlemskap", "diplomering", "medlemskap"], "medlemskapen och diplomeringen"),
        (["anslutning", "medlemskap"], "anslutningen och medlemskapet"),
    ],
)
def test_one_is_told_as_one_and_several_of_a_kind_together(kinds: list[str], said: str) -> None:
    networks = [network(f"n{at}", membership=kind) for at, kind in enumerate(kinds)]
    assert joinings(networks) == said
