"""Where two people have written in the same answer: both texts, who and when, and a choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from components.shell import clock, html
from natverkskollen.analysis.wording import answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.answer_steps import AnswerStep
from natverkskollen.output.history_words import role_of
from natverkskollen.store import BY_HAND, Conflict


@dataclass(frozen=True)
class AnswerClash:
    """Both answers, while the person chooses; `who` gave theirs, where that is known."""

    mine: Answer
    theirs: Answer
    who: str = ""
    when: datetime | None = None

    def with_latest(self, steps: tuple[AnswerStep, ...]) -> AnswerClash:
        """The clash with who gave theirs, where only the history of the answer can tell.

        `steps` are the changes of the answer, the latest first.
        """
        if self.when or not steps:
            return self
        return replace(self, who=steps[0].who, when=steps[0].when)


def clash_of(mine: Answer, theirs: Answer, outcome: Conflict) -> AnswerClash:
    """The clash with the one who changed the answer latest."""
    known = [each for each in outcome.clashes if each.when]
    latest = max(known, key=lambda each: each.when or datetime.min, default=None)
    return AnswerClash(mine, theirs, latest.who if latest else "", latest.when if latest else None)


def show_both(clash: AnswerClash, dossier: Dossier, criterion: Criterion) -> None:
    """Both answers in full, the other with who saved it and when."""
    for title, answer in (("Ditt svar", clash.mine), ("Svaret i filen", clash.theirs)):
        html.heading(title, 5)
        if answer is clash.theirs and clash.when:
            by = role_of(dossier.evaluation.assessors, clash.who)
            by = "Redigerat utanför programmet" if clash.who == BY_HAND else f"Sparat av {by}"
            html.paragraphs(f"{by} {clock.moment(clash.when)}", "nk-quiet")
        html.paragraphs(answer_words(dossier.criteria, criterion, answer))
        html.paragraphs(answer.rationale or "Ingen motivering", "nk-quiet")
