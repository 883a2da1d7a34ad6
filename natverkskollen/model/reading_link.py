"""A link that opens the page for the committee of one evaluation until a day, signed with a key.

It is an address with everything in it and a signature over it (HMAC-SHA256, RFC 2104). Its number
is what it is called back by, in access.yaml; nothing is kept of it here.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from typing import Final

from natverkskollen.model.principal import Principal

ISSUER: Final = "läslänk"
PATH: Final = "las"
MOST_DAYS: Final = 366
_NUMBER = re.compile(r"[0-9a-f]{8}")


class NotALink(Exception):
    """Why a link opens nothing: Swedish sentences for whoever has followed it."""


@dataclass(frozen=True)
class ReadingLink:
    """What a link opens, to the end of which day, and the number it is called back by."""

    evaluation: str
    until: date
    number: str

    def address(self, server: str, key: str) -> str:
        """The whole address at a server."""
        place = f"{PATH}/{self.evaluation}/{self.until:%Y-%m-%d}/{self.number}"
        return f"{server}/{place}/{self._signature(key)}"

    @property
    def reader(self) -> Principal:
        """Who reads by the link: nobody known, and of one evaluation."""
        return Principal(
            ISSUER, self.number, f"läslänk {self.number}", "", frozenset({self.evaluation})
        )

    def _signature(self, key: str) -> str:
        said = "\n".join((ISSUER, self.evaluation, f"{self.until:%Y-%m-%d}", self.number))
        made = hmac.new(key.encode(), said.encode(), hashlib.sha256).digest()
        return urlsafe_b64encode(made).decode().rstrip("=")

    def signed_as(self, signature: str, key: str) -> bool:
        """Whether it was made with the key; how long it takes does not tell how near it was."""
        return hmac.compare_digest(self._signature(key).encode(), signature.encode())


def read_link(path: str, key: str, today: date) -> ReadingLink:
    """The link in a path below the program's; raises NotALink where it opens nothing today."""
    parts = path.split("/")
    try:
        start, evaluation, day, number, signature = parts
        link = ReadingLink(evaluation, date.fromisoformat(day), number)
    except ValueError:
        start = day = signature = ""
        link = None
    whole = link and start == PATH and key and f"{link.until:%Y-%m-%d}" == day
    if link is None or not whole or not _NUMBER.fullmatch(link.number):
        raise NotALink("Länken är avklippt eller felskriven. Be om den igen.")
    if not link.signed_as(signature, key):
        raise NotALink("Länken är ändrad eller avklippt. Be om den igen.")
    if today > link.until:
        raise NotALink("Länken gäller inte längre. Be den som skickade den om en ny.")
    return link
