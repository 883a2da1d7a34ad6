"""What is left to do is told once for all the networks it is true of, where it can be done."""

from __future__ import annotations

from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.papers.to_do import to_do
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.signs import HARD
from tests.building.papers import papers, result


def tasks(**more: object) -> dict[str, str]:
    evaluated = result(**more)
    found = to_do(Writing(evaluated, MemoTemplate(), None), tuple(papers(evaluated).values()))
    return {task.what.replace(HARD, " "): task.place for task in found}


def test_what_many_networks_lack_is_one_line_with_all_their_names() -> None:
    """Five networks without a proposal, four without an answer: one line each."""
    members = [{"network": id_} for id_ in ("ett", "tva", "tre", "fyra", "fem")]
    told = tasks(memberships=members)
    assert told["Förslag till beslut saknas för Ett, Tva, Tre, Fyra och Fem."] == "papper"
    assert told["Svar på ”användning” saknas för Tva, Tre, Fyra och Fem."] == "bedomning"
    assert not any(each.startswith("Kostnaden") for each in told)


def test_a_cost_that_is_not_known_is_nothing_to_answer_on_bedomning() -> None:
    """Both fees are in euro, and nobody has stated a rate."""
    told = tasks(currency="EUR")
    assert told["Kostnaden är inte känd för Ett och Tva."] == "natverken"
    assert not any("årskostnad" in each for each in told)
