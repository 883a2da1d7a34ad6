"""Att göra före beslutet: for the officer alone, on the page, never in a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from natverkskollen.analysis.findings import still_open
from natverkskollen.analysis.findings.grounds import known_then, on_grounds
from natverkskollen.decisions.gaps import assignment_gaps
from natverkskollen.decisions.readiness import proposal_gaps
from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.paper_set import gaps_of
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.words import capital, counted, listed, lower_first

Place = Literal["bedomning", "natverken", "papper", "oversikt"]


@dataclass(frozen=True)
class Task:
    """One thing to do: what it is, and the part of the program where it is done."""

    what: str
    place: Place


def to_do(writing: Writing, papers: Sequence[Paper]) -> tuple[Task, ...]:
    """Everything that is left to do before the decision, the most pressing first."""
    tasks = (
        *(Task(told, "papper") for told in proposal_gaps(writing.result)),
        *(Task(told, "oversikt") for told in assignment_gaps(writing.evaluation)),
        *(Task(f"{gap}.", _where(gap)) for gap in gaps_of(papers) if not gap.startswith(_TOLD)),
        *_contradictions(writing),
        *_answers(writing),
        *_case(writing),
    )
    return tuple(dict.fromkeys(tasks))


# The gaps that the proposals' own list tells of, with the network they are about.
_TOLD = ("Fyll i: förslag", "Fyll i: skälet till", "Fyll i: varför")


def _where(gap: str) -> Place:
    if gap.startswith("Fyll i: om ärendet berör barn"):
        return "papper"
    return "bedomning" if gap.startswith("Fyll i: skälen") else "oversikt"


def _contradictions(writing: Writing) -> Iterator[Task]:
    """What contradicts a ground and is not answered, and what was not known on the day."""
    open_ones = still_open(writing.findings)
    for finding in on_grounds(writing.result, open_ones):
        later = not known_then(finding, writing.evaluation.case.date)
        note = " Uppgiften kom efter ärendets dag." if later else ""
        yield Task(f"{finding.what}{note} {finding.question}", "natverken")


def _answers(writing: Writing) -> Iterator[Task]:
    networks = writing.result.networks
    unanswered: dict[str, list[str]] = {}
    for found in networks:
        cells = [cell for cell in found.criteria if cell.assessment.state == "not-assessed"]
        if titles := [f"”{lower_first(c.criterion.title)}”" for c in cells if c.criterion.asked]:
            unanswered.setdefault(listed(titles), []).append(found.network.short)
    for questions, names in unanswered.items():
        yield Task(f"Svar på {questions} saknas för {listed(names)}.", "bedomning")
    if unknown := [found.network.short for found in networks if found.cost.total is None]:
        yield Task(f"Kostnaden är inte känd för {listed(unknown)}.", "natverken")
    for found in networks:
        name = found.network.short
        bare = [
            f"”{lower_first(cell.criterion.title)}”"
            for cell in found.criteria
            if any(
                ground.answer.score is not None and not ground.answer.rationale
                for ground in cell.assessment.grounds
            )
        ]
        if bare:
            yield Task(f"{name}: motivering saknas för {listed(bare)}.", "bedomning")


def _case(writing: Writing) -> Iterator[Task]:
    evaluation, networks = writing.evaluation, writing.result.networks
    for found in networks:
        if found.membership.seats:
            seats = listed([lower_first(seat) for seat in found.membership.seats])
            who = capital(evaluation.municipality.definite)
            yield Task(
                f"{who} har uppdrag i {found.network.short} ({seats}). Pröva jäv.", "oversikt"
            )
    replied = {reply.network for reply in evaluation.replies}
    silent = [found for found in networks if found.network.id not in replied]
    if silent and evaluation.status == "draft":
        names = listed([found.network.short for found in silent])
        yield Task(f"{names} har inte svarat på faktagranskningen.", "natverken")
    case = evaluation.case
    if writing.template.signatures and not case.signatures:
        most = counted(writing.template.signatures, "ett namn", "namn")
        yield Task(f"Skriv vem som undertecknar (högst {most}).", "oversikt")
    odd = writing.template.diarienummer_words(case.diarienummer)
    if odd:
        yield Task(odd, "oversikt")
