"""The letter that goes with a fact check: what the municipality does, and how to answer."""

from __future__ import annotations

from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.words import genitive


def letter_of(evaluation: Evaluation, network: Network) -> tuple[str, ...]:
    """What a network is told and asked above the points, a paragraph each."""
    case = evaluation.case
    number = f", diarienummer {case.diarienummer}" if case.diarienummer else ""
    who = evaluation.municipality.definite
    return (
        f"{evaluation.municipality.name} {_asks(evaluation, network)} (ärende "
        f"{long_date(case.date)}{number}). Innan ärendet beslutas ber vi er kontrollera "
        "uppgifterna om er.",
        "Skriv vid varje punkt om den stämmer, eller vad som är fel och var den rätta "
        f"uppgiften finns. Betygen är {genitive(who)} egna, men kommentera dem gärna. Svaret "
        "blir en del av ärendet och är därmed i regel en allmän handling.",
    )


def _asks(evaluation: Evaluation, network: Network) -> str:
    """What the municipality does: evaluates what it has in the network, or asks if it shall."""
    words = JOINING[network.membership]
    if evaluation.is_member(network.id):
        own = "sitt" if words.one.startswith("ett ") else "sin"
        return f"utvärderar {own} {words.noun} {words.to} {network.name}"
    return f"prövar om den ska ansöka om {words.noun} {words.to} {network.name}"
