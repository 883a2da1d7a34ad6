"""Somebody who writes on the page Bedömning, without a browser: what they see and are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from tests.building.folders import ID
from tests.e2e.visitor import Visitor

Outcome = Literal["saved", "clash", "not saved"]
SAVED, CLASH = "Alla ändringar är sparade".encode(), b"skiljer sig"
_FIELD = re.compile(r"\$\$ID-[0-9a-f]{32}-(svar/.+/(?:rationale|deras))$")


@dataclass
class PageWriter:
    """One open page of one assessor's answers.

    `shown` is by a field's key what the person last saw of the file there: what they have written
    themselves is that once the page says it is saved, and until then it is in `unsaved`.
    """

    page: Visitor
    assessor: str
    shown: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
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
        said = await self._send({self.ids[f"{key}/rationale"]: words})
        if CLASH in said:
            self.unsaved.clear()
            # What the other wrote is looked at and left as it is.
            await self._send({self.ids.pop(f"{key}/deras"): True})
            return "clash"
        if SAVED not in said:
            return "not saved"
        self.unsaved.clear()
        self.shown[f"{key}/rationale"] = words
        return "saved"

    def sees(self, network: str, criterion: str) -> str:
        """What the person last saw of the file in the field."""
        return self.shown[f"svar/{ID}/{self.assessor}/{network}/{criterion}/rationale"]

    async def _send(self, sent: dict[str, str | bool]) -> bytes:
        self.page.heard.clear()
        self.page.said = b""
        await self.page.ask("bedomning", f"utvardering={ID}&bedomare={self.assessor}", sent)
        await self.page.drawn()
        for message in self.page.heard:
            element = message.delta.new_element
            if found := _FIELD.match(element.text_area.id):
                area = element.text_area
                if area.set_value and area.value not in self.unsaved:
                    self.shown[found[1]] = area.value
                elif self.ids.get(found[1]) != area.id and not area.set_value:
                    self.shown[found[1]] = area.default
                self.ids[found[1]] = element.text_area.id
            elif found := _FIELD.match(element.button.id):
                self.ids[found[1]] = element.button.id
        return self.page.said
