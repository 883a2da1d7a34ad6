"""Ten cases as municipalities have them, each memo read whole (praktik.yaml)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.swedish.readability import lix
from tests.building.papers import build_memo, result, said

CASES = yaml.safe_load(Path(__file__).with_name("praktik.yaml").read_text("utf-8"))
REGION = {"name": "Region Prov", "kind": "region", "inhabitants": 10000, "as_of": "2024-12-31"}


def memo(case: dict) -> Paper:
    more = {"municipality": REGION, "fee_for": "region"} if case.get("region") else {}
    found = result(
        memberships=case["memberships"],
        decisions=case["decisions"],
        case={"states": case.get("states", [])},
        currency=case.get("currency", "SEK"),
        **more,
    )
    return build_memo(found, MemoTemplate(decision_style=case.get("style", "sentences")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_proposal_and_the_memo_say_what_the_case_is(case):
    paper = memo(case)
    points = said(paper, "forslag-till-beslut").split("\n")
    for sentence in case["said"]:
        assert sentence in points
    whole = said(paper)
    for words in case["memo"]:
        assert words in whole, words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_memo_reads_as_a_whole(case):
    whole = said(memo(case))
    assert not re.search(r"\.\.|,,| ,| \.|None|  |\bföreslås föreslå\b", whole), whole
    assert len(whole.split()) <= 450 and lix(whole.split("\n")) <= 52
    if case.get("region"):
        assert not re.search(r"\b[Kk]ommun(en|ens)?\b", whole)
