"""What one assessor has left to do: questions without an answer, and answers without support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.network import Network
from natverkskollen.swedish.words import capital, counted, listed

Lack = Literal["answer", "reason", "evidence"]
LACK_WORDS: dict[Lack, str] = {
    "answer": "obesvarad",
    "reason": "motivering saknas",
    "evidence": "belägg krävs och saknas",
}
_MANY: dict[Lack, tuple[str, str]] = {
    "answer": ("en fråga utan svar", "frågor utan svar"),
    "reason": ("ett svar utan motivering", "svar utan motivering"),
    "evidence": ("ett svar som saknar det belägg som krävs", "svar som saknar belägg som krävs"),
}


@dataclass(frozen=True)
class OwnGap:
    """One network on one criterion where something is left, and all that is."""

    theme: Theme
    criterion: Criterion
    network: Network
    lacks: tuple[Lack, ...]


def own_gaps(dossier: Dossier, assessor: str) -> tuple[OwnGap, ...]:
    """Everything an assessor has left, theme by theme in the order the questions are asked."""
    sheet = dossier.own_sheet(assessor)
    found = []
    for theme in dossier.criteria.themes:
        for criterion in theme.criteria:
            for network in dossier.networks.values():
                answer = sheet.answer(network.id, criterion) if sheet else Answer()
                lacks = _lacks(criterion, answer) if criterion.asked else ()
                if lacks:
                    found.append(OwnGap(theme, criterion, network, lacks))
    return tuple(found)


def _lacks(criterion: Criterion, answer: Answer) -> tuple[Lack, ...]:
    if not answer.given:
        return ("answer",)
    lacks: list[Lack] = []
    if not answer.rationale:
        lacks.append("reason")
    if criterion.evidence == "required" and not answer.evidence and not answer.not_applicable:
        lacks.append("evidence")
    return tuple(lacks)


def gap_sentence(gaps: Sequence[OwnGap]) -> str:
    """How much is left of each kind, in one sentence; empty where nothing is."""
    counts = {lack: sum(lack in gap.lacks for gap in gaps) for lack in LACK_WORDS}
    parts = [counted(count, *_MANY[lack]) for lack, count in counts.items() if count]
    return f"{capital(listed(parts))}." if parts else ""
