"""What the committee has to know first: at most three points, each kind before a second one."""

from __future__ import annotations

from datetime import date

from natverkskollen.analysis.findings import Finding, Side
from natverkskollen.analysis.findings.before_deciding import before_deciding
from natverkskollen.analysis.findings.finding import Severity
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.finding_answer import FindingAnswer
from tests.building.dossiers import criteria_set, dossier, judged, score, theme

CRITERIA = criteria_set(theme("nytta", 1, judged("anvandning")))
RESULT = evaluate(
    dossier(
        CRITERIA,
        {id_: {"anvandning": score(5)} for id_ in ("a", "b")},
        decisions=({"network": "a", "outcome": "continue", "body": "Kommunstyrelsen"},),
    )
)


def found(kind: str, network: str, what: str, severity: Severity = "att pröva") -> Finding:
    return Finding(f"{kind}/{network}/{what}", kind, severity, network, what, (), "Fråga.")


def contradiction(network: str, what: str) -> Finding:
    return found("motsagelse", network, what, "motsägelse")


EXITS = [found("okanda-villkor", id_, "", "saknas") for id_ in ("a", "b")]
SEATS = [found("jav", id_, f"Kommunen har uppdrag i {id_.upper()}.") for id_ in ("a", "b")]


def test_what_is_alike_about_several_is_one_point() -> None:
    assert before_deciding(RESULT, [*EXITS, *SEATS]) == (
        "Hur och när kommunen kan lämna A och B är inte klarlagt.",
        "Kommunen har uppdrag i A. Kommunen har uppdrag i B. Frågan om jäv behöver prövas.",
    )


def test_each_kind_has_its_turn_before_a_second_contradiction() -> None:
    several = [contradiction("a", f"M{n}.") for n in range(5)]
    assert before_deciding(RESULT, several) == ("M0.", "M1.", "M2.")
    assert before_deciding(RESULT, [*several, *SEATS])[:2] == ("M0.", "M1.")
    told = before_deciding(RESULT, [*several, *EXITS, *SEATS])
    assert told[0] == "M0."
    assert len(told) == 3
    assert "lämna" in told[1]
    assert "jäv" in told[2]


def test_only_what_nobody_has_explained_and_what_a_proposal_rests_on() -> None:
    """B has no proposal, and an explained contradiction is no longer one."""
    answer = FindingAnswer(id="x", answer="Räknat om", by="Handläggare", date=date(2025, 4, 1))
    done = Finding("m", "motsagelse", "motsägelse", "a", "Klar.", (), "Fråga.", answer)
    assert before_deciding(RESULT, [done, contradiction("b", "Om B.")]) == ()


def test_what_was_published_after_the_day_of_the_case_says_so() -> None:
    side = Side("Antal", "90", published=date(2025, 4, 11))
    late = Finding("m", "motsagelse", "motsägelse", "a", "Olika tal.", (side,), "Fråga.")
    told = ("Olika tal. Den uppgiften kom efter ärendets dag.",)
    assert before_deciding(RESULT, [late]) == told
