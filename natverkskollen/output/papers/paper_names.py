"""What the papers of a case are called, in their order and as files."""

from __future__ import annotations

from collections.abc import Mapping

from natverkskollen.output.papers.blocks import PaperId

APPENDICES: Mapping[PaperId, str] = {
    "bilaga-1": "Bilaga 1. Bedömning tema för tema",
    "bilaga-2": "Bilaga 2. Metod, kostnad och känslighetsanalys",
}
SOURCES = "Källor och citat"
_FILES: Mapping[PaperId, str] = {
    "tjansteskrivelse": "tjansteskrivelse",
    "bilaga-1": "bilaga-1-bedomning",
    "bilaga-2": "bilaga-2-metod",
    "kallor": "kallor-och-citat",
}


def file_name(paper: PaperId, evaluation: str, ending: str) -> str:
    """The name of a paper's file: `bilaga-1-bedomning-huddinge-2025.docx`."""
    return f"{_FILES[paper]}-{evaluation}.{ending}"
