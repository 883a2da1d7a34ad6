"""How every cost was counted, line by line, beside what the documents quote: for bilaga 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from natverkskollen.analysis.cost import cost_words, least, line_words
from natverkskollen.analysis.cost_bases import bases_sentence
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.model.membership import QuotedFee
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.on_paper import on_paper
from natverkskollen.output.papers.blocks import Block, Paragraph, Picture, Table
from natverkskollen.output.papers.budgets import TWO
from natverkskollen.output.papers.cost_words import known_total
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.money import kr, kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import listed

_UNKNOWN = "okänt"


def quoted_words(quoted: QuotedFee) -> str:
    """A quoted fee as its document states it: `cirka 40 000 kronor`."""
    return f"{'cirka' + HARD if quoted.approximate else ''}{kronor(quoted.amount)}"


def cost_tables(writing: Writing) -> tuple[Block, ...]:
    """The cost of every membership line by line, the total and the total per inhabitant."""
    evaluation, networks = writing.evaluation, writing.result.networks
    members = [found for found in networks if found.member]
    blocks: list[Block] = [*_picture(writing)]
    if members:
        blocks.append(_cost_table(writing, members))
    others = [found for found in networks if not found.member]
    if others:
        blocks.append(
            Table(
                f"Vad det skulle kosta per år, avgifter för {evaluation.year}",
                _COST_HEADER,
                tuple(_cost_rows(others)),
                _COST_WIDTHS,
                numeric=(3,),
            )
        )
    quoted = [found for found in networks if found.cost.quoted]
    if quoted:
        blocks += _quoted_table(writing, quoted)
    without_hours = [f.network.short for f in networks if not f.cost.hours_counted]
    if without_hours:
        left_out = f"Arbetstid är inte angiven för {listed(without_hours)} och ingår inte."
        bases = bases_sentence(writing.result)
        blocks.append(Paragraph(bases or left_out))
    notes: dict[str, list[str]] = {}
    for found in networks:
        if found.membership.cost_note:
            notes.setdefault(found.membership.cost_note, []).append(found.network.short)
    blocks += [
        Paragraph(f"{note.rstrip('.')}.", lead=f"{listed(names)}:") for note, names in notes.items()
    ]
    return tuple(blocks)


_COST_HEADER = ("Nätverk", "Post", "Så är det räknat", "Kronor per år")
_COST_WIDTHS = (24, 19, 37, 20)


def _cost_rows(networks: Sequence[NetworkResult]) -> list[tuple[str, str, str, str]]:
    return [
        (found.network.short, line.label, line.basis, line_words(line))
        for found in networks
        for line in found.cost.lines
    ]


def _cost_table(writing: Writing, members: Sequence[NetworkResult]) -> Table:
    """What today's memberships cost, line by line, with the sum and the sum per inhabitant."""
    known, unknown = known_total(writing)
    rows = _cost_rows(members)
    more = "minst " if unknown else least(found.cost for found in members)
    total = kr(known)
    if len(unknown) == len(members) and not known:
        more, total = "", _UNKNOWN
    rows.append(("Alla nätverk", "Summa", "", f"{more}{total}"))
    who = writing.evaluation.municipality
    if who.inhabitants and total != _UNKNOWN:
        each = kr(known / who.inhabitants)
        basis = f"{number(who.inhabitants)} invånare {writing.as_of(who.as_of)}"
        rows.append(("Alla nätverk", "Per invånare", basis, f"{more}{each}"))
    return Table(
        f"Kostnad per år, avgifter för {writing.evaluation.year}",
        _COST_HEADER,
        tuple(rows),
        _COST_WIDTHS,
        numeric=(3,),
        totals=2 if rows[-1][1] == "Per invånare" else 1,
    )


def _picture(writing: Writing) -> Iterator[Block]:
    """The costs as bars, where there are some to compare; two are compared in the table."""
    drawing = cost_bars(writing.result)
    if drawing.legend and len(writing.result.networks) > TWO:
        yield Picture(on_paper(drawing), drawing.alt)


def _gap_cell(gap: Decimal | None) -> str:
    if gap is None:
        return _UNKNOWN
    return f"{kr(abs(gap))} {'mer' if gap > 0 else 'mindre'}" if gap else "ingen"


def _quoted_table(writing: Writing, quoted: list[NetworkResult]) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    places: dict[str, list[str]] = {}
    for found in quoted:
        cost = found.cost
        assert cost.quoted is not None
        rows.append(
            (
                found.network.short,
                line_words(cost.lines[0]),
                quoted_words(cost.quoted),
                _gap_cell(cost.quoted_gap),
            )
        )
        place = writing.document(found, cost.quoted.source.document)
        places.setdefault(f"{place}, {cost.quoted.source.place}", []).append(found.network.short)
    yield Table(
        "Avgiften jämförd med den som står i underlaget",
        ("Nätverk", "Beräknad avgift", "Enligt underlaget", "Underlaget anger"),
        tuple(rows),
        (28, 22, 26, 24),
        numeric=(1, 2, 3),
    )
    for place, names in places.items():
        yield Paragraph(f"Underlag för {listed(names)}: {place}.", kind="meta")


def year_cost(found: NetworkResult) -> str:
    """What one membership costs in a year, in a table cell."""
    words = cost_words(found.cost)
    return words if words == _UNKNOWN else f"{words} per år"
