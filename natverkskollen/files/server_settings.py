"""What is set for a server: how people sign in, how long that lasts, which proxies are believed.

Read from the environment, a secret also from the file that its name with _FILE points at. Nothing
set is one person's own computer, where nobody signs in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from natverkskollen.files.environment import Environment

_SECRETS = ("PROXY_SECRET", "OIDC_CLIENT_SECRET", "OIDC_COOKIE_SECRET")
ONLY_WITH_LOGIN = (
    *("ADDRESS", "IDLE", "LONGEST", "PROXIES", "HEADER_SECRET", "HEADER_SUBJECT"),
    *("HEADER_NAME", "HEADER_EMAIL", "HEADER_GROUPS", "HEADER_SEPARATOR", "HEADER_LOGOUT"),
    *("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_GROUPS", *_SECRETS),
    *(f"{each}_FILE" for each in _SECRETS),
)
_KEYS = ("AUDIT_KEY", "LINK_KEY")
_ALWAYS = ("AUDIT", *_KEYS, *(f"{each}_FILE" for each in _KEYS))
_NAMES = ("LOGIN", "DATA", "AS", "STORE", "STORE_FILE", *_ALWAYS, *ONLY_WITH_LOGIN)


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


SignIn = HeaderLogin | OidcLogin


@dataclass(frozen=True)
class ServerSettings:
    """Everything set for a server; `address` is what a person writes, without a last slash.

    `sign_in` is how one signs in, and what it needs; None where nobody does.
    """

    address: str = ""
    idle: timedelta = timedelta(minutes=45)
    longest: timedelta = timedelta(hours=10)
    sign_in: SignIn | None = None

    @property
    def header(self) -> HeaderLogin | None:
        """What a proxy states a person in, where it is by a proxy that one signs in."""
        return self.sign_in if isinstance(self.sign_in, HeaderLogin) else None

    @property
    def oidc(self) -> OidcLogin | None:
        """The provider, where it is at one that one signs in."""
        return self.sign_in if isinstance(self.sign_in, OidcLogin) else None

    @property
    def origin(self) -> str:
        """The address without any path, as a browser states it."""
        return "/".join(self.address.split("/")[:3])

    @property
    def host(self) -> str:
        """The name of the server, and the port where it is not the usual one."""
        return self.origin.partition("://")[2]

    @property
    def encrypted(self) -> bool:
        """Whether browsers reach the server over TLS."""
        return self.address.startswith("https://")


def server_settings(told: Mapping[str, str] | None = None) -> ServerSettings:
    """What is set; DataError with every mistake in it where something cannot be used."""
    read = Environment(os.environ if told is None else told)
    login = read.word("LOGIN", ("none", *_WAYS), "none")
    if login == "none":
        read.nothing_of(ONLY_WITH_LOGIN)
        return read.unless_wrong(ServerSettings(), _NAMES)
    return read.unless_wrong(
        ServerSettings(
            address=read.address("ADDRESS"),
            idle=timedelta(minutes=read.number("IDLE", 45, 30, 60)),
            longest=timedelta(hours=read.number("LONGEST", 10, 1, 10)),
            sign_in=_WAYS[login](read),
        ),
        _NAMES,
    )


@dataclass(frozen=True)
class AuditSettings:
    """Where the audit log is, and the key of its chain; an empty key is none."""

    path: Path
    key: str = field(default="", repr=False)


def audit_settings(told: Mapping[str, str] | None = None) -> AuditSettings | None:
    """Where what is done is logged; None where nobody has said. DataError where it is wrong."""
    read = Environment(os.environ if told is None else told)
    path, key = read.text("AUDIT"), read.optional_secret("AUDIT_KEY")
    if not path:
        return read.unless_wrong(None)
    return read.unless_wrong(AuditSettings(Path(path).absolute(), key))


def link_key(told: Mapping[str, str] | None = None) -> str:
    """The key that reading links are signed with; empty where there is none."""
    read = Environment(os.environ if told is None else told)
    return read.unless_wrong(read.optional_secret("LINK_KEY"))


def _header(read: Environment) -> HeaderLogin:
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


def _oidc(read: Environment) -> OidcLogin:
    return OidcLogin(
        issuer=read.address("OIDC_ISSUER"),
        client=read.needed("OIDC_CLIENT_ID", "det id som programmet har hos er leverantör"),
        secret=read.secret("OIDC_CLIENT_SECRET", shortest=1),
        cookie_secret=read.secret("OIDC_COOKIE_SECRET"),
        groups=read.text("OIDC_GROUPS") or "groups",
    )


_WAYS: Mapping[str, Callable[[Environment], SignIn]] = {"header": _header, "oidc": _oidc}
