"""A fact check as plain text, with room to answer under each point."""

from __future__ import annotations

from natverkskollen.analysis.findings.fact_check import FactCheck

ANSWER = "Svar:"


def fact_check_text(check: FactCheck) -> str:
    """The page as plain text, with room to answer under each point."""
    parts = [check.title, *check.letter]
    for heading, items in (("Uppgifter", check.facts), ("Betyg", check.scores)):
        parts.append(heading.upper())
        parts += [
            "\n   ".join(filter(None, (f"{number}. {item.title}: {item.said}", item.basis, ANSWER)))
            for number, item in enumerate(items, 1)
        ]
    return "\n\n".join(parts) + "\n"
