"""The figures of the result before are kept where no more than a proposal is another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from natverkskollen.analysis import scoring
from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.scoring import evaluate, renewed
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.finding_answer import FindingAnswer
from natverkskollen.model.memo_text import MemoText
from natverkskollen.model.reply import Reply
from natverkskollen.store import read_library
from tests import ROOT


@pytest.fixture(scope="module")
def huddinge() -> Dossier:
    return read_library(ROOT).dossiers["huddinge-2025"]


def changed(found: Dossier, **fields: object) -> Dossier:
    return replace(found, evaluation=found.evaluation.model_copy(update=fields))


ANSWERED = FindingAnswer(id="jav/sekom", answer="Ingen är jävig.", by="A", date=date(2026, 1, 2))
PROPOSED = {
    "decisions": (),
    "memo_texts": {"sammanfattning": MemoText(text="Egen text.", of="0" * 64)},
    "appendix_without": ("questions",),
    "findings": (ANSWERED,),
    "replies": (Reply.model_construct(),),
}


@pytest.mark.parametrize("field", PROPOSED)
def test_a_proposal_is_not_counted_from(huddinge, field, monkeypatch) -> None:
    before, now = evaluate(huddinge), changed(huddinge, **{field: PROPOSED[field]})
    assert now.evaluation != huddinge.evaluation
    expected = evaluate(now)
    monkeypatch.setattr(scoring, "_network", None)  # nobody may count
    assert renewed(before, now) == expected


def test_a_proposal_is_another_with_the_same_figures(huddinge) -> None:
    leave = huddinge.evaluation.decisions[1].model_copy(update={"motive": "Ett annat skäl."})
    network, decisions = leave.network, list(huddinge.evaluation.decisions)
    decisions[1] = leave
    found = renewed(evaluate(huddinge), changed(huddinge, decisions=tuple(decisions)))
    assert network and found.network(network).decision == leave
    assert found.input_hash != evaluate(huddinge).input_hash


def counted_from(found: Dossier) -> dict[str, Dossier]:
    evaluation = found.evaluation
    (first, *others), (id_, sheet) = evaluation.memberships, next(iter(found.sheets.items()))
    network, given = next(iter(sheet.answers.items()))
    rest = {k: v for k, v in sheet.answers.items() if k != network}
    population = evaluation.municipality.model_copy(
        update={"inhabitants": 1, "populations": {2025: 1}}
    )
    more = [Assessor(id=f"egen-{number}", role="Strateg") for number in (1, 2)]
    asked = (*evaluation.assessors, *more)
    other = found.networks[first.network].model_copy(update={"short": "Annat"})
    scale = found.criteria.verdict.model_copy(
        update={"keep_from": Decimal(1), "leave_below": Decimal(0)}
    )
    return {
        "en avgift": changed(found, fee_year=2021),
        "ett medlemskap": changed(
            found, memberships=(first.model_copy(update={"cost_grade": "D"}), *others)
        ),
        "befolkningen": changed(found, municipality=population),
        "bedömarna": changed(found, blind=True, assessors=asked),
        "ett svar": replace(
            found,
            sheets={**found.sheets, id_: sheet.model_copy(update={"answers": rest})},
        ),
        "ett nätverk": replace(found, networks={**found.networks, first.network: other}),
        "kriterierna": replace(
            found, criteria=found.criteria.model_copy(update={"verdict": scale})
        ),
    }


@pytest.mark.parametrize(
    "what",
    ["en avgift", "ett medlemskap", "befolkningen", "bedömarna", "ett svar", "ett nätverk"]
    + ["kriterierna"],
)
def test_whatever_counts_is_counted_anew(huddinge, what) -> None:
    now = counted_from(huddinge)[what]
    expected = evaluate(now)
    assert expected.networks != evaluate(huddinge).networks
    assert renewed(evaluate(huddinge), now) == expected


def test_the_findings_are_the_same_with_the_result_at_hand(huddinge) -> None:
    many = read_library(ROOT).dossiers["exempel-vastra-gotaland"]
    for found in (huddinge, many):
        assert find_all(found, evaluate(found)) == find_all(found)
