"""The sections a committee member reads first: the proposed decisions and the summary."""

from __future__ import annotations

from natverkskollen.decision_sentences import decision_sentences, full_name
from natverkskollen.evaluation import Assignment
from natverkskollen.memo.blocks import Block, Heading, Numbered, Paragraph
from natverkskollen.memo.economy import sum_sentence
from natverkskollen.memo.writing import NOT_ASSESSED, Writing
from natverkskollen.outcome import OUTCOME_WORDS, Decision
from natverkskollen.swedish import capital, counted, genitive, listed, lower_first
from natverkskollen.wording import missing_words, verdict_sentence


def proposal(writing: Writing) -> tuple[Block, ...]:
    """The decisions as numbered sentences that stand alone, one block for each deciding body."""
    evaluation = writing.evaluation
    blocks: list[Block] = []
    bodies = dict.fromkeys(decision.body for decision in evaluation.decisions)
    for body in bodies:
        sentences = [
            sentence
            for decision in evaluation.decisions
            if decision.body == body
            for sentence in decision_sentences(
                evaluation,
                decision,
                writing.result.network(decision.network).network,
                writing.day,
            )
        ]
        blocks += [Heading(3, _body_label(evaluation.case.body, body)), Numbered(tuple(sentences))]
    if not bodies:
        return (Paragraph(f"{NOT_ASSESSED} Inget förslag till beslut är inskrivet."),)
    return tuple(blocks)


def _body_label(addressee: str, body: str) -> str:
    """Huddinge's label over the sentences: the board's own decision, or its proposal onwards."""
    if body != addressee and lower_first(body).endswith("fullmäktige"):
        return f"{genitive(addressee)} förslag till {lower_first(body)}"
    return f"{genitive(body)} beslut"


def assignment_sentence(writing: Writing, given: Assignment) -> str:
    """Who gave the assignment, when, and what it says."""
    text, day = given.text.rstrip("."), writing.day(given.date)
    if text.startswith("att "):
        return f"{given.body} gav {day} förvaltningen i uppdrag {text}."
    return f"{given.body} gav {day} ett uppdrag: {lower_first(text)}."


def summary(writing: Writing) -> tuple[Block, ...]:
    """The case in brief; with the proposal and what the scores say where the template wants it."""
    evaluation, result = writing.evaluation, writing.result
    names = [full_name(found.network) for found in result.networks]
    many = counted(len(names), "nätverk", "nätverk")
    opening = []
    if evaluation.case.assignment:
        opening.append(assignment_sentence(writing, evaluation.case.assignment))
    opening.append(
        f"Utvärderingen för {evaluation.municipality.name} gäller {many}: {listed(names)}."
    )
    blocks: list[Block] = [Paragraph(" ".join(opening))]
    if writing.template.summary_with_proposal:
        for found in result.networks:
            said = [verdict_sentence(result.criteria, found), missing_words(found)]
            if found.decision:
                said.append(_in_brief(writing, found.decision))
            blocks.append(Paragraph(" ".join(filter(None, said))))
    blocks.append(Paragraph(sum_sentence(writing)))
    return tuple(blocks)


def _in_brief(writing: Writing, decision: Decision) -> str:
    words = capital(OUTCOME_WORDS[decision.outcome])
    when = ""
    if decision.by and decision.outcome in ("trial", "come-back"):
        when = f" {'till och med' if decision.outcome == 'trial' else 'senast'} "
        when += writing.day(decision.by)
    elif decision.from_date:
        when = f" från och med {writing.day(decision.from_date)}"
    return f"Förslag: {lower_first(words)}{when}."
