"""What an evaluation says beside its answers: needs, replies, texts, changes, the seal."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema, model_validator

from natverkskollen.files.fields import Day, Filled, Model, Slug, Text, problem


class Final(Model):
    """When an evaluation was made final, by whom (a role), and the hash of what it then said."""

    at: Day
    by: Text
    hash: Text


class Need(Model):
    """One goal or need; facts and criteria that share a tag with it tell who meets it."""

    id: Slug
    title: Text
    tags: Annotated[tuple[Slug, ...], Filled]


class MemoText(Model):
    """A section as a person wants it; `of` is the hash of the generated text it replaces."""

    text: Text
    of: Text


# What a person can have left out of bilaga 1: the table and the chart of its overview, the reasons
# beside the levels, and the alternatives.
AppendixPart = Literal["matrix", "chart", "reasons", "alternatives"]


def text_hash(text: str) -> str:
    """What a generated text is known by: enough of its SHA-256 to tell that it has changed."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


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


# What a reply to the counted fee is about; every other fact has an id in the network's file.
FEE = "medlemsavgift"


class ReplyItem(Model):
    """The reply to one fact or one score: it agrees, corrects (with a source) or comments."""

    fact: Slug | None = None
    criterion: Slug | None = None
    reply: Literal["agree", "correct", "comment"]
    text: Text | None = None
    source: Text | None = None

    @model_validator(mode="after")
    def _says_what_and_why(self) -> ReplyItem:
        if (self.fact is None) == (self.criterion is None):
            raise problem(
                "svaret ska gälla antingen en uppgift (fact) eller ett kriterium (criterion)",
                "Ange det ena av dem",
            )
        if self.reply != "agree" and not self.text:
            raise problem(
                f"svaret är '{self.reply}' men texten saknas",
                "Skriv vad nätverket rättar eller kommenterar i text",
            )
        if self.reply == "correct" and not self.source:
            raise problem(
                "en rättelse behöver en källa", "Skriv i source var den rätta uppgiften finns"
            )
        return self


class Reply(Model):
    """A network's whole reply; without items it has answered that it has nothing to add."""

    network: Slug
    date: Day
    items: tuple[ReplyItem, ...] = ()


def _steps(value: Any) -> Any:
    """Steps are whole numbers in a file, and text as keys in the history."""
    if not isinstance(value, dict):
        return value
    return {int(k) if isinstance(k, str) and k.isdecimal() else k: v for k, v in value.items()}


class RemovedCriterion(Model):
    """A criterion as it was asked, for as long as there are answers to it that do not count.

    `id` is what its answers stand under in the answer files. `became` is the criterion that took
    its place, where it was not removed but can no longer be answered the same way.
    """

    id: Slug
    title: Text
    question: Text | None = None
    levels: Annotated[dict[int, Text], BeforeValidator(_steps)] = {}
    unit: Text | None = None
    became: Slug | None = None


class CriteriaChange(Model):
    """One passage from a revision to another: the day, the role and the reason.

    `removed` are the criteria whose answers stopped counting then.
    """

    from_revision: Text
    to_revision: Text
    date: Day
    by: Text
    reason: Text
    removed: tuple[RemovedCriterion, ...] = ()
