"""Sentences that stand alone in the minutes: body, network, day, one action each."""

import pytest

from natverkskollen.decisions.sentences import decision_sentences
from natverkskollen.model.outcome import OUTCOME_WORDS, Decision
from tests.building.dossiers import criteria_set, dossier, judged, network, theme

NETWORK = network("sekom", name="Sveriges Ekokommuner", short="SEKOM")
ASSIGNMENT = {"body": "Klimatnämnden", "date": "2022-04-21", "text": "att utvärdera medlemskapen"}
ONE = criteria_set(theme("t", 1, judged("a")))


def sentences(**decision):
    case = {"date": "2025-04-01", "body": "Kommunstyrelsen", "assignment": ASSIGNMENT}
    made = dossier(ONE, {"sekom": {}}, networks={"sekom": NETWORK}, case=case)
    given = Decision.model_validate({"network": "sekom", "body": "Kommunstyrelsen", **decision})
    found = decision_sentences(made.evaluation, given, NETWORK)
    return [sentence.replace("\u00a0", " ") for sentence in found]


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (
            {"outcome": "continue"},
            "Kommunstyrelsen behåller Provkommuns medlemskap i Sveriges Ekokommuner (SEKOM).",
        ),
        (
            {"outcome": "come-back", "by": "2026-05-30"},
            "Kommunstyrelsen ger förvaltningen i uppdrag att senast den 30 maj 2026 återkomma med "
            "en rekommendation om fortsatt medlemskap i eller utträde ur Sveriges Ekokommuner "
            "(SEKOM).",
        ),
        (
            {"outcome": "leave", "from_date": "2026-12-31"},
            "Kommunstyrelsen begär Provkommuns utträde ur Sveriges Ekokommuner (SEKOM) från och "
            "med den 31 december 2026.",
        ),
        (
            {"outcome": "continue-with-condition", "condition": "att en plan redovisas."},
            "Kommunstyrelsen behåller Provkommuns medlemskap i Sveriges Ekokommuner (SEKOM) under "
            "förutsättning att en plan redovisas.",
        ),
        (
            {"outcome": "trial", "by": "2026-12-31"},
            "Kommunstyrelsen behåller Provkommuns medlemskap i Sveriges Ekokommuner (SEKOM) på "
            "prov till och med den 31 december 2026.",
        ),
    ],
)
def test_an_outcome_is_one_whole_sentence(decision, sentence):
    assert sentences(**decision) == [sentence]


@pytest.mark.parametrize("outcome", OUTCOME_WORDS)
def test_every_outcome_names_body_and_network_and_ends(outcome):
    given = {"by": "2026-05-30", "from_date": "2026-12-31", "condition": "att något sker"}
    (sentence,) = sentences(outcome=outcome, **given)
    assert sentence.startswith("Kommunstyrelsen ")
    assert "Sveriges Ekokommuner (SEKOM)" in sentence
    assert sentence.endswith(".") and ".." not in sentence


def test_the_money_and_the_assignment_are_decided_in_sentences_of_their_own():
    found = sentences(
        outcome="leave",
        from_date="2026-12-31",
        money="avsätter avgiften till energirådgivning",
        closes_assignment=True,
    )
    assert found[1:] == [
        "Kommunstyrelsen avsätter avgiften till energirådgivning.",
        "Kommunstyrelsen förklarar uppdraget som klimatnämnden gav den 21 april 2022, att "
        "utvärdera medlemskapen, för avslutat.",
    ]
