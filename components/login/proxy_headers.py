"""Who a proxy says that a person is; believed only from the proxy itself, with its secret."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

from starlette.types import Scope

from components.login.stated import Refusal, Stated, header_values
from components.shell.sessions import Session
from natverkskollen.files.server_settings import HeaderLogin
from natverkskollen.model.principal import Principal
from natverkskollen.store import clock

ISSUER = "proxy"
_MAIL_WORD = re.compile(r"=\?[\w-]+\?[BbQq]\?[^?]*\?=(\s+=\?[\w-]+\?[BbQq]\?[^?]*\?=)*")
_PERCENT = "utf-8''"  # as RFC 8187 writes that what follows is percent-encoded
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_STRANGER = Refusal("stranger", "Den här adressen nås bara genom kommunens inloggning.")
_TWICE = Refusal("twice", "Inloggningen har sagt två olika saker om vem du är. Säg till er IT.")
_NOBODY = Refusal("nobody", "Inloggningen har inte sagt vem du är. Säg till er IT.")
_GARBLED = Refusal("garbled", "Det inloggningen säger om dig går inte att läsa. Säg till er IT.")


def header_names(settings: HeaderLogin) -> frozenset[str]:
    """The headers that are for the door alone; nothing behind it sees them."""
    identity = (settings.subject, settings.name, settings.email, settings.groups)
    return frozenset(filter(None, (settings.secret_in, *identity)))


def stated_by_proxy(scope: Scope, settings: HeaderLogin) -> Stated:
    """The session of the person whom the proxy has signed in."""
    if not _from_proxy(scope, settings) or not _knows_secret(scope, settings):
        return _STRANGER
    told = {"": ""}
    for name in header_names(settings) - {settings.secret_in}:
        values = header_values(scope, name)
        if len(values) > 1:
            return _TWICE
        try:
            told[name] = decoded(values[0]) if values else ""
        except ValueError:
            return _GARBLED
    subject = told[settings.subject]
    if not subject:
        return _NOBODY
    who = Principal(
        ISSUER,
        subject,
        told[settings.name] or told[settings.email] or subject,
        told[settings.email],
        frozenset(_groups(told[settings.groups], settings.separator)),
    )
    key = sha256("\n".join(who.key).encode()).hexdigest()
    return Session(key, who, clock.now())


def decoded(value: bytes) -> str:
    """A header's text: UTF-8, a mail's encoded words (RFC 2047) or utf-8'' and percent (RFC 8187).

    ValueError where it is none of them, or holds what no name does.
    """
    text = value.decode("utf-8").strip()
    if text.lower().startswith(_PERCENT):
        text = unquote_to_bytes(text[len(_PERCENT) :]).decode("utf-8").strip()
    elif _MAIL_WORD.fullmatch(text):
        try:
            parts = decode_header(text)
            text = "".join(
                part if isinstance(part, str) else part.decode(told or "ascii")
                for part, told in parts
            ).strip()
        except (HeaderParseError, LookupError) as error:
            raise ValueError(str(error)) from error
    if _CONTROL.search(text):
        raise ValueError("a control character")
    return text


def _from_proxy(scope: Scope, settings: HeaderLogin) -> bool:
    """Whether the other end of the line is a proxy; what a header says of it counts for nothing."""
    client = scope.get("client")
    try:
        peer = ip_address(client[0]) if client else None
    except ValueError:
        return False
    if peer is None:
        return False
    mapped = getattr(peer, "ipv4_mapped", None)  # ::ffff:10.0.0.1, as IPv6 sockets write IPv4
    return any((mapped or peer) in network for network in settings.proxies)


def _knows_secret(scope: Scope, settings: HeaderLogin) -> bool:
    values = header_values(scope, settings.secret_in)
    return len(values) == 1 and hmac.compare_digest(values[0], settings.secret.encode("utf-8"))


def _groups(text: str, separator: str) -> Iterator[str]:
    return (each.strip() for each in text.split(separator) if each.strip())
