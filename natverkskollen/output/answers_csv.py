"""Every answer as a CSV file for a spreadsheet."""

from __future__ import annotations

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.answer_rows import HEADING, answer_rows
from natverkskollen.output.csv_table import csv_bytes


def answers_csv(dossier: Dossier) -> bytes:
    """The answers of an evaluation, one row each, as a CSV file that Excel opens rightly."""
    return csv_bytes(HEADING, answer_rows(dossier))
