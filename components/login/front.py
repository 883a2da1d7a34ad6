"""How the door is hung when the server starts; a setting that cannot be used stops it there."""

from __future__ import annotations

import importlib.util
import sys
from functools import partial
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from components.login.door import KEY_HEADER, Door
from components.login.left_elsewhere import share_sign_outs
from components.login.noted import who_has_left
from components.shell import sessions
from components.shell.hosts import OWN
from natverkskollen.files.data_folder import data_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.server_settings import ServerSettings, server_settings
from natverkskollen.store import clock
from natverkskollen.store.audit_log import audit_log

_DOCUMENT = "/.well-known/openid-configuration"


def door() -> tuple[Middleware, dict[str, Any] | None]:
    """The door, and what Streamlit is to know of the provider.

    Ends the program, with what is wrong and what to do, where the settings cannot be used.
    """
    try:
        settings = server_settings()
        _fit(settings)
        _log_fits()
    except DataError as error:
        sys.exit("\n".join(["Nätverkskollen startar inte.", *map(str, error.problems)]))
    register = sessions.Sessions(settings.idle, settings.longest)
    if settings.sign_in is not None:
        for key in who_has_left(clock.now() - settings.longest):
            register.leave(key)
        share_sign_outs(register, settings.longest)
        sessions.keep(register)
        _tell_streamlit(settings)
    hung = partial(Door, settings=settings, sessions=register)
    return Middleware(hung), _secrets(settings)


def _fit(settings: ServerSettings) -> None:
    """Whether the server listens where the settings let it, with what they need."""
    address = str(st.get_option("server.address") or "")
    if settings.sign_in is None and address not in OWN and not address.startswith("unix:"):
        what = f"”{address}” når fler än den här datorn, och ingen loggar in"
        remedy = (
            "Sätt NATVERKSKOLLEN_LOGIN till header eller oidc (docs/drift.md), eller lyssna på "
            "127.0.0.1"
        )
        raise DataError([Problem("Adressen", 0, what, remedy)])
    missing = [name for name in ("authlib", "httpx") if not importlib.util.find_spec(name)]
    if settings.oidc and missing:
        what = f"inloggningen behöver {' och '.join(missing)}, som inte är installerat"
        remedy = "Installera allt i requirements.lock.txt"
        raise DataError([Problem("NATVERKSKOLLEN_LOGIN", 0, what, remedy)])


def _log_fits() -> None:
    """Whether the audit log can be written, and lies where those who change the data do not."""
    log, name = audit_log(), "NATVERKSKOLLEN_AUDIT"
    if log is None:
        return
    if log.path.resolve().is_relative_to(data_folder()):
        what = "granskningsloggen ligger i datamappen, och kan ändras av den som ändrar där"
        raise DataError([Problem(name, 0, what, "Lägg den i en annan mapp")])
    if found := log.unwritable():
        raise DataError([Problem(name, 0, found.what, "Rätta sökvägen eller mappens rättigheter")])


def _tell_streamlit(settings: ServerSettings) -> None:
    """Answer to the name that people write, and bind what a page remembers to its session."""
    names = [str(name) for name in st.get_option("server.allowedHosts") or ()]
    host, _, port = settings.host.rpartition(":")
    own = host if port.isdecimal() else settings.host
    config.set_option("server.allowedHosts", [*names, own])
    config.set_option("server.trustedUserHeaders", {KEY_HEADER: sessions.USER_KEY})


def _secrets(settings: ServerSettings) -> dict[str, Any] | None:
    known = settings.oidc
    if known is None:
        return None
    return {
        "auth": {
            "redirect_uri": f"{settings.address}/oauth2callback",
            "cookie_secret": known.cookie_secret,
            "client_id": known.client,
            "client_secret": known.secret,
            "server_metadata_url": known.issuer + _DOCUMENT,
        }
    }
