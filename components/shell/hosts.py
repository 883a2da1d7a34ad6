"""Whom the server answers: the names it may be called by, and the pages that may ask it things.

A page elsewhere can make a visitor's browser ask for anything, and can let its own name lead to
this computer. Neither may reach what a colleague has written.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import streamlit as st
from starlette.types import ASGIApp
from streamlit import net_util
from streamlit.web.server.starlette import starlette_websocket
from uvicorn import config as uvicorn_config

OWN = ("localhost", "127.0.0.1", "::1")
_ANYWHERE = ("", "0.0.0.0", "::")
_PORTS = {"http": ":80", "https": ":443"}  # that a browser leaves out, and some proxies do not
# A name or a number with or without a port; what is in brackets is an IPv6 number.
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)


def names() -> tuple[str, ...]:
    """The names that the server answers to: its own computer's, and those it has been told."""
    address = str(st.get_option("server.address") or "")
    told = [str(name) for name in st.get_option("server.allowedHosts") or ()]
    return (*OWN, *([] if address in _ANYWHERE else [address]), *told)


def answers_to(host: str, names: Collection[str]) -> bool:
    """Whether a request to this host, as a browser states it, is one for us.

    `*` among the names stands for every host and `*.kommun.se` for all below that one.
    """
    found = _HOST.fullmatch(host)
    if not found:
        return False
    asked = _plain(found["name"])
    return any(_matches(asked, _plain(name)) for name in names)


def leave_it_to_the_gate() -> None:
    """Keep Streamlit from judging again, by other rules, whose page may open a line to it.

    Told a name it answers to that one alone, so that the server's own computer gets a page and
    nothing in it; and a port that a proxy writes out makes our own page a stranger to it.
    """

    def let_in(origin: str | None, host: str | None) -> bool:
        return True

    starlette_websocket._is_origin_allowed = let_in


def asks_from_us(origin: str, host: str, others: Collection[str]) -> bool:
    """Whether a page that states this origin was served from this host, or from one of `others`."""
    scheme, _, place = origin.lower().partition("://")
    port = _PORTS.get(scheme)
    if port and place and place.removesuffix(port) == host.lower().removesuffix(port):
        return True
    return origin.lower().rstrip("/") in {other.lower().rstrip("/") for other in others}


def never_look_outside() -> None:
    """Keep Streamlit from asking an address on the internet for this computer's own.

    It does so, while everybody waits, when a page elsewhere knocks and when it listens to every
    address.
    """

    def unknown() -> str | None:
        return None

    net_util.get_external_ip = net_util.get_internal_ip = unknown


def believe_no_forwarded() -> None:
    """Keep the server from taking X-Forwarded-For's word for who is at the other end of a line.

    Uvicorn believes it of whatever runs on this computer, and the address is then lost by which the
    door knows a proxy.
    """

    def as_it_is(app: ASGIApp, **told: object) -> ASGIApp:
        return app

    setattr(uvicorn_config, "ProxyHeadersMiddleware", as_it_is)  # noqa: B010


def _plain(name: str) -> str:
    return name.strip().lower().strip("[]").rstrip(".")


def _matches(asked: str, name: str) -> bool:
    if name.startswith("*."):
        return asked.endswith(name[1:])
    return name in ("*", asked)
