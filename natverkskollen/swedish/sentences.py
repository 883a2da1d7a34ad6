"""A text as the sentences it is made of."""

from __future__ import annotations

import re

# They end in a full stop but never a sentence; `m.m.` and `osv.` may do both.
_ABBREVIATIONS = (
    "t.ex.", "bl.a.", "d.v.s.", "dvs.", "f.d.", "s.k.", "o.d.", "p.g.a.", "fr.o.m.", "t.o.m.",
    "ca.", "kl.", "nr.", "dnr.", "jfr.", "resp.", "inkl.", "exkl.", "max.", "min.", "prof.", "st.",
)  # fmt: skip
_END = re.compile(r"(?<=[.!?])[”\"’)]?\s+(?=[”\"(]?[A-ZÅÄÖ0-9])")
_INITIAL = re.compile(r"(?:^|[\s(])[A-ZÅÄÖ]\.$")


def split_sentences(text: str) -> list[str]:
    """Every sentence of one paragraph, in order and with what ends it.

    >>> split_sentences("Vi deltar, t.ex. Kalix. Det är bra! 12 har lämnat.")
    ['Vi deltar, t.ex. Kalix.', 'Det är bra!', '12 har lämnat.']
    """
    parts: list[str] = []
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.start()]
        last = before.rsplit(None, 1)[-1] if before.strip() else ""
        if last.lstrip('(”"').lower() in _ABBREVIATIONS or _INITIAL.search(before):
            continue
        parts.append(text[start : end.end()].strip())
        start = end.end()
    return [part for part in (*parts, text[start:].strip()) if part]
