"""How sure each result is, and what tried weights change, as tables."""

from __future__ import annotations

from natverkskollen.analysis.robustness.natural_frequencies import hundred_words, hundredths
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import (
    VERDICT_ORDER,
    by_limits,
    verdict_heading,
    verdict_name,
)
from natverkskollen.output.webpage.html_cell import Cell, Row
from natverkskollen.output.webpage.html_table import table


def verdict_share_table(found: Robustness) -> str:
    """In how many of 100 computations each network gets each verdict, and the highest value."""
    rows: list[Row] = [
        (
            each.name,
            each.certainty.words,
            *(Cell(words.get(word, "–"), number=True) for word in VERDICT_ORDER),
            *(
                _alone(share)
                for share in (each.certainty.weights_only, each.certainty.evidence_only)
            ),
            Cell(hundredths(each.rank_share[0]) if each.rank_share else "–", number=True),
        )
        for each in found.networks
        for words in (hundred_words(each.verdict_share) if each.verdict_share else {},)
    ]
    members = {each.member for each in found.networks}
    names = (verdict_heading(word, members) for word in VERDICT_ORDER)
    alone = ("Bara andra vikter", "Bara andra svar")
    header = ("Nätverk", "Hur säkert", *names, *alone, "Högst värde")
    return table(
        "Så många av 100 beräkningar med andra vikter och andra möjliga svar", header, rows
    )


def _alone(share: float | None) -> Cell:
    """How often the result is the same where only one of weights and answers is varied."""
    return Cell("–" if share is None else hundredths(share), number=True)


def tried_table(saved: Robustness, tried: Robustness) -> str:
    """The saved weights and the tried ones side by side, network by network."""
    rows = []
    for before, after in zip(saved.result.networks, tried.result.networks, strict=True):
        changed = before.verdict != after.verdict
        rows.append(
            (
                before.network.short,
                Cell(
                    verdict_name(before.verdict, before.member),
                    small=f"värde {by_limits(saved.result.criteria, before.told)}",
                ),
                Cell(
                    verdict_name(after.verdict, after.member),
                    small=f"värde {by_limits(tried.result.criteria, after.told)}",
                ),
                "Ja" if changed else "Nej",
            )
        )
    header = ("Nätverk", "Med sparade vikter", "Med prövade vikter", "Ändras resultatet?")
    return table("Vad de prövade vikterna ändrar", header, rows)
