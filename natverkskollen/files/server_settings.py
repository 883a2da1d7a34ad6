"""What is set for a server: how people sign in, how long that lasts, which proxies are believed.

Read from the environment, a secret also from the file that its name with _FILE points at. Nothing
set is one person's own computer, where nobody signs in.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final, Literal, TypeVar, get_args
from urllib.parse import urlsplit

from natverkskollen.files.problem import DataError, Problem

Login = Literal["none", "header", "oidc"]
T = TypeVar("T")
PREFIX: Final = "NATVERKSKOLLEN_"
SHORTEST_SECRET: Final = 32  # signs: as many as `openssl rand -hex 16` gives
_TOKEN = re.compile(r"[A-Za-z0-9-]+")
_SECRETS = ("PROXY_SECRET", "OIDC_CLIENT_SECRET", "OIDC_COOKIE_SECRET")
ONLY_WITH_LOGIN = (
    *("ADDRESS", "IDLE", "LONGEST", "PROXIES", "HEADER_SECRET", "HEADER_SUBJECT"),
    *("HEADER_NAME", "HEADER_EMAIL", "HEADER_GROUPS", "HEADER_SEPARATOR", "HEADER_LOGOUT"),
    *("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_GROUPS", *_SECRETS),
    *(f"{each}_FILE" for each in _SECRETS),
)
_NAMES = ("LOGIN", "DATA", "AS", *ONLY_WITH_LOGIN)


@dataclass(frozen=True)
class HeaderLogin:
    """The headers a proxy states a person in, and how it is known to be that proxy.

    A header that nobody has named is empty and not read: a proxy that does not set it would let
    through what the browser says.
    """

    proxies: tuple[IPv4Network | IPv6Network, ...]
    secret: str = field(repr=False)
    secret_in: str
    subject: str
    name: str
    email: str
    groups: str
    separator: str
    leave: str  # where one signs out of the proxy; empty where nobody has said


@dataclass(frozen=True)
class OidcLogin:
    """The OpenID provider, and what it knows this program as."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    cookie_secret: str = field(repr=False)
    groups: str  # the claim the groups stand in


@dataclass(frozen=True)
class ServerSettings:
    """Everything set for a server; `address` is what a person writes, without a last slash."""

    login: Login = "none"
    address: str = ""
    idle: timedelta = timedelta(minutes=45)
    longest: timedelta = timedelta(hours=10)
    header: HeaderLogin | None = None
    oidc: OidcLogin | None = None

    @property
    def origin(self) -> str:
        """The address without any path, as a browser states it."""
        return "/".join(self.address.split("/")[:3])

    @property
    def encrypted(self) -> bool:
        """Whether browsers reach the server over TLS."""
        return self.address.startswith("https://")


def server_settings(told: Mapping[str, str] | None = None) -> ServerSettings:
    """What is set; DataError with every mistake in it where something cannot be used."""
    read = _Reading(os.environ if told is None else told)
    login = read.word("LOGIN", get_args(Login), "none")
    if login == "none":
        read.nothing_of(ONLY_WITH_LOGIN)
        return read.unless_wrong(ServerSettings())
    return read.unless_wrong(
        ServerSettings(
            login=login,
            address=read.address("ADDRESS"),
            idle=timedelta(minutes=read.number("IDLE", 45, 30, 60)),
            longest=timedelta(hours=read.number("LONGEST", 10, 1, 10)),
            header=_header(read) if login == "header" else None,
            oidc=_oidc(read) if login == "oidc" else None,
        )
    )


def _header(read: _Reading) -> HeaderLogin:
    return HeaderLogin(
        proxies=read.networks("PROXIES"),
        secret=read.secret("PROXY_SECRET"),
        secret_in=read.header("HEADER_SECRET", "X-Natverkskollen-Secret"),
        subject=read.header("HEADER_SUBJECT", "X-Natverkskollen-Subject"),
        name=read.header("HEADER_NAME"),
        email=read.header("HEADER_EMAIL"),
        groups=read.header("HEADER_GROUPS"),
        separator=read.word("HEADER_SEPARATOR", (",", ";", "|"), ","),
        leave=read.text("HEADER_LOGOUT"),
    )


def _oidc(read: _Reading) -> OidcLogin:
    return OidcLogin(
        issuer=read.address("OIDC_ISSUER"),
        client=read.needed("OIDC_CLIENT_ID", "det id som programmet har hos er inloggning"),
        secret=read.secret("OIDC_CLIENT_SECRET", shortest=1),
        cookie_secret=read.secret("OIDC_COOKIE_SECRET"),
        groups=read.text("OIDC_GROUPS") or "groups",
    )


class _Reading:
    """Reads settings one at a time and gathers what is wrong with them."""

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

    def unless_wrong(self, settings: ServerSettings) -> ServerSettings:
        """The settings; DataError where something in them was wrong, or a name is misspelt."""
        for name in self._told:
            meant = difflib.get_close_matches(name.removeprefix(PREFIX), _NAMES, 1, 0.7)
            if name.startswith(PREFIX) and meant and name.removeprefix(PREFIX) not in _NAMES:
                self._wrong(name.removeprefix(PREFIX), "finns inte", f"Menar du {PREFIX}{meant[0]}")
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
