"""Whatever a person types is found again, sign for sign, in Word, PDF and plain text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fidelity import document_text
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.swedish.line_breaks import unbroken
from tests import ROOT
from tests.building.papers import build_memo, papers, result
from tests.natverkskollen.output.papers.pdf_reading import opened, seen, text
from tests.thorough import FULL

# Every character but those that are refused when they are typed, the odd ones often.
SIGNS = st.one_of(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")),
    st.sampled_from("åäöÅÄÖ§–”\u00a0\u202f\u00ad\u200d\ufe0f\u2028\u202e{}<>&#$*_@\\/`\"'%|~^[]()"),
    st.sampled_from(["{{", "}}", "{%", "%}", "{_{", "\n", "\n\n", "\t", "#x", "</w:t>", "\\u0041"]),
).filter(lambda sign: not FORBIDDEN.search(sign))
TEXTS = st.lists(SIGNS, min_size=1, max_size=60).map("".join).filter(lambda each: each.strip())


# `make robust` tries many texts; `make test` enough of them to notice a mistake.
EXAMPLES = 200 if FULL else 5


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed=TEXTS)
@example(typed="\U0001f468\u200d\U0001f469\u200d\U0001f467 עברית العربية 漢字 \u0301 \ufffd")
@example(typed="\xad\u2028")
@example(typed="ord\xad del\xading \xad-")
@example(typed="{{ 7*7 }} {% raw %} {_{ #panic() ]]> </w:t> &amp;")
@example(typed="{{\u202e}} «»")
@example(typed="\u061c\u06dd\ufeff\ue000\u1680\u2064\U000e0041")
def test_what_is_typed_is_found_again_in_every_format(typed):
    evaluated = result(
        answers={"nytta": {"score": 4, "rationale": typed, "grade": "A"}},
        remark=typed,
        case={"title": typed, "legal": typed, "diarienummer": typed, "signatures": [typed]},
        memberships=[{"network": "ett", "presentation": typed}, {"network": "tva"}],
    )
    paper = papers(evaluated)["bilaga-1"]  # which has every text in whole
    typed = unbroken(typed)
    word = document_text(docx_bytes(paper, ROOT / "templates" / "huddinge.docx"))
    assert _blanks(typed) in _blanks(word)
    pdf_bytes(build_memo(evaluated), ROOT / "templates" / "huddinge.docx")  # can be written too
    plain = txt_bytes(paper).decode("utf-8")
    assert _blanks(typed) in _blanks(plain)
    found = seen(text(opened(pdf_bytes(paper, ROOT / "templates" / "huddinge.docx"))))
    if _RIGHT_TO_LEFT & {unicodedata.bidirectional(sign) for sign in typed}:
        # A PDF holds such text in the order it is drawn, with brackets turned the other way; a
        # reader turns it round again.
        assert not Counter(_unturned(seen(typed))) - Counter(_unturned(found))
    else:
        assert seen(typed) in found


_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRO", "FSI"}


def _unturned(text: str) -> list[str]:
    return [sign for sign in text if not unicodedata.mirrored(sign)]


def _blanks(text: str) -> str:
    """Line breaks and what surrounds them count as one: several make a new paragraph."""
    return re.sub(r"[ \t]*\n[ \t\n]*", "\n", text).strip(" \t\n")
