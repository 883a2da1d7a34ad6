"""The tables of how sure the picture is, and of what tried weights change."""

from __future__ import annotations

from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import VERDICTS, of_100, value_words
from natverkskollen.output.webpage.markup import Cell, table


def verdict_share_table(found: Robustness) -> str:
    """In how many of 100 reasonable weightings each network gets each verdict and place."""
    rows = [
        (
            each.name,
            *(_of_100(each.verdict_share[word]) for word in ("keep", "come-back", "leave")),
            _of_100(each.rank_share[0]),
            each.certainty.words,
        )
        for each in found.networks
    ]
    header = ("Nätverk", "Behåll", "Återkom", "Lämna", "Högst värde", "Hur säkert")
    return table("Så många av 100 rimliga viktningar", header, rows)


def _of_100(share: float) -> Cell:
    return Cell(of_100(share), number=True)


def tried_table(saved: Robustness, tried: Robustness) -> str:
    """The saved weights and the tried ones side by side, network by network."""
    rows = []
    for before, after in zip(saved.result.networks, tried.result.networks, strict=True):
        changed = before.verdict != after.verdict
        rows.append(
            (
                before.network.short,
                Cell(VERDICTS[before.verdict], small=f"värde {value_words(before.total)}"),
                Cell(VERDICTS[after.verdict], small=f"värde {value_words(after.total)}"),
                "Ja" if changed else "Nej",
            )
        )
    header = ("Nätverk", "Med sparade vikter", "Med prövade vikter", "Ändras slutsatsen?")
    return table("Vad de prövade vikterna ändrar", header, rows)
