"""Days in the case that cannot be: deadlines gone by, and what is said to have been, still to come.

Everything is held against the day of the case; nothing here looks at the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.outcome import OUTCOME_WORDS
from natverkskollen.swedish.dates import long_date

# What a day in a decision means, and whether it lies ahead of the case or behind it.
_AHEAD = {"by": "dagen då det ska vara gjort", "from_date": "sista dagen i nätverket"}
_BEHIND = {"decided": "dagen för det tidigare beslutet", "dated": "dagen för handlingen"}


def days_gone_by(dossier: Dossier) -> Iterator[Finding]:
    """Days that should lie ahead of the case and are before it, or the other way round."""
    evaluation = dossier.evaluation
    day = evaluation.case.date
    for at, decision in enumerate(evaluation.decisions):
        name = OUTCOME_WORDS[decision.outcome]
        for names, wrong in ((_AHEAD, "före"), (_BEHIND, "efter")):
            for key, words in names.items():
                said = getattr(decision, key)
                if not isinstance(said, date) or said == day:
                    continue
                if (said < day) == (wrong == "före"):
                    yield _finding(
                        f"{decision.outcome}-{at + 1}-{key.replace('_', '-')}",
                        decision.network,
                        f"Beslutet ”{name}”: {words}, {long_date(said)}, ligger {wrong}",
                        (Side(f"Beslut: {name}", long_date(said), said), _case_side(day)),
                        day,
                    )
    ahead = evaluation.next_evaluation
    if ahead and ahead <= day:
        what = f"Nästa utvärdering, {long_date(ahead)}, ligger inte efter"
        sides = (Side("Nästa utvärdering", long_date(ahead), ahead), _case_side(day))
        yield _finding("nasta-utvardering", None, what, sides, day)
    for membership in evaluation.memberships:
        since = membership.since
        later = since.year > day.year if isinstance(since, date) else (since or 0) > day.year
        if membership.member and (later or (isinstance(since, date) and since > day)):
            short = dossier.networks[membership.network].short
            told = long_date(since) if isinstance(since, date) else str(since)
            yield _finding(
                f"medlem-sedan-{membership.network}",
                membership.network,
                f"{short}: medlem sedan {told} ligger efter",
                (Side("Medlem sedan", told), _case_side(day)),
                day,
            )


def _case_side(day: date) -> Side:
    return Side("Ärendets dag", long_date(day), day)


def _finding(
    subject: str, network: str | None, what: str, sides: tuple[Side, ...], day: date
) -> Finding:
    return Finding(
        finding_id("orimlig-dag", subject),
        "orimlig-dag",
        "motsägelse",
        network,
        f"{what} ärendets dag {long_date(day)}.",
        sides,
        "Kontrollera dagen och rätta den.",
    )
