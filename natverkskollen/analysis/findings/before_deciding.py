"""What whoever decides has to know first: contradictions, an unclear way out, partiality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from natverkskollen.analysis.findings import Finding, still_open
from natverkskollen.analysis.findings.grounds import known_then, on_grounds
from natverkskollen.analysis.result import Result
from natverkskollen.swedish.words import listed

MOST = 3


def before_deciding(result: Result, findings: Iterable[Finding]) -> tuple[str, ...]:
    """At most three points: what contradicts a ground, an exit nobody knows, and partiality.

    Each of the three kinds has its turn before a second contradiction.
    """
    left = still_open(findings)
    contradictions = [_told(result, each) for each in on_grounds(result, left)]
    others = [*_unclear_exit(result, left), *_partiality(left)]
    first = max(1, MOST - len(others))
    return (*contradictions[:first], *others)[:MOST]


def _told(result: Result, finding: Finding) -> str:
    later = not known_then(finding, result.evaluation.case.date)
    note = " Den uppgiften kom efter ärendets dag." if later else ""
    return f"{finding.what}{note}"


def _unclear_exit(result: Result, findings: Sequence[Finding]) -> Iterator[str]:
    unclear = {each.network for each in findings if each.kind == "okanda-villkor"}
    names = [found.network.short for found in result.networks if found.network.id in unclear]
    if names:
        who = result.evaluation.municipality.definite
        yield f"Hur och när {who} kan lämna {listed(names)} är inte klarlagt."


def _partiality(findings: Sequence[Finding]) -> Iterator[str]:
    held = [each.what for each in findings if each.kind == "jav"]
    if held:
        yield f"{' '.join(held)} Frågan om jäv behöver prövas."
