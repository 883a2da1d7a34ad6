"""The explanation a person has given of a finding, and the id that a finding has."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from natverkskollen.files.fields import Day, Model, Text, problem

_SIGNS = set("abcdefghijklmnopqrstuvwxyz0123456789-/")


def _finding_id(text: str) -> str:
    if not text or set(text) - _SIGNS or text.startswith("/") or text.endswith("/"):
        raise problem(
            f"ska vara id för en punkt att kontrollera, men är '{text}'",
            "Skriv id så som sidan Nätverken visar det, till exempel: motsagelse/sekom/medlemmar",
        )
    return text


FindingId = Annotated[
    str,
    AfterValidator(_finding_id),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)*$"}),
]


class FindingAnswer(Model):
    """The explanation of one finding, by role, from the day it was given."""

    id: FindingId
    answer: Text
    by: Text
    date: Day
