"""The page a network is sent before the decision: what is said about it, to check and answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from natverkskollen.analysis.cost import line_words
from natverkskollen.analysis.facts import facts_used, scaled_value, source_words
from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.findings.asymmetry import ONE_SIDED
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.wording import cell_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Fact, Network
from natverkskollen.model.records import FEE, Reply, ReplyItem
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.words import counted, genitive

ANSWER = "Svar:"
REPLIES: dict[Literal["agree", "correct", "comment"], str] = {
    "agree": "stämmer",
    "correct": "rättar",
    "comment": "kommenterar",
}
# So that the whole stays on a page or two; the rest of a rationale stands in the memo.
_RATIONALE = 160
# What the municipality says of itself is nothing for the network to check.
_OWN_USE = "anvandning"


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
    case = evaluation.case
    number = f", diarienummer {case.diarienummer}" if case.diarienummer else ""
    given = {item.fact or item.criterion: item for item in _items(evaluation, network.id)}
    line = found.cost.lines[0]
    who = evaluation.municipality.definite
    fee = line_words(line) if line.amount is not None or line.said else "okänd"
    fee_item = CheckItem(FEE, f"Avgift för {who}", fee, found.cost.lines[0].basis, given.get(FEE))
    return FactCheck(
        title=f"Faktagranskning: {network.name}",
        letter=(
            f"{evaluation.municipality.name} {_asks(evaluation, network)} (ärende "
            f"{long_date(case.date)}{number}). Innan ärendet beslutas ber vi er kontrollera "
            "uppgifterna om er.",
            "Skriv vid varje punkt om den stämmer, eller vad som är fel och var den rätta "
            f"uppgiften finns. Betygen är {genitive(who)} egna, men kommentera dem gärna. Svaret "
            "blir en del av ärendet och är därmed i regel en allmän handling.",
        ),
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


def _asks(evaluation: Evaluation, network: Network) -> str:
    """What the municipality does: evaluates what it has in the network, or asks if it shall."""
    words = JOINING[network.membership]
    if evaluation.is_member(network.id):
        own = "sitt" if words.one.startswith("ett ") else "sin"
        return f"utvärderar {own} {words.noun} {words.to} {network.name}"
    return f"prövar om den ska ansöka om {words.noun} {words.to} {network.name}"


def checked_facts(dossier: Dossier, network: Network) -> tuple[Fact, ...]:
    """The newest of each figure that is evidence, and what findings say is disputed or uneven."""
    used = facts_used(dossier, network.id)
    disputed = {
        side.quote
        for finding in find_all(dossier)
        if finding.network == network.id
        and (finding.severity == "motsägelse" or finding.kind in ONE_SIDED)
        for side in finding.sides
    }
    newest = {
        fact.id: fact
        for fact in sorted(network.facts, key=lambda fact: fact.as_of)
        if fact.id in used and not isinstance(fact.value, str) and _OWN_USE not in fact.tags
    }
    return tuple(
        fact
        for fact in network.facts
        if fact.source.quote in disputed or newest.get(fact.id) is fact
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


def fact_check_text(check: FactCheck) -> str:
    """The page as plain text, with room to answer under each point."""
    parts = [check.title, *check.letter]
    for heading, items in (("Uppgifter", check.facts), ("Betyg", check.scores)):
        parts.append(heading.upper())
        parts += [
            "\n   ".join(filter(None, (f"{number}. {item.title}: {item.said}", item.basis, ANSWER)))
            for number, item in enumerate(items, 1)
        ]
    return "\n\n".join(parts) + "\n"


def reply_of(evaluation: Evaluation, network: str) -> Reply | None:
    """What a network has replied, or None where no reply is entered."""
    return next((reply for reply in evaluation.replies if reply.network == network), None)


def reply_sentence(evaluation: Evaluation, network: Network) -> str:
    """Whether the network has replied to the fact check, and with what, in one sentence."""
    reply = reply_of(evaluation, network.id)
    if reply is None:
        return f"{network.short} har inte granskat uppgifterna."
    kinds = [item.reply for item in reply.items]
    parts = []
    if kinds.count("correct"):
        parts.append(counted(kinds.count("correct"), "en rättelse", "rättelser"))
    if kinds.count("comment"):
        parts.append(counted(kinds.count("comment"), "en kommentar", "kommentarer"))
    words = " och ".join(parts).replace("ett\u00a0", "en\u00a0") or "inga rättelser"
    return f"{network.short} svarade {long_date(reply.date)} på faktagranskningen, med {words}."


def reply_rows(evaluation: Evaluation, network: Network) -> tuple[tuple[str, str, str], ...]:
    """Every point replied to: what it concerns, what the network says, and its source."""
    reply = reply_of(evaluation, network.id)
    labels = {fact.id: fact.label for fact in network.facts}
    return tuple(
        (
            labels.get(item.fact or "", item.fact or item.criterion or ""),
            f"{REPLIES[item.reply].capitalize()}{f': {item.text}' if item.text else ''}",
            item.source or "",
        )
        for item in (reply.items if reply else ())
    )


def _items(evaluation: Evaluation, network: str) -> tuple[ReplyItem, ...]:
    reply = reply_of(evaluation, network)
    return reply.items if reply else ()
