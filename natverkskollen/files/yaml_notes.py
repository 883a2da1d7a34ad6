"""Notes that a person has written between the lines of a YAML file, which a rewrite would lose."""

from __future__ import annotations

import re

import yaml

_MARK = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def first_note(raw: bytes) -> int | None:
    """The line of the first comment below the file's header; None where there is none.

    The header is the comment at the top, which a rewrite keeps.

    >>> first_note(b"# the head\\nname: a#b"), first_note(b"a: 1\\nb: 2  # mine")
    (None, 2)
    """
    return next(iter(notes(raw.decode("utf-8-sig", "replace"))), None)


def notes(text: str) -> list[int]:
    """The line of every comment below the header of a file."""
    head = re.match(r"(#[^\n]*\n)*", text)
    marks = [found.start() for found in _MARK.finditer(text, head.end() if head else 0)]
    if not marks:
        return []
    spans = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(text, Loader=_LOADER)
        if isinstance(token, yaml.ScalarToken)
    ]
    return [
        text.count("\n", 0, at) + 1
        for at in marks
        if not any(start <= at < end for start, end in spans)
    ]
