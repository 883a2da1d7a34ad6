"""What a network has replied when it was asked to check what is said of it."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from natverkskollen.files.fields import Day, Model, Slug, Text, problem

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
