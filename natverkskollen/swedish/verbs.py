"""The infinitive of a verb in the present tense, so that one clause can stand in every style."""

from __future__ import annotations

import re

_IRREGULAR = {
    "är": "vara",
    "vet": "veta",
    "ska": "",
    "kan": "kunna",
    "vill": "vilja",
    "blir": "bli",
}
# Ge, se, be and what is made of them; hänger and läser are verbs of the common kind.
_SHORT = re.compile(
    r"((an|av|be|bort|er|för|in|med|till|upp|ut|över|åter)?(ger|ser|ber|ler)|sker)", re.IGNORECASE
)
_VOWELS = set("aeiouyåäö")


def infinitive_of(present: str) -> str:
    """The infinitive of a verb in the present tense; empty where it is no such verb.

    >>> infinitive_of("använder"), infinitive_of("redovisar"), infinitive_of("ger")
    ('använda', 'redovisa', 'ge')
    >>> infinitive_of("anslår"), infinitive_of("begär"), infinitive_of("anser")
    ('anslå', 'begära', 'anse')
    """
    verb = present.lower()
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if len(verb) < 3 or not verb.endswith("r"):
        return ""
    if _SHORT.fullmatch(verb) or verb[-2] in "aåoi":
        return verb[:-1]
    if verb[-2] == "e":
        return f"{verb[:-2]}a" if _VOWELS & set(verb[:-2]) else verb[:-1]
    return f"{verb}a" if verb[-2] in "äöyu" else ""
