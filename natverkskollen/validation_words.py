"""pydantic's complaints in Swedish: what is wrong with a value, and what to write instead."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from natverkskollen.mistake import Path

_KINDS = {
    "string_type": "en text",
    "int_type": "ett heltal",
    "int_from_float": "ett heltal",
    "decimal_type": "ett tal",
    "decimal_parsing": "ett tal",
    "is_instance_of": "ett tal",
    "bool_type": "true eller false",
    "bool_parsing": "true eller false",
    "tuple_type": "en lista",
    "dict_type": "en grupp med nycklar",
    "model_type": "en grupp med nycklar",
    "model_attributes_type": "en grupp med nycklar",
}
_FORMS = {
    "en text": "Sätt texten inom citattecken",
    "ett heltal": "Skriv ett heltal utan citattecken, mellanslag och decimaler",
    "ett tal": "Skriv talet utan citattecken, enhet och mellanslag, med punkt som decimaltecken",
    "true eller false": "Skriv true eller false",
    "en lista": "Skriv varje del på en egen rad som börjar med -",
    "en grupp med nycklar": "Skriv nycklarna på egna rader med indrag under den här",
}
_EXAMPLES = {
    "weight": "weight: 2",
    "year": "year: 2024",
    "fixed": "fixed: 4000",
    "per_inhabitant": "per_inhabitant: 0.30",
    "as_of": "as_of: 2024-12-31",
    "inhabitants": "inhabitants: 114304",
    "revision": 'revision: "2026-11"',
    "amount": "amount: 40000",
    "keep_from": "keep_from: 60",
    "schema": "schema: 1",
    "unit": "unit: timmar per år",
}
_LIMITS = {
    "greater_than": ("större än", "gt"),
    "greater_than_equal": ("minst", "ge"),
    "less_than": ("mindre än", "lt"),
    "less_than_equal": ("högst", "le"),
}


def validation_words(error: dict[str, Any], path: Path) -> tuple[str, str]:
    """What is wrong and the remedy for one pydantic error at a path in the file."""
    kind, context, value = error["type"], error.get("ctx", {}), error.get("input")
    key = str(path[-1]) if path else "filen"
    if kind == "swedish":
        return _sentence(key, path, context["what"]), context["remedy"]
    if kind == "missing":
        return f"nyckeln {key} saknas", _example(key, f"Lägg till en rad som börjar med {key}:")
    if kind == "extra_forbidden":
        return f"nyckeln {key} är okänd", "Kontrollera stavningen eller ta bort raden"
    if kind == "literal_error":
        expected = context["expected"].replace(" or ", " eller ")
        return f"{key} är {shown(value)}, men ska vara {expected}", _nearest(value, expected)
    if kind in _LIMITS:
        words, name = _LIMITS[kind]
        limit = str(context[name])
        return (
            f"{key} ska vara {words} {limit}, men är {shown(value)}",
            _example(key, f"Skriv ett tal som är {words} {limit}"),
        )
    if kind == "string_pattern_mismatch":
        return f"{key} har fel form: {shown(value)}", "Skriv tre stora bokstäver, till exempel: SEK"
    if kind in _KINDS:
        form = _KINDS[kind]
        return f"{key} ska vara {form}, men är {shown(value)}", _example(key, _FORMS[form])
    return f"{key} går inte att läsa: {shown(value)}", "Jämför med motsvarande rad i en annan fil"


def shown(value: Any) -> str:
    """A value as it is quoted in a message: short, and in words where it is a structure."""
    if value is None:
        return "tomt"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "en grupp med nycklar"
    if isinstance(value, (tuple, list)):
        return "en lista"
    if isinstance(value, (int, Decimal)):
        return f"talet {value}"
    text = str(value)
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"


def _sentence(key: str, path: Path, what: str) -> str:
    return f"{key} {what}" if what.startswith("ska ") else what


def _example(key: str, otherwise: str) -> str:
    return f"Skriv till exempel: {_EXAMPLES[key]}" if key in _EXAMPLES else otherwise


def _nearest(value: Any, expected: str) -> str:
    choices = [part.strip("' ") for part in expected.replace(" eller ", ",").split(",")]
    near = get_close_matches(str(value), choices, 1)
    return f"Skriv '{near[0]}'" if near else "Välj ett av de uppräknade orden"
