"""What a tag is called. A tag that is not here is shown as it is written, so none is needed."""

from __future__ import annotations

_NAMES = {
    "anvandning": "Användning",
    "ataganden": "Åtaganden",
    "hallbarhet": "Hållbarhet",
    "lokalt-intresse": "Lokalt intresse",
    "omvarldsbevakning": "Omvärldsbevakning",
    "overlapp": "Överlapp",
    "paverkan": "Påverkan",
    "rattvis-handel": "Rättvis handel",
    "symbolvarde": "Symbolvärde",
    "uppfoljning": "Uppföljning",
}


def tag_words(tag: str) -> str:
    """The tag as a heading: `Påverkan`, `Nyckeltal`."""
    return _NAMES.get(tag) or tag.replace("-", " ").capitalize()
