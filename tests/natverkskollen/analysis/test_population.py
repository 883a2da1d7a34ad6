"""Which year's population a fee is counted on, by hand: 1 krona per inhabitant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from natverkskollen.analysis.fee import fee_words
from natverkskollen.analysis.population import disturbed, fee_for, rule_amount
from natverkskollen.model.fee import Fee
from natverkskollen.model.municipality import Municipality
from natverkskollen.store.plain_data import plain
from tests.building import dossiers as build
from tests.building.dossiers import SOURCE

WHO = Municipality(
    name="Provköpings kommun",
    code="0126",
    inhabitants=1_000,
    as_of=date(2024, 12, 31),
    populations={2023: 900, 2025: 1_100},
)


def per_head(**more: object) -> Fee:
    return Fee.model_validate({"year": 2020, "per_inhabitant": 1, "source": SOURCE, **more})


@pytest.mark.parametrize(
    ("lag", "year", "net", "words"),
    [
        (None, 2025, 1000, "1 kr × 1\xa0000 invånare, enligt nätverkets regler för 2020"),
        (1, 2025, 1000, "1\xa0000 invånare, folkmängden den 31 december 2024, enligt"),
        (2, 2025, 900, "900 invånare, folkmängden den 31 december 2023, enligt"),
        (1, 2026, 1100, "1\xa0100 invånare, folkmängden den 31 december 2025, enligt"),
        (3, 2025, 1000, "den 31 december 2024, eftersom den för 2022 saknas, enligt"),
    ],
)
def test_a_fee_is_counted_on_the_year_its_rules_name(
    lag: int | None, year: int, net: int, words: str
) -> None:
    counted = fee_for(WHO, per_head(population_years_before=lag), year)
    assert counted.net == Decimal(net)
    assert words.replace("1 kr", "1\xa0kr") in fee_words(counted)


def test_only_a_municipal_figure_out_of_the_tables_from_2025_on_is_disturbed() -> None:
    assert not disturbed(WHO)
    later = WHO.model_copy(update={"as_of": date(2025, 12, 31)})
    assert disturbed(later)
    assert not disturbed(later.model_copy(update={"code": None}))
    assert not disturbed(later.model_copy(update={"code": "01", "kind": "region"}))


def test_a_fee_by_kind_of_membership_is_told_from_the_lowest_to_the_highest() -> None:
    """1 000 inhabitants: 2 000 kronor by the shore, 500 inland; a free network asks nothing."""
    kinds = [
        per_head(category=kind, fixed=fixed, per_inhabitant=rate)
        for kind, fixed, rate in (("strand", None, 2), ("inland", 500, None))
    ]
    one = build.network("a", fees=tuple(plain(each) for each in kinds))
    assert rule_amount(one, WHO, 2025) == (
        "500,00\xa0kr till 2\xa0000,00\xa0kr, efter slag av medlemskap"
    )
    free = build.network("b", fees=({"year": 2020, "free": True, "source": SOURCE},))
    assert rule_amount(free, WHO, 2025) == "ingen avgift"
    assert rule_amount(build.network("c"), WHO, 2025) == ""
