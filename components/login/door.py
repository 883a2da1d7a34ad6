"""The door: on a server nothing answers anybody who is not signed in, but what lies outside it.

What lies outside is listed here; everything else is behind it, also what a later Streamlit adds.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import parse_qs, urlencode

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.starlette.starlette_server_config import AUTH_COOKIE_MAX_AGE_SECONDS

from components.login import outside
from components.login.noted import AtTheDoor
from components.login.open_page import OpenPage
from components.login.proxy_headers import header_names, stated_by_proxy
from components.login.stated import Refusal, Stated, header_values
from components.login.streamlit_cookie import NOT_YET, stated_by_cookie
from components.login.way_back import TO, WayBack, asked_for, page_in
from components.shell.addresses import base, below_base
from components.shell.sessions import LAPSED, USER_KEY, Session, Sessions
from natverkskollen.files.server_settings import HeaderLogin, OidcLogin, ServerSettings, SignIn
from natverkskollen.model.reading_link import PATH

HEALTH = "_stcore/health"
START, BACK, LEAVE = "auth/login", "oauth2callback", "auth/logout"
# Streamlit's own way to the provider and back. None of them tells anything of ours.
_SIGNING_IN = (START, BACK, LEAVE)
KEY_HEADER = USER_KEY.replace("_", "-")
_THIRTY_DAYS = re.compile(rb"Max-Age=%d" % AUTH_COOKIE_MAX_AGE_SECONDS, re.IGNORECASE)
_REFUSED = 1008  # RFC 6455: against the policy
_ELSEWHERE = Refusal(
    "not-this-computer",
    "Nätverkskollen utan inloggning svarar bara på den egna datorn. Se docs/drift.md.",
)


class Door:
    """Middleware inside the gate; `sessions` is the register that the pages ask."""

    def __init__(self, app: ASGIApp, settings: ServerSettings, sessions: Sessions):
        self.app = app
        self._settings = settings
        self._sessions = sessions
        self._noted = AtTheDoor()
        self._way_back = WayBack()
        header = settings.header
        self._hidden = {KEY_HEADER} | (header_names(header) if header else set())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if self._settings.encrypted and scope["type"] == "http":
            send = _encrypted(send)
        if self._settings.oidc and scope["type"] == "http":
            send = _no_longer(send, self._settings.longest)
        if self._opens_link(scope):
            from components.login.link_page import linked_page  # slow to load, and seldom wanted

            page = await linked_page(below_base(scope["path"]), self._noted, self._settings.host)
            await page(scope, receive, send)
            return
        stated = self._stated(scope)
        inner = {**scope, "headers": _without(scope, self._hidden)}
        if stated is None:
            await self.app(inner, receive, self._on_the_way(scope, send))
        elif isinstance(stated, Session) and scope["type"] == "websocket":
            told = (KEY_HEADER.encode(), stated.key.encode())
            inner["headers"].append(told)
            opened = OpenPage(stated.key, self._sessions, receive)
            try:
                await self.app(inner, opened.receive, send)
            finally:
                opened.close()
        elif isinstance(stated, Session):
            await self.app(inner, receive, send)
        else:
            await self._refuse(stated, scope, receive, send)

    def _on_the_way(self, scope: Scope, send: Send) -> Send:
        """What is sent to a browser on its way to the provider or back, with the page it wants."""
        asked = below_base(scope["path"])
        if self._settings.oidc and asked == START:
            return self._way_back.leaving(scope, send)
        return self._way_back.coming(scope, send) if asked == BACK else send

    def _opens_link(self, scope: Scope) -> bool:
        """Whether a signed link is followed; in header mode too, past the proxy's own login."""
        return (
            self._settings.sign_in is not None
            and scope["type"] == "http"
            and scope["method"] in ("GET", "HEAD")
            and below_base(scope["path"]).startswith(f"{PATH}/")
        )

    def _stated(self, scope: Scope) -> Stated | None:
        """Who asks, or why they may not; None where anybody may."""
        sign_in = self._settings.sign_in
        if sign_in is None:
            return None if _on_this_computer(scope) else _ELSEWHERE
        asked = below_base(scope["path"])
        if asked == HEALTH and scope["type"] == "http":
            return None
        found = self._identity(scope, sign_in)
        if self._settings.oidc and scope["type"] == "http":
            if asked == LEAVE and isinstance(found, Session):
                self._sessions.leave(found.key)
                self._noted.left(found)
            if asked in _SIGNING_IN:
                return None
            if asked == outside.SIGN_IN:  # also before the session has ended
                return NOT_YET
        if isinstance(found, Refusal):
            return found
        # A proxy has asked anew who it is when a whole page is asked for.
        renew = isinstance(sign_in, HeaderLogin) and _wants_page(scope)
        if self._sessions.enter(found, renew):
            self._noted.came(found)
        standing = self._sessions.standing(found.key)
        if isinstance(standing, Session):
            return standing
        return Refusal(standing, LAPSED[standing], 401)

    def _identity(self, scope: Scope, sign_in: SignIn) -> Stated:
        match sign_in:
            case HeaderLogin():
                return stated_by_proxy(scope, sign_in)
            case OidcLogin():
                return stated_by_cookie(scope, sign_in, self._settings.origin)

    async def _refuse(self, why: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
        if why.status != 401:
            self._noted.refused(why.word)
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _REFUSED})
            return
        await self._answer(why, scope)(scope, receive, send)

    def _answer(self, why: Refusal, scope: Scope) -> Response:
        if self._settings.oidc and below_base(scope["path"]) == outside.SIGN_IN:
            to = page_in(parse_qs(scope["query_string"].decode("latin-1")).get(TO, [""])[0])
            way = generate_login_redirect_url("default")
            return RedirectResponse(f"{way}&{urlencode({TO: to})}" if to else way, 302)
        if not _wants_page(scope):
            return outside.words(why)
        button, here = None, page_in(asked_for(scope))
        if self._settings.oidc:
            button = (base() + outside.sign_in(here), "Logga in")
        elif why.status == 401:
            button = (here or base(), "Fortsätt")
        return outside.page(why, button, self._settings.host)


