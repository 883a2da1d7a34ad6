"""Every municipality and region in every shipped network, against the second implementation.

The populations are read with the csv module, the networks with the oracle's own reader.
"""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction

from natverkskollen.analysis.fee import applicable_fee
from natverkskollen.analysis.population import fee_for
from natverkskollen.editing.own_municipality import from_table
from natverkskollen.store import read_library
from tests import ROOT
from tests.oracle.fees import fee
from tests.oracle.reading import read

LIBRARY = read_library(ROOT)
CASES = 311 * 3 - 21  # SCB's table of 2025 has no regions


def _populations() -> list[tuple[str, int, int]]:
    with (ROOT / "reference" / "folkmangd.csv").open(encoding="utf-8", newline="") as table:
        return [
            (row["kod"], int(day[:4]), int(people))
            for row in csv.DictReader(table)
            for day, people in row.items()
            if day[:2] == "20" and people
        ]


def test_every_fee_is_the_same_as_the_second_implementations() -> None:
    populations = _populations()
    assert len(populations) == CASES
    rules = {id_: read(ROOT / "networks" / f"{id_}.yaml") for id_ in LIBRARY.networks}
    differing, known = [], 0
    for code, counted, people in populations:
        place = LIBRARY.reference.places[code]
        who = from_table(place, place.called, date(counted, 12, 31))
        assert who is not None and who.inhabitants == people
        for id_, network in LIBRARY.networks.items():
            for category in {None, *network.categories(who.kind)}:
                rule = applicable_fee(network.fees, counted + 1, who.kind, category)
                ours = fee_for(who, rule, counted + 1).net if rule else None
                told = fee(rules[id_], who.kind, category, people, counted + 1)
                theirs = told[0] if told else None
                known += ours is not None
                if (None if ours is None else Fraction(ours)) != theirs:
                    differing.append((code, id_, category, counted, ours, theirs))
    assert differing == []
    assert known > 10_000


def test_the_municipal_populations_add_up_to_statistics_swedens_own_totals() -> None:
    """The totals that SCB publishes for the country."""
    sums = {2023: 0, 2024: 0}
    for code, year, people in _populations():
        if len(code) == 4 and year in sums:
            sums[year] += people
    assert sums == {2023: 10_551_707, 2024: 10_587_710}
