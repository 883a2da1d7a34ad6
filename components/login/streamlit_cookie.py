"""Who an OpenID provider says that a person is, out of the cookie that Streamlit signed.

Streamlit checks the provider's signature, the issuer and the nonce when one signs in, and keeps
what was said for thirty days. When it ends, and for whom it was said, is checked here every time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from starlette.requests import cookie_parser
from starlette.types import Scope
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from components.login.stated import Refusal, Stated, header_values
from components.shell.sessions import Session
from natverkskollen.files.server_settings import OidcLogin
from natverkskollen.model.principal import Principal
from natverkskollen.store import clock

NOT_YET = Refusal("not-signed-in", "Logga in för att komma till Nätverkskollen.", 401)
_AHEAD = timedelta(minutes=5)  # that the provider's clock may be before ours
_NOT_OURS = Refusal("not-for-us", "Inloggningen gällde inte Nätverkskollen. Logga in igen.")
_CLOCK = Refusal("clock", "Servern och inloggningen har inte samma klocka. Säg till er IT.")
_OVERAGE = Refusal(
    "groups-overage",
    "Du är med i så många grupper att inloggningen inte skickade dem, och då går det inte att se "
    "vad du har rätt till. Säg till er IT: låt Entra ID skicka bara de grupper som är tilldelade "
    "programmet (docs/drift.md).",
)
_NO_LIST = Refusal(
    "groups-garbled",
    "Det inloggningen säger om dina grupper går inte att läsa. Säg till er IT (docs/drift.md).",
)


def stated_by_cookie(scope: Scope, settings: OidcLogin, origin: str) -> Stated:
    """The session of the person whom the provider has signed in at this origin."""
    cookies: dict[str, str] = {}
    for value in header_values(scope, "cookie"):
        cookies |= cookie_parser(value.decode("latin-1"))
    raw = starlette_websocket._get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME)
    if raw is None:
        return NOT_YET
    claims = json.loads(raw)
    if claims.get("origin") != origin or not _for_us(claims, settings):
        return _NOT_OURS
    issued, ends = _when(claims.get("iat")), _when(claims.get("exp"))
    if issued is None or ends is None:
        return _NOT_OURS
    if issued > clock.now() + _AHEAD:
        return _CLOCK
    groups = _groups(claims, settings.groups)
    if isinstance(groups, Refusal):
        return groups
    return Session(sha256(raw).hexdigest(), _principal(claims, groups), issued, ends)


def _for_us(claims: Mapping[str, Any], settings: OidcLogin) -> bool:
    """Whether it was said by our provider, to us, about somebody.

    Authlib lets a token for another pass where its azp is ours (OpenID Connect Core, 3.1.3.7).
    """
    audience, party = claims.get("aud"), claims.get("azp")
    hearers = [audience] if isinstance(audience, str) else list(audience or ())
    issuer, subject = claims.get("iss"), claims.get("sub")
    return (
        isinstance(issuer, str)
        and issuer.rstrip("/") == settings.issuer
        and isinstance(subject, str)
        and bool(subject)
        and settings.client in hearers
        and (party == settings.client or (party is None and len(hearers) == 1))
    )


def _when(seconds: object) -> datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _groups(claims: Mapping[str, Any], claim: str) -> frozenset[str] | Refusal:
    """The groups; none is said where the provider left them out for being too many."""
    elsewhere = claims.get("_claim_names")
    if claims.get("hasgroups") or (isinstance(elsewhere, dict) and claim in elsewhere):
        return _OVERAGE
    found = claims.get(claim, [])
    found = [found] if isinstance(found, str) else found
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        return _NO_LIST
    return frozenset(found)


def _principal(claims: Mapping[str, Any], groups: frozenset[str]) -> Principal:
    def text(name: str) -> str:
        found = claims.get(name)
        return " ".join(found.split()) if isinstance(found, str) else ""

    email = "" if claims.get("email_verified") is False else text("email")
    name = text("name") or text("preferred_username") or email or claims["sub"]
    return Principal(claims["iss"], claims["sub"], name, email, groups)
