"""The fee in words as 0.1.0 had it: a verb that is listed is bent, anything else is a clause."""

from __future__ import annotations

import pytest

from natverkskollen.decisions.money import money


def said_of(style, given):
    return money(given, "Kommunstyrelsen").written(style)


@pytest.mark.parametrize(
    ("given", "infinitive"),
    [
        ("avsätter avgiften till energi", "avsätta"),
        ("Omfördelar avgiften till skolan.", "omfördela"),
        ("ger avgiften till miljönämnden", "ge"),
        ("lägger avgiften på klimat", "lägga"),
        ("för över avgiften till miljönämnden", "föra"),
        ("återför avgiften", "återföra"),
        ("begär mer pengar", "begära"),
    ],
)
def test_a_listed_verb_is_bent(given, infinitive):
    rest = given.rstrip(".").split(" ", 1)[1]
    assert said_of("att", given) == f"att {infinitive} {rest}."
    present = said_of("sentences", given)
    assert present == f"Kommunstyrelsen {given[0].lower()}{given[1:].rstrip('.')}."


CLAUSE = "energirådgivningen får avgiften under 2027"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("sentences", f"Kommunstyrelsen beslutar att {CLAUSE}."),
        ("att", f"att {CLAUSE}."),
        ("infinitive", f"Bestämma att {CLAUSE}."),
        ("passive", f"Kommunstyrelsen beslutar att {CLAUSE}."),
    ],
)
@pytest.mark.parametrize("before", ["", "att ", "Att ", "Kommunstyrelsen beslutar att "])
def test_any_other_words_about_the_money_are_a_whole_clause_in_every_style(style, said, before):
    assert said_of(style, f"{before}{CLAUSE}.") == said


@pytest.mark.parametrize(
    ("given", "clause"),
    [
        ("Avgiften går till klimatet", "avgiften går till klimatet"),
        ("Pengarna stannar hos nämnden.", "pengarna stannar hos nämnden"),
        ("Energikontor Väst får avgiften", "Energikontor Väst får avgiften"),
        # Words that only look like verbs in the present tense.
        ("kommuner i nätverket delar på medlen", "kommuner i nätverket delar på medlen"),
        ("när avtalet löper ut går avgiften åter", "när avtalet löper ut går avgiften åter"),
        ("år 2027 går avgiften till skolan", "år 2027 går avgiften till skolan"),
    ],
)
def test_a_clause_is_never_bent_and_a_name_keeps_its_capital(given, clause):
    assert said_of("att", given) == f"att {clause}."
    assert said_of("infinitive", given) == f"Bestämma att {clause}."


@pytest.mark.parametrize("style", ["sentences", "att", "infinitive", "passive"])
def test_a_whole_sentence_with_the_body_is_the_same_as_its_verb(style):
    verb = said_of(style, "avsätter avgiften till energi")
    assert said_of(style, "Kommunstyrelsen avsätter avgiften till energi.") == verb
