"""What check notes beside the mistakes: a population that is due and missing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from natverkskollen.cli.check import late_populations
from natverkskollen.store import clock, read_library
from tests import ROOT


@pytest.mark.parametrize(
    ("today", "told"),
    [((2027, 2, 28), 0), ((2027, 3, 1), 1), ((2026, 11, 27), 0)],
)
def test_a_population_is_missed_from_the_march_after_its_year(
    today: tuple[int, int, int], told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table that ships ends with 31 December 2025; the next is published in February 2027."""
    monkeypatch.setattr(clock, "now", lambda: datetime(*today, tzinfo=UTC))
    notes = list(late_populations(read_library(ROOT)))
    assert len(notes) == told
    assert all("den 31 december 2026 saknas" in note for note in notes)
