"""Somebody who writes on the page Bedömning, without a browser: what they see and are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from tests.building.folders import ID
from tests.e2e.visitor import DrawnAnswer, Sent, Visitor, drawn_answers

Outcome = Literal["saved", "clash", "not saved"]
SAVED, CLASH = "Alla ändringar är sparade".encode(), b"skiljer sig"
_CHOICE = re.compile(r"\$\$ID-[0-9a-f]{32}-(svar/.+/deras)$")


@dataclass
class PageWriter:
    """One open page of one assessor's answers.

    `shown` is by an answer's key what reason the person last saw of the file there: what they have
    written themselves is that once the page says it is saved, and until then it is in `unsaved`.
    """

    page: Visitor
    assessor: str
    shown: dict[str, str] = field(default_factory=dict)
    answers: dict[str, DrawnAnswer] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    unsaved: set[str] = field(default_factory=set)

    @classmethod
    async def opening(cls, page: Visitor, assessor: str) -> PageWriter:
        """The page as it is when it has been opened."""
        writer = cls(page, assessor)
        await writer._send({})
        return writer

    async def write(self, network: str, criterion: str, words: str) -> Outcome:
        """Write in the rationale of an answer; what the page says has come of it."""
        key = f"svar/{ID}/{self.assessor}/{network}/{criterion}"
        self.unsaved.add(words)
        said = await self._send(self.answers[key].written(rationale=words))
        if CLASH in said:
            self.unsaved.clear()
            # What the other wrote is looked at and left as it is.
            await self._send({self.choices.pop(f"{key}/deras"): True})
            return "clash"
        if SAVED not in said:
            return "not saved"
        self.unsaved.clear()
        self.shown[key] = words
        return "saved"

    def sees(self, network: str, criterion: str) -> str:
        """What the person last saw of the file in the field."""
        return self.shown[f"svar/{ID}/{self.assessor}/{network}/{criterion}"]

    async def _send(self, sent: Sent) -> bytes:
        self.page.heard.clear()
        self.page.said = b""
        await self.page.ask("bedomning", f"utvardering={ID}&bedomare={self.assessor}", sent)
        await self.page.drawn()
        for key, answer in drawn_answers(self.page.heard).items():
            self.answers[key] = answer
            if answer.fields["rationale"] not in self.unsaved:
                self.shown[key] = answer.fields["rationale"]
        for message in self.page.heard:
            if found := _CHOICE.match(message.delta.new_element.button.id):
                self.choices[found[1]] = message.delta.new_element.button.id
        return self.page.said
