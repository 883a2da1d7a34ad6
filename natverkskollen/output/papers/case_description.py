"""Beskrivning av ärendet: the assignment, how it was done, and what each network is."""

from __future__ import annotations

import re

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.decisions.case_states import state_sentences
from natverkskollen.decisions.naming import full_name, paragraph_words
from natverkskollen.model.case import Assignment
from natverkskollen.output.papers.blocks import Block, Paragraph
from natverkskollen.output.papers.budgets import BUDGETS, Fitted, Wish, fitted
from natverkskollen.output.papers.gaps import gap
from natverkskollen.output.papers.writing import Writing, once
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.readability import word_count
from natverkskollen.swedish.words import capital, listed, lower_first

BACKGROUND, METHOD = "Bakgrund", "Så gjordes utvärderingen"
_GIVEN_WORDS, _METHOD_WORDS, _NETWORK_WORDS = 40, 35, 30
_SENTENCE = 12  # fewer words than this are no room for a sentence


def matter(writing: Writing) -> tuple[Block, ...]:
    """What the case is about: assignment, background, method, and a paragraph for each network."""
    texts = {each.title: each.text for each in description_texts(writing)}
    given = [_given(writing), texts.get(BACKGROUND, "")]
    how = [texts.get(METHOD, ""), _scored(writing)]
    blocks = [" ".join(filter(None, part)) for part in (given, how)]
    for found in writing.result.networks:
        title = network_title(found)
        said = [texts.get(title) or gap(writing, f"vad {title} är"), *_membership(writing, found)]
        blocks.append(" ".join(filter(None, said)))
    return tuple(Paragraph(text) for text in blocks if text)


@once
def description_texts(writing: Writing) -> tuple[Fitted, ...]:
    """The background, the method and the presentations, as the section has room for them."""
    case, networks = writing.evaluation.case, writing.result.networks
    wishes = [
        Wish("beskrivning", METHOD, case.method or "", _METHOD_WORDS, more=False),
        *(
            Wish("beskrivning", network_title(found), _presented(found), _NETWORK_WORDS, more=False)
            for found in networks
        ),
        _background(writing),
    ]
    ours = [_given(writing), _scored(writing)]
    ours += [sentence for found in networks for sentence in _membership(writing, found)]
    _, most = BUDGETS["beskrivning"].words(len(networks))
    return fitted([wish for wish in wishes if wish.whole], most - word_count(ours))


def _background(writing: Writing) -> Wish:
    """The background: what the assignment leaves of its part, or all there is where none is."""
    text, given = writing.evaluation.case.background or "", word_count([_given(writing)])
    left = _GIVEN_WORDS - given
    return Wish("beskrivning", BACKGROUND, text, left if left > _SENTENCE else 0, more=not given)


def network_title(found: NetworkResult) -> str:
    """What a network's presentation is called where it stands in whole."""
    return full_name(found.network)


def _presented(found: NetworkResult) -> str:
    """What the evaluation says of the network, or its own description with whom it describes."""
    network, said = found.network, found.network.description or ""
    if found.membership.presentation:
        return found.membership.presentation
    named = not said or any(_opens_with(name, said) for name in (network.name, network.short))
    return said if named else f"{network.short}: {lower_first(said)}"


def _opens_with(name: str, text: str) -> bool:
    """Whether a text begins with a name, or with what is so named: `Den ideella föreningen …`."""
    before = r"(?:[^\W\d_]+\s+){0,3}" if text[:3] in ("Den", "Det") else r"(?:[^\W\d_]+\s+)?"
    return bool(re.match(rf"{before}{re.escape(name)}s?(?!\w)", text))


def _given(writing: Writing) -> str:
    """Who gave the assignment, when and what it says, and what has become of the case since."""
    case = writing.evaluation.case
    said = [assignment_sentence(writing, case.assignment)] if case.assignment else []
    return " ".join((*said, *state_sentences(case, writing.template.days)))


def assignment_sentence(writing: Writing, given: Assignment) -> str:
    """Who gave the assignment, when, and what it says."""
    text, day = given.text.rstrip("."), writing.template.days.document(given.date)
    place = paragraph_words(given.paragraph)
    place = f"{place}," if place else ""
    who = f"Dåvarande {lower_first(given.body)}" if given.ended else given.body
    if text.startswith("att "):
        return f"{who} gav {day}{place} förvaltningen i uppdrag {text}."
    return f"{who} gav {day}{place} ett uppdrag: {lower_first(text)}."


def _scored(writing: Writing) -> str:
    case = writing.evaluation.case
    entered = "" if case.method else gap(writing, "hur utvärderingen har gjorts")
    several = len(writing.result.networks) > 1
    each = "Varje nätverk är bedömt för sig," if several else "Nätverket är bedömt"
    return f"{entered} {each} tema för tema (bilaga 1).".strip()


def _membership(writing: Writing, found: NetworkResult) -> tuple[str, ...]:
    """Since when the municipality is a member, and what it is trusted with in the network."""
    who, membership = capital(writing.evaluation.municipality.definite), found.membership
    said = []
    if found.member and membership.since:
        since = writing.day(membership.since)
        said.append(f"{who} är {JOINING[found.network.membership].is_} sedan {since}.")
    if membership.seats:
        seats = listed([lower_first(seat) for seat in membership.seats])
        said.append(f"{who}s uppdrag: {seats}.")
    if not found.member:
        words = JOINING[found.network.membership]
        said.append(f"{who} har i dag {words.no} {words.to} nätverket.")
    return tuple(said)
