"""What must be settled before a case can be made final: its memo would show a gap, or hide one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from natverkskollen.analysis.findings import Finding, still_open
from natverkskollen.analysis.findings.grounds import on_grounds
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import departs
from natverkskollen.decisions.gaps import assignment_gaps, decision_gaps
from natverkskollen.decisions.naming import GAP
from natverkskollen.swedish.words import capital, listed, lower_first


def left_before_final(result: Result, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Everything that is left, as whole sentences; empty where the case can be made final."""
    return (
        *_unanswered(result),
        *proposal_gaps(result),
        *paper_gaps(result),
        *_contradictions(result, findings),
    )


def _unanswered(result: Result) -> Iterator[str]:
    """That nobody has answered anything, so that there is nothing to make final.

    What is not handed in is not seen here: somebody has perhaps answered all of it.
    """
    if any(found.answered for found in result.networks):
        return
    if waiting := result.evaluation.waiting_for:
        yield f"{capital(listed([lower_first(e.role) for e in waiting]))} har inte lämnat in."
    else:
        yield "Ingen fråga är besvarad. Svara på sidan Bedömning."


def proposal_gaps(result: Result) -> tuple[str, ...]:
    """What the proposals should say and do not: by network, then by decision."""
    without = [found.network.short for found in without_proposal(result)]
    missing = [f"Förslag till beslut saknas för {listed(without)}."] if without else []
    return (*missing, *gaps_in_proposals(result))


def without_proposal(result: Result) -> tuple[NetworkResult, ...]:
    """The networks that nothing is proposed about."""
    return tuple(found for found in result.networks if found.decision is None)


def gaps_in_proposals(result: Result) -> tuple[str, ...]:
    """What those that there are should say and do not."""
    about = (said for found in result.networks for said in _about(found))
    return (*about, *decision_gaps(result.evaluation))


def paper_gaps(result: Result) -> tuple[str, ...]:
    """What the memo lacks beside its proposals: a paragraph of the assignment, and gaps kept."""
    kept = (
        f"”{GAP}” står kvar i ett avsnitt som är skrivet för hand ({section})."
        for section, edit in result.evaluation.memo_texts.items()
        if GAP.removesuffix("]") in edit.text
    )
    return (*assignment_gaps(result.evaluation), *kept)


def _about(found: NetworkResult) -> Iterator[str]:
    name, decision = found.network.short, found.decision
    if decision is None:
        return
    if not decision.motive:
        yield f"{name}: skälet till förslaget saknas."
    if departs(found.verdict, decision.outcome) and not decision.differs_because:
        yield f"{name}: det står inte varför förslaget avviker från resultatet."


def _contradictions(result: Result, findings: Sequence[Finding]) -> Iterator[str]:
    """What contradicts a ground of a proposal, and nobody has answered."""
    for finding in on_grounds(result, still_open(findings)):
        yield f"{finding.what} Förklara det på sidan Nätverken."
