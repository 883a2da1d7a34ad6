"""A filled-in form as it was read: the assessors' sheets of a workbook, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field

from natverkskollen.editing.score_form import FormHead
from natverkskollen.files.workbook import Value


@dataclass(frozen=True)
class FormRow:
    """One row: which answer it is, where it stands, and its cells by the field's name.

    `merged` says that a cell of it lies under another, `named` is what the row calls the network.
    """

    network: str
    criterion: str
    place: str
    cells: dict[str, Value]
    merged: bool = False
    named: str = ""


@dataclass(frozen=True)
class FormSheet:
    """One assessor's sheet."""

    name: str
    head: FormHead
    rows: tuple[FormRow, ...]


@dataclass
class Forms:
    """The sheets of a workbook that are forms, and what is to be told of the others."""

    sheets: list[FormSheet] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
