"""How sure the results are: intervals, shares of trials, and what it takes to change them."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.robustness.plain_words import ONE_WORD
from natverkskollen.analysis.robustness.sentences import gathered_flips
from natverkskollen.analysis.wording import (
    bounds_words,
    exempt_words,
    lacking_sentence,
    missing_words,
    value_words,
    verdict_name,
)
from natverkskollen.output.papers.blocks import Block, Bullets, Paragraph, Table
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.numbers import number, percent
from natverkskollen.swedish.words import lower_first


def sensitivity(writing: Writing) -> Iterator[Block]:
    """The values with their intervals, the shares of trials, and the switching values."""
    yield Table(
        "Värde, intervall och resultat",
        ("Nätverk", "Värde", "Intervall", "Andel bedömd", "Resultat", "Säkerhet"),
        tuple(
            (
                found.network.short,
                value_words(found.told),
                bounds_words(found.low, found.high),
                percent(found.coverage).replace("procent", "%"),
                verdict_name(found.verdict, found.member),
                _certainty(writing, found.network.id),
            )
            for found in writing.result.networks
        ),
        (26, 10, 13, 16, 18, 17),
        numeric=(1, 2, 3),
    )
    told = [
        (found.network.short, " ".join(filter(None, (missing_words(found), exempt_words(found)))))
        for found in writing.result.networks
    ]
    said = [f"{name}: {lower_first(words)}" for name, words in told if words]
    if said:
        yield Paragraph(" ".join(said))
    sure = writing.robustness
    if sure is None:
        return
    yield Paragraph(
        f"Säkerheten är prövad med {number(sure.draws)} beräkningar (frö {sure.seed}): "
        f"{sure.weights_words}.",
        kind="lead",
    )
    yield Bullets(
        tuple(
            " ".join(filter(None, (writing.sure(found), *_apart_and_flips(writing, found))))
            or lacking_sentence(writing.result.criteria, found)
            for found in writing.result.networks
        )
    )


def _certainty(writing: Writing, network: str) -> str:
    sure = writing.robustness
    return lower_first(ONE_WORD[sure.network(network).certainty.level]) if sure else "–"


def _apart_and_flips(writing: Writing, found: NetworkResult) -> Iterator[str]:
    assert writing.robustness is not None
    sure = writing.robustness.network(found.network.id)
    told = sure.flip_sentences and gathered_flips(
        writing.result.criteria, found, sure.switching_values
    )
    yield from filter(None, (sure.certainty.apart, *told))
