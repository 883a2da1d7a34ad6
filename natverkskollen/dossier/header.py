"""What an evaluation is known by in a list, read without reading all of it.

With a hundred evaluations in the folder only the one a person opens is read in full. What is told
here is never more than a list to choose from: opening is what decides whether a file is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from natverkskollen.files.yaml_tree import Refusal, read_tree
from natverkskollen.model.evaluation import Evaluation

_KEY = re.compile(r"(title|fictional|case):(.*)")
_DAY = re.compile(r"( +)date: *\S.*")


@dataclass(frozen=True)
class Header:
    """What a list of evaluations needs to know of one."""

    title: str
    day: date
    fictional: bool = False


def header_of(evaluation: Evaluation) -> Header:
    """The header of an evaluation that has been read in full."""
    return Header(evaluation.title, evaluation.case.date, evaluation.fictional)


def read_header(raw: bytes) -> Header | None:
    """The header in the bytes of an evaluation.yaml; None where only a whole reading can tell."""
    try:
        data = read_tree("\n".join(_rows(raw.decode("utf-8-sig"))).encode()).data
        title, fictional = data["title"], data.get("fictional", False)
        day = date.fromisoformat(data["case"]["date"])
    except (Refusal, UnicodeDecodeError, LookupError, TypeError, ValueError, AttributeError):
        return None
    if not isinstance(title, str) or not title.strip() or not isinstance(fictional, bool):
        return None
    return Header(title, day, fictional)


def _rows(text: str) -> Iterator[str]:
    """The rows of the keys asked for, with what is indented under a title; of a case its day."""
    inside, indent = "", ""
    for row in text.splitlines():
        if row[:1] not in (" ", "\t", "#", ""):
            found = _KEY.fullmatch(row)
            inside, indent = (found[1] if found else ""), ""
            if found:
                yield row
        elif inside == "case" and row.strip() and not row.lstrip().startswith("#"):
            indent = indent or row[: len(row) - len(row.lstrip())]
            day = _DAY.fullmatch(row)
            if day and day[1] == indent:
                yield row
        elif inside and inside != "case":
            yield row
