"""An offer from the program's own networks in words: what it is about, ours and theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.analysis.facts import fact_value
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.editing.shipped_changes import Offer
from natverkskollen.editing.shipped_values import WHOLE
from natverkskollen.files.fields import Model
from natverkskollen.files.reading import read_data
from natverkskollen.model.fee import Fee
from natverkskollen.model.network import Fact
from natverkskollen.model.source import Document

NOTHING = "finns inte"
# What holds where a file says nothing.
_DEFAULTS: dict[tuple[str, ...], str] = {("membership",): "medlemskap"}
_ALONE = {
    "name": "Namnet",
    "short": "Kortnamnet",
    "called": "Vad nätverket kallas i löpande text",
    "membership": "Vad det kallas att vara med",
    "description": "Beskrivningen",
    "website": "Webbplatsen",
    "members": "Medlemslistan",
    "notice": "Uppsägning",
    "last_notice_day": "Sista dag för uppsägning",
    "fee_day": "Dag då avgiften betalas",
    "entry": "Inträde",
    "obligations": "Åtaganden",
    "source": "Villkorens källa",
}


def title(offer: Offer) -> str:
    """What the offer is about."""
    room, *rest = offer.key
    if offer.key == WHOLE:
        return "Nytt nätverk i programmet"
    value: Mapping[str, Any] = offer.theirs or offer.ours
    if room == "documents":
        return f"Dokumentet {value['title']}"
    if room == "facts":
        return f"Uppgiften {value['label']}, {rest[1]}"
    if room == "fees":
        category = f", {rest[2]}" if rest[2] else ""
        return f"Avgiften för {rest[1]} från {rest[0]}{category}"
    return _ALONE.get(rest[0] if rest else room, room)


def sides(offer: Offer) -> tuple[str, str]:
    """What the folder says and what the program says."""
    return _said(offer, offer.ours), _said(offer, offer.theirs)


def _said(offer: Offer, value: Any) -> str:
    if value is None:
        return _DEFAULTS.get(offer.key, NOTHING)
    room = offer.key[0]
    if offer.key == WHOLE:
        return str(value["name"])
    if room not in ("documents", "facts", "fees"):
        return _plain(value)
    models: dict[str, type[Model]] = {"documents": Document, "facts": Fact, "fees": Fee}
    read = read_data(dict(value), room, models[room]).model
    if isinstance(read, Fact):
        said = [fact_value(read), f"”{read.source.quote}”", read.source.place, read.note]
        said += [f"ämnen: {', '.join(read.tags)}" if read.tags else ""]
    elif isinstance(read, Fee):
        said = [rule_words(read), f"”{read.source.quote}”", read.note]
    elif isinstance(read, Document):
        day = read.published.isoformat() if read.published else ""
        said = [read.title, read.publisher, day, read.file or read.url, read.note]
    else:
        return _plain(value)
    return ". ".join(str(each).rstrip(".") for each in said if each)


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(_plain(each) for each in value.values())
    if isinstance(value, (list, tuple)):
        return "; ".join(_plain(each) for each in value)
    return str(value)
