"""Somebody who writes on the page Bedömning, without a browser: what they see and are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tests.building.folders import ID
from tests.e2e.visitor import Visitor

Outcome = Literal["saved", "clash", "not saved"]
SAVED, CLASH = "Alla ändringar är sparade".encode(), b"skiljer sig"
_FIELD = re.compile(r"\$\$ID-[0-9a-f]{32}-(svar/.+/(?:rationale|deras))$")


@dataclass
class PageWriter:
    """One open page of one assessor's answers. `shown` is what stands in each field, by its key."""

    page: Visitor
    assessor: str
    shown: dict[str, str]
    ids: dict[str, str]

    @classmethod
    async def opening(cls, page: Visitor, assessor: str) -> PageWriter:
        """The page as it is when it has been opened."""
        writer = cls(page, assessor, {}, {})
        await writer._send({})
        return writer

    async def write(self, network: str, criterion: str, words: str) -> Outcome:
        """Write in the rationale of an answer; what the page says has come of it."""
        key = f"svar/{ID}/{self.assessor}/{network}/{criterion}"
        self.shown[f"{key}/rationale"] = words
        said = await self._send({self.ids[f"{key}/rationale"]: words})
        if CLASH in said:
            # What the other wrote is looked at and left as it is.
            await self._send({self.ids.pop(f"{key}/deras"): True})
            return "clash"
        return "saved" if SAVED in said else "not saved"

    def sees(self, network: str, criterion: str) -> str:
        """What stands in the field now."""
        return self.shown[f"svar/{ID}/{self.assessor}/{network}/{criterion}/rationale"]

    async def _send(self, sent: dict[str, str | bool]) -> bytes:
        self.page.heard.clear()
        self.page.said = b""
        await self.page.ask("bedomning", f"utvardering={ID}&bedomare={self.assessor}", sent)
        await self.page.drawn()
        for message in self.page.heard:
            element = message.delta.new_element
            if found := _FIELD.match(element.text_area.id):
                fresh = self.ids.get(found[1]) != element.text_area.id
                if element.text_area.set_value:
                    self.shown[found[1]] = element.text_area.value
                elif fresh:
                    self.shown[found[1]] = element.text_area.default
                self.ids[found[1]] = element.text_area.id
            elif found := _FIELD.match(element.button.id):
                self.ids[found[1]] = element.button.id
        return self.page.said
