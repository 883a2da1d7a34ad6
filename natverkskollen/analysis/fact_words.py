"""A fact in words: its value, the day it holds for and where it stands."""

from __future__ import annotations

from natverkskollen.model.network import Fact, Network
from natverkskollen.model.source import Source
from natverkskollen.swedish.text import HARD, number

KINDS = {"goal": "mål", "plan": "plan", "done": "genomfört", "claim": "uppgift från annan"}


def fact_value(fact: Fact) -> str:
    """A figure with its unit, and `cirka` where it is approximate; words as they stand."""
    if isinstance(fact.value, str):
        return fact.value
    unit = f"{HARD}{fact.unit}" if fact.unit else ""
    return f"{f'cirka{HARD}' if fact.approximate else ''}{number(fact.value)}{unit}"


def scaled_value(fact: Fact) -> str:
    """A fact's value with its scale and how many answered: `5,6 på skalan 1–6, 40 svarande`."""
    if not fact.scale:
        return fact_value(fact)
    mean = fact.value if isinstance(fact.value, str) else number(fact.value)
    asked = f", {number(fact.respondents)} svarande" if fact.respondents is not None else ""
    return f"{mean} på skalan {fact.scale.min}–{fact.scale.max}{asked}"


def source_words(network: Network, source: Source) -> str:
    """The document and the place in it: `Verksamhetsberättelse 2024, Ekonomi`."""
    return f"{network.document(source.document).title}, {source.place}"
