"""The data that ships: complete, sourced, and giving the results that issue 2 promises."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from natverkskollen.analysis.findings import find_all, still_open
from natverkskollen.analysis.result import input_hash
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.cli.commands import main
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import ComputedCriterion, JudgedCriterion
from natverkskollen.store import read_library
from tests import ROOT
from tests.building.dossiers import with_answer

LIBRARY = read_library(ROOT)
HUDDINGE = LIBRARY.dossiers["huddinge-2025"]
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for room in ("criteria", "networks", "evaluations")
    for path in (ROOT / room).rglob("*.yaml")
)
CRITERIA = [(s, c) for s in LIBRARY.criteria.values() for c in s.criteria]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints when it goes well, run on the shipped data."""
    assert main([*arguments, "--data", str(ROOT)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def named(value: object) -> str:
    return getattr(value, "id", str(value))


@pytest.mark.parametrize("file", FILES)
def test_no_shipped_file_has_a_problem(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / file)]) == 0
    assert capsys.readouterr().out == ""


def test_check_of_everything_that_ships_tells_only_what_is_to_be_explained(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = printed(capsys, "check").splitlines()
    assert [row.split(":")[0] for row in found] == [
        f"evaluations/{id_}/evaluation.yaml" for id_ in sorted(LIBRARY.dossiers)
    ]
    for row, dossier in zip(found, LIBRARY.dossiers.values(), strict=True):
        assert f"{len(still_open(find_all(dossier)))} punkter att kontrollera" in row.replace(
            "\u00a0", " "
        )


def test_everything_that_should_ship_ships() -> None:
    assert {"natverksmedlemskap", "natverksmedlemskap-bred"} <= set(LIBRARY.criteria)
    told_in_full = {"sekom", "klimatkommunerna", "kommunnatverket-hallbar-utveckling"}
    assert told_in_full <= {id_ for id_, network in LIBRARY.networks.items() if network.facts}
    assert {"huddinge-2025", "exempel-vastra-gotaland"} <= set(LIBRARY.dossiers)
    assert len(LIBRARY.dossiers["exempel-vastra-gotaland"].networks) == 3


@pytest.mark.parametrize("network", LIBRARY.networks.values(), ids=named)
def test_every_fact_and_fee_has_a_document_a_place_and_a_short_quote(network) -> None:
    documents = {document.id for document in network.documents}
    assert network.facts or network.fees
    for stated in (*network.facts, *network.fees):
        assert stated.source.document in documents
        assert stated.source.place.strip()
        assert 1 <= len(stated.source.quote) <= 400, f"{stated}: the quote is not short"


@pytest.mark.parametrize(
    ("criteria", "criterion"),
    [(s, c) for s, c in CRITERIA if isinstance(c, JudgedCriterion)],
    ids=named,
)
def test_a_judged_criterion_has_an_anchor_of_its_own_for_every_step(criteria, criterion) -> None:
    assert sorted(criterion.levels) == list(criteria.scale.steps)
    anchors = [anchor.casefold().strip(" .") for anchor in criterion.levels.values()]
    assert len(set(anchors)) == len(anchors)


def test_no_two_criteria_of_a_set_share_an_anchor() -> None:
    """An anchor that fits two questions tells the reader of neither."""
    for criteria in LIBRARY.criteria.values():
        anchors = [
            anchor.casefold()
            for criterion in criteria.criteria
            if isinstance(criterion, JudgedCriterion)
            for anchor in criterion.levels.values()
        ]
        assert len(set(anchors)) == len(anchors), criteria.id


def test_the_two_criteria_sets_cover_what_the_issue_asks_for() -> None:
    huddinge, broad = (
        LIBRARY.criteria["natverksmedlemskap"],
        LIBRARY.criteria["natverksmedlemskap-bred"],
    )
    assert [theme.id for theme in huddinge.themes] == [
        "fokus",
        "kostnad",
        "strategisk-nytta",
        "symbolvarde",
    ]
    assert len(huddinge.criteria) >= 10
    added = {c.id for c in broad.criteria} - {c.id for c in huddinge.criteria}
    assert {"overlapp", "arbetstid", "inflytande", "ataganden", "utveckling-i-natverket"} <= added


@pytest.mark.parametrize("criterion", [c for _, c in CRITERIA], ids=named)
def test_every_criterion_explains_itself(criterion) -> None:
    assert criterion.question.endswith("?")
    assert criterion.guidance
    assert not set(getattr(criterion, "levels", {}).values()) & {"", "-"}


@pytest.mark.parametrize("dossier", LIBRARY.dossiers.values(), ids=lambda d: d.evaluation.id)
def test_every_shipped_score_has_a_rationale(dossier: Dossier) -> None:
    bare = [
        f"{sheet.assessor}: {network}/{criterion}"
        for sheet in dossier.sheets.values()
        for network, answers in sheet.answers.items()
        for criterion, answer in answers.items()
        if (answer.score is not None or answer.not_applicable) and not answer.rationale
    ]
    assert bare == []


@pytest.mark.parametrize("dossier", LIBRARY.dossiers.values(), ids=lambda d: d.evaluation.id)
def test_a_criterion_that_requires_evidence_has_it_in_every_shipped_answer(
    dossier: Dossier,
) -> None:
    required = {c.id for c in dossier.criteria.criteria if c.evidence == "required"}
    bare = [
        f"{sheet.assessor}: {network}/{criterion}"
        for sheet in dossier.sheets.values()
        for network, answers in sheet.answers.items()
        for criterion, answer in answers.items()
        if criterion in required and answer.score is not None and not answer.evidence
    ]
    assert bare == []


def test_the_reading_and_the_fiction_say_what_they_are() -> None:
    assert "Nätverkskollens läsning" in HUDDINGE.evaluation.remark
    example = LIBRARY.dossiers["exempel-vastra-gotaland"].evaluation
    assert example.fictional and example.remark.startswith("Påhittad kommun.")


@pytest.mark.parametrize(
    ("arguments", "amount"),
    [
        # 4 000 + 0.30 × 114 304 = 4 000 + 34 291.20
        (("sekom", "--inhabitants", "114304", "--year", "2024"), "38291.20"),
        (("klimatkommunerna", "--inhabitants", "114304", "--year", "2024"), "38291.20"),
        # capped at 150 000 inhabitants: 4 000 + 45 000
        (("sekom", "--inhabitants", "365644", "--year", "2024"), "49000.00"),
        (("klimatkommunerna", "--inhabitants", "365644", "--year", "2024"), "49000.00"),
        (("sekom", "--inhabitants", "365644", "--year", "2024", "--member", "region"), "25000.00"),
    ],
    ids=" ".join,
)
def test_the_fee_command_prints_the_amount_to_the_ore(
    arguments: tuple[str, ...], amount: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, "fee", *arguments) == f"{amount}\n"


@pytest.fixture
def huddinge(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(printed(capsys, "result", "huddinge-2025", "--json"))


def test_the_result_has_every_key_that_others_build_on(huddinge: dict) -> None:
    assert {"evaluation", "criteria", "criteria_revision", "input_hash", "networks"} <= set(
        huddinge
    )
    for network in huddinge["networks"].values():
        assert {
            "total",
            "low",
            "high",
            "benefit",
            "themes",
            "coverage",
            "annual_cost_sek",
            "cost_per_inhabitant",
            "verdict",
            "blocked_by",
            "decision",
        } <= set(network)


def test_huddinges_outcome_follows(huddinge: dict) -> None:
    networks = huddinge["networks"]
    assert {id_: n["verdict"] for id_, n in networks.items()} == {
        "klimatkommunerna": "keep",
        "sekom": "come-back",
    }
    assert [n["annual_cost_sek"] for n in networks.values()] == ["38291.20", "38291.20"]
    # 38 291.20 / 114 304 = 0.33499…
    assert [n["cost_per_inhabitant"] for n in networks.values()] == ["0.33", "0.33"]
    assert networks["klimatkommunerna"]["decision"]["outcome"] == "continue"
    assert networks["sekom"]["decision"]["outcome"] == "come-back"
    assert networks["sekom"]["decision"]["by"] == "2026-05-30"


def test_huddinges_totals_are_those_counted_by_hand(huddinge: dict) -> None:
    """A step is worth (step − 1) × 25. The yearly cost, 38 291.20 kronor for 114 304 inhabitants,
    is 0.334995 and lies between 0 (100) and 0.35 (50): 100 − 0.334995 × 50 / 0.35 = 52.1437.
    28 years lie between 10 (50) and 60 (100): 68.

    Klimatkommunerna
      Fokusområden (2, 1, 1):   5→100, 3→50, 4→75      (200 + 50 + 75) / 4           = 81.25
      Kostnad (2, 1):           52.1437, 4→75          (104.2873 + 75) / 3           = 59.7624…
      Miljöstrategiskt arbete   5→100, 5→100, 4→75,    (300 + 100 + 75 + 100) / 6    = 95.8333…
        (3, 1, 1, 1, and 1 not assessed, which does not count):  5→100
      Andra värden (1, –, 1, 1): 4→75, 2→25, 3–4→62.5  162.5 / 3                     = 54.1666…
      Equal weights:            (81.25 + 59.7624 + 95.8333 + 54.1667) / 4 = 291.0124 / 4 = 72.7531
      Coverage: 6 of 7 in one theme of four:           (1 + 1 + 6/7 + 1) / 4         = 0.9643

    SEKOM
      Fokusområden:             3→50, 4→75, 4→75       (100 + 75 + 75) / 4           = 62.5
      Kostnad:                  as above                                             = 59.7624…
      Miljöstrategiskt arbete   2→25, –, 3→50, 2→25,   (75 + 50 + 25 + 75) / 6       = 37.5
        (the second not assessed):  4→75
      Andra värden (1, ¼, 1, 1): 4→75, 68, 4→75, 2–4→50   (200 + 17) / 3.25           = 66.7692…
      Equal weights:            (62.5 + 59.7624 + 37.5 + 66.7692) / 4 = 226.5317 / 4 = 56.6329
    """
    assert huddinge["weights"] == {
        "fokus": 25,
        "kostnad": 25,
        "strategisk-nytta": 25,
        "symbolvarde": 25,
    }
    for id_, themes, total in (
        ("klimatkommunerna", (81.25, 59.7624, 95.8333, 54.1667), 72.7531),
        ("sekom", (62.5, 59.7624, 37.5, 66.7692), 56.6329),
    ):
        found = huddinge["networks"][id_]
        assert tuple(theme["value"] for theme in found["themes"].values()) == themes
        assert found["total"] == total
        assert found["coverage"] == 0.9643


def test_huddinges_bounds_are_those_counted_by_hand(huddinge: dict) -> None:
    """A grade widens a step: A by none, B by half a step (12.5), C by a whole step (25).

    SEKOM at worst
      Fokusområden:  37.5, 62.5, 62.5                (75 + 62.5 + 62.5) / 4           = 50
      Kostnad:                                                                        = 59.7624…
      Miljöstrategiskt arbete: 12.5, unanswered 0, A 50, 12.5, 62.5
                                                     (37.5 + 0 + 50 + 12.5 + 62.5) / 7 = 23.2143
      Andra värden:  62.5, 68, 62.5, 2–4 less a step is 1→0      (125 + 17) / 3.25     = 43.6923
      (50 + 59.7624 + 23.2143 + 43.6923) / 4 = 176.6690 / 4                           = 44.1673
    """
    assert huddinge["networks"]["sekom"]["low"] == 44.1673
    assert huddinge["networks"]["sekom"]["verdict_low"] == "come-back"


def test_the_input_hash_is_the_same_from_run_to_run(
    huddinge: dict, capsys: pytest.CaptureFixture[str]
) -> None:
    again = json.loads(printed(capsys, "result", "huddinge-2025", "--json"))
    assert again == huddinge
    assert len(huddinge["input_hash"]) == 64
    assert huddinge["input_hash"] == evaluate(HUDDINGE).input_hash


def every_answer() -> Iterator[tuple[str, str, str]]:
    for assessor, sheet in HUDDINGE.sheets.items():
        for network, given in sheet.answers.items():
            yield from ((assessor, network, criterion) for criterion in given)


def changed(assessor: str, network: str, criterion: str, answer: Answer) -> Dossier:
    sheet = HUDDINGE.sheets[assessor]
    asked = HUDDINGE.criteria.criterion(criterion)
    other = with_answer(sheet, network, asked, answer)
    return replace(HUDDINGE, sheets={**HUDDINGE.sheets, assessor: other})


def there(assessor: str, network: str, criterion: str) -> Answer:
    return HUDDINGE.sheets[assessor].answers[network][criterion]


@pytest.mark.parametrize("place", list(every_answer()), ids="/".join)
def test_the_input_hash_tells_any_changed_answer(place: tuple[str, str, str]) -> None:
    before = there(*place)
    other = 1 if before.bounds is None or before.bounds[0] != 1 else 2
    changes = {
        "score": {"score": other, "not_applicable": False},
        "rationale": {"rationale": f"{before.rationale or 'Skäl'}."},
        "grade": {"grade": "C" if before.grade != "C" else "A"},
        "evidence": {"evidence": (*before.evidence, {"claim": "En uppgift till"})},
    }
    hashes = {
        name: input_hash(changed(*place, Answer(**{**dict(before), **change})))
        for name, change in changes.items()
    }
    hashes["before"] = input_hash(HUDDINGE)
    assert len(set(hashes.values())) == len(changes) + 1


@pytest.mark.parametrize(
    "place",
    [place for place in every_answer() if there(*place).score is not None],
    ids="/".join,
)
def test_a_better_step_never_lowers_a_networks_value(place: tuple[str, str, str]) -> None:
    """Set in turn to every step, an answer moves its own network up and no other one at all."""
    totals: list[Fraction] = []
    others: set[Fraction | None] = set()
    for step in HUDDINGE.criteria.scale.steps:
        answer = Answer(**{**dict(there(*place)), "score": step})
        result = evaluate(changed(*place, answer))
        totals.append(result.network(place[1]).total)
        others |= {n.total for n in result.networks if n.network.id != place[1]}
    assert totals == sorted(set(totals))
    assert len(others) == 1


def test_nobody_answers_what_the_program_counts() -> None:
    computed = {c.id for _, c in CRITERIA if isinstance(c, ComputedCriterion)}
    for dossier in LIBRARY.dossiers.values():
        for sheet in dossier.sheets.values():
            assert all(not computed & set(given) for given in sheet.answers.values())


@pytest.mark.parametrize("path", sorted((ROOT / "criteria").glob("*.yaml")), ids=lambda p: p.stem)
def test_level_texts_can_be_printed_as_they_are(path: Path) -> None:
    """A paper speaks of the municipality in the third person, and so do the texts it prints."""
    second = re.compile(r"\b(du|dig|din|ditt|dina|ni|er|ert|era)\b", re.IGNORECASE)
    judged = [c for c in LIBRARY.criteria[path.stem].criteria if isinstance(c, JudgedCriterion)]
    levels = [text for criterion in judged for text in criterion.levels.values()]
    assert len(levels) > 50
    assert [text for text in levels if second.search(text)] == []
