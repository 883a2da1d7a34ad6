"""The fact check as plain text."""

from natverkskollen.analysis.findings.fact_check import fact_check
from natverkskollen.analysis.findings.fact_check_text import fact_check_text
from tests.natverkskollen.analysis.findings.test_fact_check import made


def test_the_text_has_room_to_answer_every_point():
    check = fact_check(*made())
    text = fact_check_text(check)
    assert text.count("Svar:") == len(check.facts) + len(check.scores) == 5
    assert text.startswith("Faktagranskning: Nätverket a")
