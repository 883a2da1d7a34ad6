"""Bilaga 2: how the figures were counted, how much they bear, and what it takes to repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from natverkskollen.analysis.agreement import agreement, theme_agreements
from natverkskollen.analysis.findings.fact_check_reply import reply_sentence
from natverkskollen.analysis.population import DISTURBANCE, disturbed
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.robustness.plain_words import ONE_WORD
from natverkskollen.analysis.robustness.sentences import gathered_flips
from natverkskollen.analysis.wording import (
    ENDS,
    GRADES,
    bounds_words,
    exempt_words,
    lacking_sentence,
    missing_words,
    value_words,
    verdict_heading,
    verdict_name,
)
from natverkskollen.analysis.zero_alternative import zero_sentence
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.output.papers.blocks import Block, Bullets, Paragraph, Section, Table
from natverkskollen.output.papers.checked import checked
from natverkskollen.output.papers.cost_tables import cost_tables
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.dates import day_words
from natverkskollen.swedish.numbers import number, percent
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import listed, lower_first

PROGRAM = "Beräkningarna är gjorda i programmet Nätverkskollen. Bedömningarna är förvaltningens."


def method_appendix(writing: Writing) -> tuple[Section, ...]:
    """Method, cost, sensitivity, what was found in the material, and the figures to check by."""
    return (
        Section("metod", "Så är värdena räknade", tuple(_method(writing))),
        Section("kanslighet", "Så säkert är resultatet", tuple(_sensitivity(writing))),
        Section("kostnad", "Så är kostnaden räknad", cost_tables(writing)),
        Section("iakttagelser", "Iakttagelser i underlaget", tuple(checked(writing))),
        Section("kontroll", "Underlag för kontroll", tuple(_trace(writing))),
    )


def _method(writing: Writing) -> Iterator[Block]:
    result = writing.result
    criteria, rules = result.criteria, result.criteria.verdict
    low, high = criteria.scale.min, criteria.scale.max
    members = {found.member for found in result.networks}
    keep, leave = (verdict_heading(word, members) for word in ENDS)
    minimums = [
        f"nivå {level} på ”{lower_first(criterion.title)}”"
        for id_, level in rules.minimum.items()
        if (criterion := criteria.criterion(id_))
    ]
    yield Paragraph(
        f"{PROGRAM} Kriterierna bedöms på skalan {low}–{high}. Nivå {low} är värd 0 och nivå "
        f"{high} är värd 100. Resultatet är {lower_first(keep)} från {number(rules.keep_from)} och "
        f"{lower_first(leave)} under {number(rules.leave_below)}. Däremellan är det avvakta."
        + (f" För {lower_first(keep)} krävs minst {listed(minimums)}." if minimums else "")
        + f" {zero_sentence(result)}".rstrip()
    )
    widths = criteria.evidence_grades
    yield Bullets(
        tuple(
            f"{GRADES[grade]}: {_width_words(widths[grade])}{_part_words(criteria, grade)}."
            for grade in ("A", "B", "C")
        )
    )
    weights = listed([f"{t.title} {_share(result.weights[t.id])}" for t in criteria.themes])
    chosen = writing.evaluation.weighting
    said = [f"Vikter ({lower_first(result.weighting_title)}): {weights}."]
    said += [f"Vikterna är valda av {lower_first(chosen.chosen_by)}."] if chosen.chosen_by else []
    said += [chosen.reason] if chosen.reason else []
    yield Paragraph(" ".join(said))
    agreed = agreement(result.dossier)
    if agreed:
        yield Paragraph(agreed.words)
        yield Bullets(tuple(theme_agreements(result.dossier)))


def _share(weight: Fraction) -> str:
    return f"{number(weight * 100, None if (weight * 100).denominator == 1 else 1)}{HARD}%"


def _width_words(width: Decimal) -> str:
    if not width:
        return "nivån räknas som säker"
    return f"nivån kan vara {number(width)} steg för hög eller för låg"


def _part_words(criteria: CriteriaSet, grade: Literal["A", "B", "C"]) -> str:
    part = criteria.number_grades.get(grade)
    return f", ett tal eller en kostnad {number(part)}{HARD}procent" if part else ""


def _sensitivity(writing: Writing) -> Iterator[Block]:
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


def _trace(writing: Writing) -> Iterator[Block]:
    result, evaluation = writing.result, writing.evaluation
    status = "färdigställd" if evaluation.status == "final" else "utkast"
    revision = result.criteria.revision
    if result.older_revision:
        revision += f" (utvärderingen gjordes på {evaluation.criteria_revision})"
    replies = [reply_sentence(evaluation, found.network) for found in result.networks]
    if not evaluation.replies and len(replies) > 1:
        replies = ["Inget av nätverken har granskat uppgifterna."]
    roles = "; ".join(lower_first(assessor.role) for assessor in evaluation.assessors)
    yield Table(
        "Beräkningens underlag",
        ("Uppgift", "Värde"),
        (
            ("Utvärdering", f"{evaluation.title} ({evaluation.id}), {status}"),
            ("Kriterier", f"{result.criteria.title} ({result.criteria.id}), version {revision}"),
            ("Bedömare", roles),
            (
                "Folkmängd",
                f"{number(evaluation.municipality.inhabitants)} "
                f"({writing.as_of(evaluation.municipality.as_of)})"
                f"{f'. {DISTURBANCE}' if disturbed(evaluation.municipality) else ''}",
            ),
            *_edited(writing),
            ("Medlem sedan", "; ".join(map(_since, result.networks))),
            ("Nätverkens granskning", " ".join(replies)),
            ("Underlagets kontrollsumma (SHA-256)", result.input_hash),
            ("Programversion", result.program_version),
        ),
        (28, 72),
    )


def _since(found: NetworkResult) -> str:
    """Since when, and by which decision."""
    membership = found.membership
    if not found.member:
        return f"{found.network.short}: inte medlem"
    day = day_words(membership.since, iso=True) if membership.since else "dagen är inte angiven"
    joined = f" ({membership.joined_by})" if membership.joined_by else ""
    return f"{found.network.short}: {day}{joined}"


def _edited(writing: Writing) -> Iterator[tuple[str, str]]:
    template = writing.template
    names = [template.heading(i) for i in template.kept if i in writing.evaluation.memo_texts]
    if names:
        yield "Avsnitt som är skrivna för hand", ", ".join(names)
