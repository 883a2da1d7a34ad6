"""The first line of the page script: nobody who is not signed in gets any further."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from components.login.noted import note
from components.login.outside import sign_in
from components.login.way_back import page_in
from components.shell import clock as shown_clock
from components.shell import html, refused, rights, sessions, state
from components.shell.addresses import base
from components.shell.script_error import show_script_error
from natverkskollen.dossier.access_reading import read_access
from natverkskollen.files.data_folder import data_folder
from natverkskollen.files.server_settings import ServerSettings, server_settings
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.principal import Principal
from natverkskollen.store import clock
from natverkskollen.store.door import rights_at
from natverkskollen.swedish.words import listed

_SOON = timedelta(minutes=10)


def stop_unless_signed_in() -> None:
    """Stop the run, and say why, where the session does not stand."""
    settings = server_settings()
    try:
        session = sessions.here()
    except sessions.NotSignedIn as error:
        _show_outside(sessions.LAPSED[error.lapse], settings)
    else:
        # A script that is started past the door has no register to ask.
        if session is None and settings.sign_in is not None:
            _show_outside(sessions.LAPSED["unknown"], settings)
        if session and not rights_at(data_folder(), session.principal).any:
            _show_without_rights(session.principal)


def show_who(evaluation: Evaluation | None = None) -> None:
    """In the side bar: who is signed in and as what there, and the way out; else nothing."""
    with st.sidebar:
        html.paragraphs(rights.told(evaluation), "nk-quiet")
        _show_way_out()


def _show_way_out() -> None:
    session = sessions.here()
    if session is None:
        return
    settings = server_settings()
    if session.ends and session.ends - clock.now() <= _SOON:
        at = f"{shown_clock.local(session.ends):%H:%M}"
        st.warning(f"Du loggas ut kl. {at}. Det du har sparat blir kvar.")
        html.show(_way_in(settings, "Logga in igen nu"))
    if settings.oidc:
        st.button("Logga ut", on_click=_leave)
    elif settings.header and settings.header.leave:
        st.link_button("Logga ut", settings.header.leave)


def _show_without_rights(who: Principal) -> None:
    """Who one is to the program, and who can give one a right in it."""
    if not st.session_state.get(state.READ):
        st.session_state[state.READ] = {("", 0)}
        note("no-right", sessions.here())
    _begin()
    if shut := refused.shut(data_folder()):
        html.paragraphs(shut, "nk-lead")
        _show_way_out()
        st.stop()
    email = f" ({who.email})" if who.email else ""
    html.paragraphs(
        f"Du är inloggad som {who.name}{email}, men har ingen rätt i Nätverkskollen.", "nk-lead"
    )
    reading = read_access(data_folder())
    grants = reading.model.grants if reading and reading.model else ()
    admins = sorted({g.email for g in grants if g.role == "admin" and g.email})
    asked = listed(admins, "eller") if admins else "den som sköter Nätverkskollen hos er"
    html.paragraphs(f"Fråga {asked}. Det här behöver den veta som ger dig en rätt:")
    groups = ", ".join(sorted(who.groups)) or "inga; inloggningen skickade inga grupper"
    html.labelled(
        [("issuer", who.issuer), ("subject", who.subject), ("email", who.email or "ingen")]
        + [("group", groups)]
    )
    _show_way_out()
    st.stop()


def _begin() -> None:
    """As wide as every other page, so that nothing lies at the edge of the screen."""
    st.set_page_config(page_title="Nätverkskollen", layout="wide")
    html.style()
    st.title("Nätverkskollen", anchor=False)


def _leave() -> None:
    sessions.leave_here()
    st.logout()


def _show_outside(why: str, settings: ServerSettings) -> None:
    _begin()
    html.paragraphs(why, "nk-lead")
    html.show(_way_in(settings, "Logga in" if settings.oidc else "Fortsätt"))
    st.stop()


def show_error(error: Exception) -> bool:
    """What a person sees of an error that ended a run; True: nothing more is shown.

    Where the session ended while something was being done there is a way in again.
    """
    if isinstance(error, sessions.NotSignedIn):
        st.warning(sessions.LAPSED[error.lapse])
        settings = server_settings()
        html.show(_way_in(settings, "Logga in" if settings.oidc else "Fortsätt"))
        return True
    return show_script_error(error)


def _way_in(settings: ServerSettings, words: str) -> str:
    """A link that leads past the login to this page again."""
    here = page_in(urlsplit(st.context.url or "").path or base())
    here += f"?{urlencode(dict(st.query_params))}" if here and st.query_params else ""
    address = base() + sign_in(here) if settings.oidc else here or base()
    return f'<p class="nk-text"><a href="{escape(address)}">{words}</a></p>'
