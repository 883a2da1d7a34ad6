"""Every criterion of WCAG 2.2 on levels A and AA has a test that is there, or a dated check."""

from __future__ import annotations

import re
from datetime import date

import pytest

from natverkskollen.model.wcag import Met, wcag
from tests import ROOT

# W3C, Web Content Accessibility Guidelines 2.2: the 31 of level A and the 24 of AA.
A = (
    "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 "
    "2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 "
    "4.1.2"
)
AA = (
    "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 "
    "2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"
)
EVERY = {number: "A" for number in A.split()} | {number: "AA" for number in AA.split()}


def test_every_criterion_is_told_once_in_the_order_of_the_standard() -> None:
    told = [(each.criterion, each.level) for each in wcag()]
    in_order = sorted(EVERY, key=lambda number: [int(part) for part in number.split(".")])
    assert told == [(number, EVERY[number]) for number in in_order]
    assert (len(A.split()), len(AA.split())) == (31, 24)


@pytest.mark.parametrize("met", wcag(), ids=lambda met: met.criterion)
def test_what_shows_it_is_there(met: Met) -> None:
    assert met.name and met.how
    if met.kind != "test":
        assert met.kind in ("hand", "finns inte")
        assert date.fromisoformat(met.where) >= date(2026, 11, 1), "a check is done again each year"
        return
    file, _, function = met.where.partition("::")
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not function or re.search(rf"^def {function}\(", text, re.MULTILINE), met.where
