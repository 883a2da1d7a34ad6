"""The findings that a proposal stands or falls with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from natverkskollen.analysis.findings.finding import Finding
from natverkskollen.analysis.result import Result


def on_grounds(result: Result, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The contradictions about a network that something is proposed about."""
    proposed = {found.network.id for found in result.networks if found.decision}
    return tuple(f for f in findings if f.severity == "motsägelse" and f.network in proposed)


def cited(result: Result, finding: Finding) -> bool:
    """Whether an answer about the network rests on a fact that the finding is about."""
    about = set(finding.id.split("/")[2:])
    found = next((f for f in result.networks if f.network.id == finding.network), None)
    return found is not None and any(
        evidence.fact in about
        for cell in found.criteria
        for ground in cell.assessment.grounds
        for evidence in ground.answer.evidence
    )


def known_then(finding: Finding, day: date) -> bool:
    """Whether every side of a finding had been published by that day; undated counts as known."""
    return all(side.published is None or side.published <= day for side in finding.sides)
