"""What the municipality expected, and how it turned out, in words and never from a few cases."""

from __future__ import annotations

from collections.abc import Iterable

from natverkskollen.model.register import Expectation, RegisteredMembership

ENOUGH = 10
_CALLED = ((70, "troligt"), (40, "osäkert"), (0, "mindre troligt"))


def likely_words(probability: int | None) -> str:
    """What a probability is called: `troligt` from 70 per cent, `mindre troligt` under 40."""
    if probability is None:
        return ""
    return next(words for least, words in _CALLED if probability >= least)


def turned_out(memberships: Iterable[RegisteredMembership], who: str = "ni") -> tuple[str, ...]:
    """How often what was called likely happened, a sentence for each word with ENOUGH cases.

    `who` is those who called it so, as the text names them.
    """
    told: dict[str, list[Expectation]] = {}
    for membership in memberships:
        for each in membership.expectations:
            if each.came and each.probability is not None:
                told.setdefault(likely_words(each.probability), []).append(each)
    sentences = []
    for _, words in _CALLED:
        found = told.get(words, [])
        if len(found) >= ENOUGH:
            came = sum(each.came == "ja" for each in found)
            partly = sum(each.came == "delvis" for each in found)
            also = f", och delvis i {partly}" if partly else ""
            sentences.append(
                f"Det {who} kallade {words} inträffade i {came} av {len(found)} fall{also}."
            )
    return tuple(sentences)
