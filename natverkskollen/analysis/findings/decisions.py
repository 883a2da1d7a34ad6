"""Whether what is proposed says why, and whether there is still time to leave."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.analysis.yearly_days import last_notice_before
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.fields import UNKNOWN
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import KINDS, OUTCOME_WORDS
from natverkskollen.swedish.dates import last_day_of, long_date


def decisions_without_motive(dossier: Dossier) -> Iterator[Finding]:
    """Decisions on a membership that do not say why, neither as a reason nor as a motive."""
    for decision in dossier.evaluation.decisions:
        settles = bool(KINDS[decision.outcome].follows)
        if decision.network is None or not settles or decision.motive or decision.reason:
            continue
        network, words = dossier.networks[decision.network], OUTCOME_WORDS[decision.outcome]
        yield Finding(
            finding_id("beslut-utan-motivering", network.id, decision.outcome),
            "beslut-utan-motivering",
            "saknas",
            network.id,
            f"{network.short}: förslaget ”{words}” har ingen motivering.",
            (Side("Förslag till beslut", words),),
            "Kontrollera varför beslutet föreslås och skriv motiveringen.",
        )


def late_decisions(dossier: Dossier) -> Iterator[Finding]:
    """Decisions that come after the last day of notice for the exit they may lead to."""
    case = dossier.evaluation.case
    for decision in dossier.evaluation.decisions:
        if not KINDS[decision.outcome].may_end or decision.network is None:
            continue
        if not dossier.evaluation.is_member(decision.network):
            continue
        network = dossier.networks[decision.network]
        known = network.terms.last_notice_day
        if known is None:
            yield from _unknown_terms(network, decision.outcome)
            continue
        # Leaving by a day: the last notice day before it. Coming back: the one of this year.
        day = decision.from_date
        exit_day = last_day_of(case.date.year if day is None or isinstance(day, str) else day)
        notice = last_notice_before(known, exit_day)
        decided = decision.by or case.date
        if decided > notice:
            yield Finding(
                finding_id("sen-uppsagning", network.id),
                "sen-uppsagning",
                "motsägelse",
                network.id,
                f"{network.short}: beslutet ({OUTCOME_WORDS[decision.outcome]}) kommer "
                f"{long_date(decided)}, efter sista dag för uppsägning {long_date(notice)}.",
                (
                    Side("Beslut", OUTCOME_WORDS[decision.outcome], decided),
                    Side("Sista dag för uppsägning", long_date(notice), notice),
                ),
                "Kontrollera om beslutet kan tas tidigare, eller räkna med ytterligare ett års "
                "avgift.",
            )


def _unknown_terms(network: Network, outcome: str) -> Iterator[Finding]:
    if network.terms.notice.casefold() == UNKNOWN:
        yield Finding(
            finding_id("okanda-villkor", network.id),
            "okanda-villkor",
            "saknas",
            network.id,
            f"{network.short}: förslaget är ”{OUTCOME_WORDS[outcome]}”, men villkoren för utträde "
            "är okända.",
            (Side("Uppsägning", network.terms.notice),),
            "Fråga nätverket hur och senast när en medlem begär utträde.",
        )