def _wants_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and any(b"text/html" in value for value in header_values(scope, "accept"))
    )


def _on_this_computer(scope: Scope) -> bool:
    """Whether the line came in at an address that only this computer reaches."""
    server = scope.get("server")
    try:
        return not server or ip_address(server[0]).is_loopback
    except ValueError:  # a socket in the file system, or a test without a line
        return True


def _without(scope: Scope, hidden: Collection[str]) -> list[tuple[bytes, bytes]]:
    names = {name.encode("latin-1") for name in hidden}
    return [(name, value) for name, value in scope["headers"] if bytes(name).lower() not in names]


def _no_longer(send: Send, longest: timedelta) -> Send:
    """Sends Streamlit's cookie to be kept by the browser for no longer than it lets anybody in."""
    kept = f"Max-Age={int(longest.total_seconds())}".encode()

    async def shortened(message: Message) -> None:
        if message["type"] == "http.response.start":
            told = [
                (name, _THIRTY_DAYS.sub(kept, value) if name.lower() == b"set-cookie" else value)
                for name, value in message.get("headers", [])
            ]
            message = {**message, "headers": told}
        await send(message)

    return shortened


def _encrypted(send: Send) -> Send:
    """Sends cookies that only go over TLS, and says that nothing else is to be tried."""

    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            told = [_secure(name, value) for name, value in message.get("headers", [])]
            told.append((b"strict-transport-security", b"max-age=31536000"))
            message = {**message, "headers": told}
        await send(message)

    return marked


def _secure(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if bytes(name).lower() == b"set-cookie" and b"; secure" not in bytes(value).lower():
        return name, value + b"; Secure"
    return name, value
