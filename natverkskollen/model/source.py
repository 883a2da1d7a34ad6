"""Where a figure comes from: the document, the place in it and the words that say it."""

from __future__ import annotations

from pydantic import model_validator

from natverkskollen.files.fields import Day, Model, Slug, Text, problem


class Document(Model):
    """A document that facts are taken from, and at least one way to find it.

    `file` is its name in the case, `url` its address, `diarienummer` its number in a register.
    `enclosed` says that it is sent out with the case; a source as such is not.
    """

    id: Slug
    title: Text
    publisher: Text | None = None
    published: Day | None = None
    file: Text | None = None
    url: Text | None = None
    diarienummer: Text | None = None
    note: Text | None = None
    enclosed: bool = False

    @model_validator(mode="after")
    def _can_be_found(self) -> Document:
        if not (self.file or self.url or self.diarienummer or self.note):
            raise problem(
                f"dokumentet '{self.id}' går inte att hitta: alla sätt att hitta det saknas",
                "Ange file (filnamn), url (adress), diarienummer eller note (var det finns)",
            )
        return self


class Source(Model):
    """The place that supports one statement.

    `quote` is the wording, with scanning errors corrected; `original` is the wording exactly as
    it stands in the document where the two differ. `read` is the day somebody read it there.
    """

    document: Slug
    place: Text
    quote: Text
    original: Text | None = None
    read: Day | None = None
