"""The page a network is sent before the decision: what is said about it, to check and answer."""

from __future__ import annotations

from dataclasses import dataclass

from natverkskollen.analysis.cost import line_words
from natverkskollen.analysis.facts import scaled_value, source_words
from natverkskollen.analysis.findings.checked_facts import checked_facts
from natverkskollen.analysis.findings.fact_check_letter import letter_of
from natverkskollen.analysis.findings.fact_check_reply import replied
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.wording import cell_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact, Network
from natverkskollen.model.reply import FEE, ReplyItem

# So that the whole stays on a page or two; the rest of a rationale stands in the memo.
_RATIONALE = 160


@dataclass(frozen=True)
class CheckItem:
    """One thing to check: its id in the file, what is said and what it rests on."""

    id: str
    title: str
    said: str
    basis: str
    reply: ReplyItem | None = None


@dataclass(frozen=True)
class FactCheck:
    """Everything that is sent to one network: the letter, the facts, the cost and the scores."""

    title: str
    letter: tuple[str, ...]
    facts: tuple[CheckItem, ...]
    scores: tuple[CheckItem, ...]


def fact_check(dossier: Dossier, found: NetworkResult) -> FactCheck:
    """What a network is asked to check: the facts that are used or disputed, fee and scores."""
    evaluation, network = dossier.evaluation, found.network
    given = {item.fact or item.criterion: item for item in replied(evaluation, network.id)}
    line = found.cost.lines[0]
    who = evaluation.municipality.definite
    fee = line_words(line) if line.amount is not None or line.said else "okänd"
    fee_item = CheckItem(FEE, f"Avgift för {who}", fee, found.cost.lines[0].basis, given.get(FEE))
    return FactCheck(
        title=f"Faktagranskning: {network.name}",
        letter=letter_of(evaluation, network),
        facts=(
            *(_fact_item(network, fact, given) for fact in checked_facts(dossier, network)),
            fee_item,
        ),
        scores=tuple(
            CheckItem(
                cell.criterion.id,
                cell.criterion.title,
                cell_words(cell),
                _short(next((g.answer.rationale or "" for g in cell.assessment.grounds), "")),
                given.get(cell.criterion.id),
            )
            for cell in found.criteria
            if cell.assessment.state == "assessed" and cell.assessment.grounds
        ),
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) <= _RATIONALE:
        return plain
    return f"{plain[:_RATIONALE].rsplit(' ', 1)[0]} …"


def _fact_item(network: Network, fact: Fact, given: dict[str | None, ReplyItem]) -> CheckItem:
    said = f"{scaled_value(fact)} (uppgift per {fact.as_of.isoformat()})"
    return CheckItem(
        fact.id, fact.label, said, source_words(network, fact.source), given.get(fact.id)
    )
