"""A fee step that a few inhabitants or the year of the population decide, by hand."""

from __future__ import annotations

import pytest

from tests.building.dossiers import SOURCE
from tests.natverkskollen.analysis.findings.test_rules import TOWN, dossier, find_all

STEPS = ({"up_to": 10_000, "amount": 5_100}, {"amount": 10_600})


def told(people: int, others: dict[int, int], **fee: object) -> list[str]:
    rule = {"year": 2025, "steps": STEPS, "source": SOURCE, **fee}
    town = {**TOWN, "inhabitants": people, "populations": others}
    found = find_all(dossier(network_more={"fees": (rule,)}, municipality=town))
    return [each.what.replace("\xa0", " ") for each in found if each.kind == "avgiftssteg"]


@pytest.mark.parametrize(
    ("people", "others", "words"),
    [
        # 10 026 people, and 100 fewer from one year to the next: 26 fewer is the lower step.
        (10_026, {2023: 10_126}, "är 10 600 kr, men med 26 invånare färre är den 5 100 kr."),
        (9_990, {2023: 9_900}, "är 5 100 kr, men med elva invånare fler är den 10 600 kr."),
        (10_450, {2022: 9_990, 2023: 10_400}, "men med folkmängden 2022 (9 990 invånare) är den"),
        (10_050, {2023: 9_990}, "men med folkmängden 2023 (9 990 invånare) är den 5 100 kr."),
    ],
)
def test_a_step_that_little_decides_is_told(
    people: int, others: dict[int, int], words: str
) -> None:
    (found,) = told(people, others)
    assert words in found


@pytest.mark.parametrize(
    ("people", "others", "fee"),
    [
        (10_026, {}, {}),  # nobody knows how much it changes
        (10_026, {2023: 10_050}, {}),  # it changes by 24 a year
        (10_050, {2023: 10_000}, {"steps": (), "per_inhabitant": 1}),
        # The rules say which year counts; it changes by at most 410 a year.
        (10_450, {2022: 9_990, 2023: 10_400}, {"population_years_before": 1}),
    ],
)
def test_a_step_that_nothing_near_decides_is_not(
    people: int, others: dict[int, int], fee: dict[str, object]
) -> None:
    assert told(people, others, **fee) == []
