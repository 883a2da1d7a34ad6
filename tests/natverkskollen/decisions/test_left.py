"""What is left of each part of the work, as Översikt lists it."""

from __future__ import annotations

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.left import left
from tests.building.dossiers import shipped


def words(evaluation: str) -> dict[str, tuple[str, bool]]:
    result = evaluate(shipped(evaluation))
    told = left(result, tuple(find_all(result.dossier)))
    return {each.stage: (each.words.replace("\u00a0", " "), each.done) for each in told}


def test_one_assessor_is_asked_about_answers_and_never_about_agreeing() -> None:
    told = words("huddinge-2025")
    assert told["scoring"] == ("24 av 26 svar är ifyllda", False)
    assert "agreeing" not in told
    assert told["outcome"] == ("Alla nätverk har ett resultat", True)
    assert told["papers"] == ("Tre saker fattas i förslaget", False)
    assert told["closing"] == ("Inte färdigställd", False)


def test_several_assessors_hand_in_before_they_agree() -> None:
    told = words("exempel-vastra-gotaland")
    assert told["scoring"][0].endswith("bedömare har lämnat in")
    assert told["agreeing"] == ("Börjar när alla har lämnat in", False)
    assert list(told) == ["scoring", "agreeing", "networks", "outcome", "papers", "closing"]
