"""pydantic's complaints in Swedish: what is wrong with a value, and what to write instead."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from natverkskollen.files.pasted_signs import pasted_value
from natverkskollen.files.problem import FieldPath

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
    "en grupp med nycklar": "Skriv varje nyckel med sitt värde på en egen rad med indrag",
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


def validation_words(error: dict[str, Any], path: FieldPath, name: str) -> tuple[str, str]:
    """What is wrong and the remedy for one pydantic error at a path in the file.

    `name` is what the place is called in a sentence: its key, or "del 2 i themes".
    """
    kind, context, value = error["type"], error.get("ctx", {}), error.get("input")
    key = str(path[-1]) if path else name
    if error["loc"][-1:] == ("[key]",):
        name = f"nyckeln {quoted(key)}"
    if kind == "swedish":
        # A validator quotes the value as Python writes it.
        what = context["what"].replace(f"'{value}'", shown(value))
        return (f"{name} {what}" if what.startswith("ska ") else what), context["remedy"]
    if kind == "missing":
        return f"nyckeln {key} saknas", _example(key, f"Lägg till en rad med {key}: och ett värde")
    if kind in ("extra_forbidden", "invalid_key"):
        if pasted := pasted_value(key):
            return pasted
        return f"nyckeln {quoted(key)} är okänd", "Kontrollera stavningen eller ta bort raden"
    if kind == "literal_error":
        expected = context["expected"].replace(" or ", " eller ")
        is_now = "" if name.startswith("nyckeln ") else f"är {shown(value)}, men "
        return f"{name} {is_now}ska vara {expected}", _nearest(value, expected)
    if kind in _LIMITS:
        words, limit_name = _LIMITS[kind]
        limit = str(context[limit_name])
        return (
            f"{name} ska vara {words} {limit}, men är {shown(value)}",
            _example(key, f"Skriv ett tal som är {words} {limit}"),
        )
    if kind == "string_pattern_mismatch":
        return (
            f"{name} har fel form: {shown(value)}",
            "Skriv tre stora bokstäver, till exempel: SEK",
        )
    if kind in _KINDS:
        form = _KINDS[kind]
        if form in ("en lista", "en grupp med nycklar") and (pasted := pasted_value(value)):
            return pasted
        if not path:
            remedy = "Börja filen med schema: 1 och skriv varje nyckel på en egen rad"
            return f"filen ska innehålla nycklar, men är {shown(value)}", remedy
        if re.fullmatch(r"-?[0-9.]{19,}", str(value)):
            return f"{name} har för många siffror: {shown(value)}", "Skriv talet med färre siffror"
        if value is None:
            return f"{name} saknar värde", _example(key, f"Skriv {form} efter kolonet")
        is_now = "" if name.startswith("nyckeln ") else f", men är {shown(value)}"
        return f"{name} ska vara {form}{is_now}", _example(key, _FORMS[form])
    return f"{name} går inte att läsa: {shown(value)}", "Jämför med motsvarande rad i en annan fil"


def misspelt_words(key: Any, meant: str) -> tuple[str, str]:
    """The words for an unknown key where a key much like it is missing."""
    what = f"nyckeln {quoted(key)} är okänd, och {meant} saknas"
    return pasted_value(key) or (what, f"Rätta stavningen till {meant}")


def stray_key_words(key: Any) -> tuple[str, str]:
    """The words for a key nobody knows and without value: `{quote: ja, men}`, `{B: 0,5}`."""
    return (
        f"{quoted(key)} har blivit en egen nyckel utan värde",
        "Sätt text med komma inom citattecken, skriv decimaltal med punkt, eller ta bort nyckeln",
    )


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
    return quoted(value)


def quoted(value: Any) -> str:
    """A word from the file inside quotes, on one row, short, and with nothing hidden in it."""
    text = str(value)[:200]
    text = re.sub(r"(?<=\S)\s+(?=\S)", " ", text)
    text = "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"


def _example(key: str, otherwise: str) -> str:
    return f"Skriv till exempel: {_EXAMPLES[key]}" if key in _EXAMPLES else otherwise


def _nearest(value: Any, expected: str) -> str:
    choices = [part.strip("' ") for part in expected.replace(" eller ", ",").split(",")]
    near = get_close_matches(str(value)[:60], choices, 1)
    return f"Skriv '{near[0]}'" if near else "Välj ett av de uppräknade orden"
