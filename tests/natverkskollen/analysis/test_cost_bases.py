"""`minst` stands by every cost without working hours, and unlike costs are never compared."""

import pytest

from natverkskollen.analysis.cost import cost_words
from natverkskollen.analysis.cost_bases import bases_sentence
from natverkskollen.analysis.portfolio import leaving_sentences, portfolio
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.wording import cell_words
from natverkskollen.output.drawings.benefit_cost import benefit_cost
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.result_json import result_json
from tests.building import dossiers as build

HOURLY = {"amount": 500, "note": "med PO-pålägg"}
COST = build.cost({0: 100, 9000: 0})


def made(*hours, hourly=HOURLY):
    names = "abc"[: len(hours)]
    fee = {"year": 2025, "fixed": 1000, "source": build.SOURCE}
    networks = {id_: build.network(id_, fees=(fee,)) for id_ in names}
    criteria = build.criteria_set(
        build.theme("nytta", 1, build.judged("bruk")), build.theme("kostnad", 1, COST, cost=True)
    )
    memberships = [
        {"network": id_, "hours_per_year": each} for id_, each in zip(names, hours, strict=True)
    ]
    answers = {id_: {"bruk": build.score(5 - at)} for at, id_ in enumerate(names)}
    return evaluate(
        build.dossier(
            criteria, answers, networks=networks, memberships=memberships, hourly_cost=hourly
        )
    )


@pytest.mark.parametrize(
    ("hours", "hourly", "said"),
    [
        (None, HOURLY, "minst 1 000,00 kr"),
        (2, HOURLY, "2 000,00 kr"),
        (0, None, "1 000,00 kr"),  # no hours cost nothing
    ],
)
def test_a_cost_without_hours_is_the_least(hours, hourly, said: str) -> None:
    result = made(hours, hourly=hourly)
    (found,) = result.networks
    assert cost_words(found.cost).replace("\u00a0", " ") == said
    assert cell_words(found.criterion("kronor")).replace("\u00a0", " ") == said
    least = said.startswith("minst")
    assert result_json(result)["networks"]["a"]["cost_is_least"] is least
    (without,) = portfolio(result).leaving
    assert ("frigörs minst" in leaving_sentences(without)[0]) is least


def test_costs_counted_on_different_things_are_marked_and_not_compared() -> None:
    result = made(2, None)
    assert bases_sentence(result) == (
        "Arbetstid ingår i kostnaden för A men inte för B. Kostnaderna är därför inte räknade på "
        "samma sätt."
    )
    assert cost_bars(result).finding == "Vad A och B kostar är inte räknat på samma sätt"
    assert "inte räknade på samma sätt" in benefit_cost(result).finding
    for alike in (made(2, 3), made(None, None), made(0, 2)):
        assert bases_sentence(alike) == ""
        assert "inte räknat" not in cost_bars(alike).finding
