"""The environment that the program was started in, read setting by setting with every mistake said.

A secret may also stand in the file that its name with _FILE points at.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

from natverkskollen.files.problem import DataError, Problem

T = TypeVar("T")
PREFIX: Final = "NATVERKSKOLLEN_"
SHORTEST_SECRET: Final = 32  # signs: as many as `openssl rand -hex 16` gives
_TOKEN = re.compile(r"[A-Za-z0-9-]+")


class Environment:
    """The settings of the environment, read one at a time; what is wrong with them is gathered."""

    def __init__(self, told: Mapping[str, str]):
        self._told = told
        self._problems: list[Problem] = []

    def text(self, name: str) -> str:
        """What is set, without spaces around it; empty where nothing is."""
        return self._told.get(PREFIX + name, "").strip()

    def word(self, name: str, words: tuple[T, ...], default: T) -> T:
        """One of these words."""
        found = self.text(name)
        if found in words:
            return words[words.index(found)]
        if found:
            wanted = ", ".join(map(str, words))
            self._wrong(name, f"”{found}” går inte att välja", f"Skriv något av {wanted}")
        return default

    def needed(self, name: str, meaning: str) -> str:
        """What must be set."""
        found = self.text(name)
        if not found:
            self._wrong(name, "är inte satt", f"Ange {meaning}")
        return found

    def secret(self, name: str, shortest: int = SHORTEST_SECRET) -> str:
        """A secret, from the environment or the file that the name with _FILE points at."""
        found, file = self.text(name), self.text(f"{name}_FILE")
        if file and not found:
            try:
                found = Path(file).read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError):
                what = f"filen {file} går inte att läsa"
                self._wrong(f"{name}_FILE", what, "Rätta sökvägen eller filens rättigheter")
                return ""
        made = "Gör en med openssl rand -hex 32, och lägg den i miljön eller i en fil"
        if not found:
            self._wrong(name, "är inte satt", f"{made} som {PREFIX}{name}_FILE pekar på")
        elif len(found) < shortest:
            self._wrong(name, f"är kortare än {shortest} tecken", made)
        return found

    def optional_secret(self, name: str) -> str:
        """A secret that need not be set."""
        told = self.text(name) or self.text(f"{name}_FILE")
        return self.secret(name) if told else ""

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number between two others."""
        found = self.text(name)
        if found and not (found.isdecimal() and least <= int(found) <= most):
            remedy = f"Skriv ett heltal från {least} till {most}"
            self._wrong(name, f"”{found}” går inte att använda", remedy)
            return default
        return int(found or default)

    def header(self, name: str, default: str = "") -> str:
        """The name of a header, in small letters."""
        found = self.text(name) or default
        if found and not _TOKEN.fullmatch(found):
            self._wrong(name, f"”{found}” är inget namn på ett huvud", "Skriv som X-Remote-User")
        return found.lower()

    def address(self, name: str) -> str:
        """An address of https, or of this computer."""
        found = self.text(name).rstrip("/")
        parts = self._try(name, found, urlsplit, "Skriv som https://natverkskollen.kommunen.se")
        if parts is None:
            return ""
        here = parts.hostname in ("localhost", "127.0.0.1", "::1")
        fits = parts.scheme == "https" or (parts.scheme == "http" and here)
        if not found or not parts.hostname or not fits or parts.query or parts.username:
            what = f"”{found}” är ingen adress med https" if found else "är inte satt"
            self._wrong(name, what, "Skriv som https://natverkskollen.kommunen.se")
        return found

    def networks(self, name: str) -> tuple[IPv4Network | IPv6Network, ...]:
        """The addresses of computers, or of networks of them; not of everybody."""
        remedy = "Skriv proxyns adress, som 127.0.0.1 eller 10.2.3.0/24, med komma mellan flera"
        names = [each.strip() for each in self.text(name).split(",") if each.strip()]
        if not names:
            self._wrong(name, "är inte satt", remedy)
        found = [self._try(name, each, ip_network, remedy) for each in names]
        for each in found:
            if each is not None and each.prefixlen == 0:
                self._wrong(name, f"{each} är alla datorer", remedy)
        return tuple(each for each in found if each is not None)

    def nothing_of(self, names: Sequence[str]) -> None:
        """That nobody believes that there is a login where there is none."""
        for name in filter(self.text, names):
            what = f"är satt, men {PREFIX}LOGIN säger att ingen loggar in"
            self._wrong(name, what, f"Sätt {PREFIX}LOGIN till header eller oidc, eller ta bort den")

    def unless_wrong(self, settings: T, names: Sequence[str] = ()) -> T:
        """The settings; DataError where something in them was wrong, or one of `names` misspelt."""
        ours = [n.removeprefix(PREFIX) for n in self._told if names and n.startswith(PREFIX)]
        for name in set(ours).difference(names):
            if meant := difflib.get_close_matches(name, names, 1, 0.7):
                self._wrong(name, "finns inte", f"Menar du {PREFIX}{meant[0]}")
        if self._problems:
            raise DataError(self._problems)
        return settings

    def _try(self, name: str, found: str, read: Callable[[str], T], remedy: str) -> T | None:
        try:
            return read(found)
        except ValueError:
            self._wrong(name, f"”{found}” går inte att använda", remedy)
            return None

    def _wrong(self, name: str, what: str, remedy: str) -> None:
        self._problems.append(Problem(PREFIX + name, 0, what, remedy))
