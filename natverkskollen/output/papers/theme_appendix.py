"""Bilaga: every answer with its level, rationale and evidence, and what makes it repeatable."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.assessment import Ground
from natverkskollen.analysis.cost import cost_words
from natverkskollen.analysis.facts import scaled_value
from natverkskollen.analysis.result import CriterionResult, NetworkResult
from natverkskollen.analysis.wording import (
    GRADES,
    answer_words,
    bounds_words,
    cell_words,
    value_words,
)
from natverkskollen.model.answer import Evidence
from natverkskollen.output.papers.blocks import Block, Bullets, Heading, Paragraph, Table
from natverkskollen.output.papers.checked import checked, earlier_criteria
from natverkskollen.output.papers.economy import fee_sentences
from natverkskollen.output.papers.method_appendix import method
from natverkskollen.output.papers.sources import evidence_sources, mark, newest
from natverkskollen.output.papers.writing import COMPUTED, Writing, computed_title, dated
from natverkskollen.swedish.money import kr
from natverkskollen.swedish.numbers import number, percent
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital


def appendix(writing: Writing) -> tuple[Block, ...]:
    """How it was scored, every answer in full, and the figures that identify the calculation."""
    parts = (method, _answers, earlier_criteria, _sums, checked, _trace)
    return tuple(block for part in parts for block in part(writing))


def _answers(writing: Writing) -> Iterator[Block]:
    result = writing.result
    for position, theme in enumerate(result.criteria.themes):
        yield Heading(3, theme.title)
        for place, criterion in enumerate(theme.criteria):
            yield Heading(4, criterion.title)
            yield Paragraph(criterion.question, kind="meta")
            for found in result.networks:
                yield from _cell(writing, found, found.themes[position].criteria[place])


def _cell(writing: Writing, found: NetworkResult, cell: CriterionResult) -> Iterator[Block]:
    name = f"{writing.rows[found.network.id, cell.criterion.id]} {found.network.short}"
    if not cell.criterion.asked:
        figure = cell.assessment.figure
        yield Paragraph(f"{name}: {'okänt belopp' if figure is None else kr(figure)}", kind="label")
        yield Paragraph(_worth(cell), kind="meta")
        yield Paragraph(fee_sentences(found.cost), kind="quote", lead=f"{COMPUTED}:")
        return
    grounds = [ground for ground in cell.assessment.grounds if _says_something(ground)]
    if not grounds:
        yield Paragraph(f"{name}: Ej bedömt", kind="label")
        return
    several = len(grounds) > 1
    if several:
        yield Paragraph(f"{name}: {cell_words(cell)}", kind="label")
        yield Paragraph(f"{_worth(cell)} Så här svarade var och en:", kind="meta")
    for ground in grounds:
        words = answer_words(writing.result.criteria, cell.criterion, ground.answer)
        support = _ground_words(writing, cell, ground)
        if several:
            yield Paragraph(f"{words}. {support}", kind="meta", lead=f"{ground.assessor.role}:")
        else:
            yield Paragraph(f"{name}: {words}", kind="label")
            said = f"{support} Svarat: {ground.assessor.role}."
            yield Paragraph(f"{_worth(cell)} {said}", kind="meta")
        yield Paragraph(ground.answer.rationale or "Motivering saknas.", kind="quote")
        if ground.answer.evidence:
            yield Bullets(
                tuple(evidence_words(writing, found, each) for each in ground.answer.evidence),
                small=True,
            )


def _says_something(ground: Ground) -> bool:
    answer = ground.answer
    return bool(answer.score is not None or answer.not_applicable or answer.rationale)


def _worth(cell: CriterionResult) -> str:
    share = f"{number(cell.share * 100, 1)}{HARD}procent av vikten"
    if cell.value is None:
        return f"{capital(share)}."
    span = "" if cell.low == cell.high else f" (spann {bounds_words(cell.low, cell.high)})"
    return f"Beräknat värde {value_words(cell.value)} av 100{span}, {share}."


def _ground_words(writing: Writing, cell: CriterionResult, ground: Ground) -> str:
    answer, said = ground.answer, []
    if answer.score is not None:
        said.append(f"Belägg: {GRADES[answer.grade] if answer.grade else 'ingen grad angiven'}.")
    if not answer.evidence and answer.score is not None and cell.criterion.evidence == "required":
        said.append("Belägg krävs men saknas.")
    if ground.assessor.date:
        said.append(f"Datum: {writing.as_of(ground.assessor.date)}.")
    return " ".join(said)


def evidence_words(writing: Writing, found: NetworkResult, evidence: Evidence) -> str:
    """What an answer rests on: claim, figure, date, and document, place and quote."""
    said = []
    if evidence.claim:
        said.append(evidence.claim.rstrip("."))
    if evidence.figure is not None:
        unit = f"{HARD}{evidence.unit}" if evidence.unit else ""
        said.append(f"{number(evidence.figure)}{unit}")
    if evidence.as_of:
        said.append(f"uppgift per {writing.as_of(evidence.as_of)}")
    for fact in newest(found.network, evidence.fact):
        said.append(f"{fact.label}: {scaled_value(fact)}, {dated(writing, fact)}")
    places = [
        f"{mark(writing.documents, writing.result, found, source.document)}, {source.place}: "
        f"”{source.quote.strip('”')}”"
        for source in evidence_sources(found, evidence)
    ]
    return " ".join([f"{'; '.join(said)}.", *places])


def _sums(writing: Writing) -> Iterator[Block]:
    """The row that each network's figures in the text stand on, and how sure its verdict is."""
    yield Heading(3, "Sammanvägt värde")
    yield Table(
        computed_title("Sammanvägt värde, spann och kostnad"),
        ("Rad", "Nätverk", "Värde", "Spann", "Bedömd andel", "Kostnad per år"),
        tuple(
            (
                writing.rows[found.network.id, ""],
                found.network.short,
                value_words(found.total),
                bounds_words(found.low, found.high),
                percent(found.coverage).replace("procent", "%"),
                cost_words(found.cost),
            )
            for found in writing.result.networks
        ),
        (8, 30, 12, 14, 16, 20),
        numeric=(2, 3, 4, 5),
    )
    sure = writing.robustness
    if sure:
        said = (writing.sure(found) for found in writing.result.networks)
        tried = f"säkerheten, prövad med {number(sure.draws)} försök, frö {sure.seed}"
        yield Paragraph(f"{COMPUTED}: {tried}", kind="label")
        yield Bullets(tuple(filter(None, said)))


