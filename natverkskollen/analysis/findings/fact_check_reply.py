"""What a network has replied to its fact check: point by point, and in one sentence."""

from __future__ import annotations

from typing import Literal

from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.reply import Reply, ReplyItem
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import counted

REPLIES: dict[Literal["agree", "correct", "comment"], str] = {
    "agree": "stämmer",
    "correct": "rättar",
    "comment": "kommenterar",
}


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


def replied(evaluation: Evaluation, network: str) -> tuple[ReplyItem, ...]:
    """Every point that a network has replied to; nothing where it has not replied."""
    reply = reply_of(evaluation, network)
    return reply.items if reply else ()
