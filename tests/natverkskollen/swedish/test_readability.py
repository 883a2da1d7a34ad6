"""LIX and its company: counted as the textbooks do, and never more than hints."""

from __future__ import annotations

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.papers.blocks import Paragraph
from natverkskollen.output.papers.budgets import plain
from natverkskollen.output.papers.measure import running_texts
from natverkskollen.swedish.readability import (
    in_first_person,
    lix,
    lix_words,
    longest,
    passive_chains,
    sentences,
)
from tests.building.dossiers import shipped
from tests.building.papers import build_memo, huddinge


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Vi bor i ett hus.", 5),  # five words, none long
        ("Kommunen betalar avgiften. Det är bra.", 3 + 50),  # six words in two, three long
        ("", 0),
        ("Avgiften är 38\u00a0291 kronor per år (4\u00a0000 kr + 0,30 kr).", 12 + 8),
    ],
)
def test_lix_is_words_a_sentence_plus_the_share_of_long_words(text, value):
    assert abs(lix([text]) - value) <= 1


def test_a_paragraph_or_a_row_ends_a_sentence_but_an_abbreviation_or_a_number_does_not():
    assert sentences(["Ett stycke utan punkt", "Två rader\noch en till. Sist."]) == [
        "Ett stycke utan punkt",
        "Två rader",
        "och en till.",
        "Sist.",
    ]
    assert len(sentences(["Det gäller bl.a. fordon m.m. i kommunen."])) == 1


def test_the_longest_sentences_come_first_and_once():
    found = longest(["Kort. En lite längre mening här. Kort. Den allra längsta meningen av alla."])
    assert found == [
        (6, "Den allra längsta meningen av alla."),
        (5, "En lite längre mening här."),
        (1, "Kort."),
    ]


def test_passives_in_a_row_are_shown():
    heavy = "Ärendet bereddes och förslaget behandlades, så att avgiften ska betalas och kan höjas."
    assert passive_chains([f"{heavy} Kommunens insats för barns hälsa är stor."]) == [heavy]


@pytest.mark.parametrize(
    ("value", "words"), [(20, "mycket lätt"), (49, "medelsvår"), (50, "svår"), (75, "mycket svår")]
)
def test_a_value_has_words(value, words):
    assert lix_words(value) == words


def test_what_the_program_writes_for_huddinge_reads_easily():
    result = huddinge()
    memo = build_memo(result)
    case = result.evaluation.case
    entered = [d.motive for d in result.evaluation.decisions]
    entered += [case.background, case.method, case.conclusion, case.follow_up]
    entered += [found.membership.presentation for found in result.networks]
    entered += [
        ground.answer.rationale
        for found in result.networks
        for cell in found.criteria
        for ground in cell.assessment.grounds
    ]
    theirs = {plain(s) for text in entered if text for s in sentences(text.split("\n\n"))}
    generated = [
        sentence
        for section in memo.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for sentence in sentences([block.text])
        if plain(sentence) not in theirs
    ]
    assert len(generated) > 15
    assert lix(generated) <= 50
    assert longest(generated)[0][0] <= 35


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jag använder nätverket varje vecka.", True),
        ("Transporter är vår största fråga.", True),
        ("Det är nyttigt för oss.", True),
        ("Förvaltningen redovisar arbetet i vår.", False),
        ("Vårens möten är inställda. Viktiga frågor väntar.", False),
        ("Föreningen säger ”vi är störst” om sig själv.", False),
        (
            "Under Gustav VI Adolf bildades föreningen.",
            True,
        ),  # a hint may be one too many
    ],
)
def test_what_is_written_as_oneself_is_shown(text: str, told: bool) -> None:
    assert bool(in_first_person([text])) is told


@pytest.mark.parametrize("evaluation", ["huddinge-2025", "exempel-vastra-gotaland"])
def test_the_memos_that_come_with_the_program_are_in_the_third_person(evaluation: str) -> None:
    memo = build_memo(evaluate(shipped(evaluation)))
    texts = [text for section in memo.sections for text in running_texts(section.blocks)]
    assert texts and in_first_person(texts) == []
