"""How the figures of the appendix are counted: scale, limits, grades, weights, and sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.wording import (
    ENDS,
    GRADES,
    verdict_heading,
)
from natverkskollen.output.papers.blocks import Block, Bullets, Heading, Paragraph, Table
from natverkskollen.output.papers.sources import document_words
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, lower_first


def method(writing: Writing) -> Iterator[Block]:
    """What a reader needs to follow the figures, with the remarks before it."""
    result = writing.result
    criteria, rules = result.criteria, result.criteria.verdict
    for remark in remarks(writing):
        yield Paragraph(remark, kind="remark")
    yield Heading(3, "Så är värdena räknade")
    low, high = criteria.scale.min, criteria.scale.max
    widths = criteria.evidence_grades
    members = {found.member for found in result.networks}
    keep, leave = (verdict_heading(word, members) for word in ENDS)
    minimums = [
        f"nivå {level} på ”{criterion.title}”"
        for id_, level in rules.minimum.items()
        if (criterion := criteria.criterion(id_))
    ]
    yield Paragraph(
        f"Kriterierna bedöms på skalan {low}–{high}. Nivå {low} är värd 0 och nivå {high} är värd "
        f"100. Alla värden, spann och andelar är beräknade av Nätverkskollen. {keep} gäller från "
        f"{number(rules.keep_from)} och {lower_first(leave)} under {number(rules.leave_below)}. "
        "Däremellan gäller avvakta."
        + (f" För {lower_first(keep)} krävs minst {' och '.join(minimums)}." if minimums else "")
    )
    yield Bullets(
        tuple(
            f"Belägg {GRADES[grade]}: {_width_words(widths[grade])}." for grade in ("A", "B", "C")
        )
    )
    chosen = writing.evaluation.weighting
    yield Table(
        f"Vikter: {result.weighting_title}",
        ("Tema", "Andel av vikten"),
        tuple((t.title, _share(result.weights[t.id])) for t in criteria.themes),
        (70, 30),
        numeric=(1,),
    )
    if chosen.chosen_by:
        yield Paragraph(chosen.chosen_by, lead="Vikterna är valda av:")
    if chosen.reason:
        yield Paragraph(chosen.reason, lead="Skäl för vikterna:")
    documents = writing.documents
    if documents:
        yield Heading(3, "Källor")
        yield Paragraph("Beläggen hänvisar till källorna med K och nummer.")
        marked = (f"K{n}: {document_words(each)}" for n, each in enumerate(documents, 1))
        yield Bullets(tuple(marked), small=True)


def _share(weight: Fraction) -> str:
    return f"{number(weight * 100, None if (weight * 100).denominator == 1 else 1)}{HARD}%"


def _width_words(width: Decimal) -> str:
    if not width:
        return "nivån räknas som säker"
    return f"nivån kan vara {number(width)} steg för hög eller för låg"


def remarks(writing: Writing) -> tuple[str, ...]:
    """What a reader must know before any figure: that it is fictional, and the entered remark."""
    who = capital(writing.evaluation.municipality.definite)
    fictional = f"Påhittat exempel. {who}, bedömningarna och besluten är inte verkliga."
    entered = writing.evaluation.remark
    return tuple(filter(None, [fictional if writing.evaluation.fictional else "", entered]))
