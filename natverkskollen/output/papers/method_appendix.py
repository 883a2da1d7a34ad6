"""Bilaga 2: how the figures were counted, how much they bear, and what it takes to repeat them."""

from __future__ import annotations

from natverkskollen.output.papers.blocks import Section
from natverkskollen.output.papers.checked import checked
from natverkskollen.output.papers.cost_tables import cost_tables
from natverkskollen.output.papers.method import method
from natverkskollen.output.papers.sensitivity import sensitivity
from natverkskollen.output.papers.trace import trace
from natverkskollen.output.papers.writing import Writing


def method_appendix(writing: Writing) -> tuple[Section, ...]:
    """Method, cost, sensitivity, what was found in the material, and the figures to check by."""
    return (
        Section("metod", "Så är värdena räknade", tuple(method(writing))),
        Section("kanslighet", "Så säkert är resultatet", tuple(sensitivity(writing))),
        Section("kostnad", "Så är kostnaden räknad", cost_tables(writing)),
        Section("iakttagelser", "Iakttagelser i underlaget", tuple(checked(writing))),
        Section("kontroll", "Underlag för kontroll", tuple(trace(writing))),
    )