def _trace(writing: Writing) -> Iterator[Block]:
    result, evaluation = writing.result, writing.evaluation
    status = "färdigställd" if evaluation.status == "final" else "utkast"
    revision = result.criteria.revision
    if result.older_revision:
        revision += f" (utvärderingen gjordes på {evaluation.criteria_revision})"
    covered = [f"{found.network.short} {percent(found.coverage)}" for found in result.networks]
    yield Heading(3, "Underlag för kontroll")
    yield Table(
        "Beräkningens underlag",
        ("Uppgift", "Värde"),
        (
            ("Utvärdering", f"{evaluation.title} ({evaluation.id}), {status}"),
            ("Kriteriesamling", f"{result.criteria.title} ({result.criteria.id})"),
            ("Kriteriernas version", revision),
            ("Andel av vikten som är bedömd", ", ".join(covered)),
            (
                "Folkmängd",
                f"{number(evaluation.municipality.inhabitants)} "
                f"({writing.as_of(evaluation.municipality.as_of)})",
            ),
            *_edited(writing),
            ("Underlagets kontrollsumma (SHA-256)", result.input_hash),
            ("Programversion", f"Nätverkskollen {result.program_version}"),
        ),
        (34, 66),
    )


def _edited(writing: Writing) -> Iterator[tuple[str, str]]:
    template = writing.template
    names = [template.heading(i) for i in template.kept if i in writing.evaluation.memo_texts]
    if names:
        yield "Avsnitt som är skrivna för hand", ", ".join(names)
