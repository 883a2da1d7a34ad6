"""The door: every way into the app is shut to a stranger, and what is open is listed."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import timedelta
from unittest.mock import MagicMock

import pytest
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from components.login.noted import AtTheDoor, who_has_left
from components.login.way_back import page_in
from components.shell.addresses import PAGES
from components.shell.sessions import Session
from natverkskollen.model.principal import Principal
from tests.components.login.conftest import ADDRESS, HEADER_MODE, SECRET
from tests.components.login.test_proxy_headers import stated

OIDC_MODE = {
    "LOGIN": "oidc",
    "ADDRESS": ADDRESS,
    "OIDC_ISSUER": "https://login.example.org/t/v2.0",
    "OIDC_CLIENT_ID": "natverkskollen",
    "OIDC_CLIENT_SECRET": "hemligt",
    "OIDC_COOKIE_SECRET": SECRET,
}
HTML = [(b"accept", b"text/html,*/*")]


def ways() -> set[tuple[str, str]]:
    """Every route that Streamlit has, as asked for, and every page of ours; with its method."""
    found = {("GET", f"/{path}") for _, _, path in PAGES} | {("GET", "/"), ("GET", "/x/y.js")}
    for route in create_streamlit_routes(MagicMock()):
        path = re.sub(r"{[^}]*}", "x", getattr(route, "path", "") or "/static/x")
        found |= {(method, path) for method in getattr(route, "methods", None) or ("GET", "LINE")}
    return found


def let_in(asked, told=None) -> set[tuple[str, str]]:
    opened = set()
    for method, path in ways():
        if method == "LINE":
            status = asked.ask(path, told, "websocket")[0]
        else:
            status = asked.ask(path, told, method=method)[0]
        if status in (200, "accept"):
            opened.add((method, path))
    return opened


def test_the_routes_are_those_of_the_app() -> None:
    assert ("LINE", "/_stcore/stream") in ways()
    assert ("PUT", "/_stcore/upload_file/x/x") in ways()
    assert len(ways()) > 40


def test_behind_a_proxy_nothing_but_the_health_check_answers_a_stranger(hang) -> None:
    assert {path for _, path in let_in(hang(**HEADER_MODE))} == {"/_stcore/health"}
    assert {path for _, path in let_in(hang(**HEADER_MODE), HTML)} == {"/_stcore/health"}


def test_with_a_provider_only_the_way_to_it_and_back_is_open_besides(hang) -> None:
    ways_in = {"/_stcore/health", "/auth/login", "/auth/logout", "/oauth2callback"}
    assert {path for _, path in let_in(hang(**OIDC_MODE))} == ways_in


def test_a_line_is_not_the_health_check_whatever_it_asks_for(hang) -> None:
    for path in ("/_stcore/health", "/auth/login", "/oauth2callback"):
        assert hang(**OIDC_MODE).ask(path, kind="websocket")[0] == "close"


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore/healthx", "/_stcore/health/../stream", "/auth/login/x", "/auth", "/AUTH/LOGIN"),
        *("/oauth2callback/x", "/x/oauth2callback", "/_stcore/health%2f", "/logga-in/x"),
    ],
)
def test_what_only_looks_like_an_open_way_is_shut(path: str, hang) -> None:
    assert hang(**OIDC_MODE).ask(path)[0] == 401


def test_who_is_not_signed_in_sees_one_button_in_swedish(hang) -> None:
    status, told, body = hang(**OIDC_MODE).ask("/resultat", HTML)
    assert status == 401
    assert '<html lang="sv">' in body
    assert re.findall(r"<a [^>]*>([^<]*)</a>", body) == ["Logga in"]
    assert 'href="/logga-in?till=%2Fresultat"' in body
    assert "<script" not in body
    assert b"frame-ancestors 'self'" in told[b"content-security-policy"]
    assert told[b"cache-control"] == b"no-store"


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/resultat?utvardering=a&tema=å", "/resultat?utvardering=a&tema=%C3%A5"),
        ("/", "/"),
        ("/resultat?x=1#y", "/resultat?x=1"),
        ("/resultat?x=%0d%0aSet-Cookie: a", "/resultat?x=%0d%0aSet-Cookie%3A%20a"),
        *((each, "") for each in ("//evil.example/", "https://evil.example", "resultat", "")),
        *(
            (each, "")
            for each in ("/\\evil.example", "/media/x", "/auth/logout", "/_stcore/stream")
        ),
        ("/resultat?" + "x" * 2000, ""),
    ],
)
def test_after_signing_in_one_comes_to_a_page_of_ours_or_to_the_first(asked, led) -> None:
    assert page_in(asked) == led


def test_a_part_of_a_page_is_refused_in_words(hang) -> None:
    status, told, body = hang(**OIDC_MODE).ask("/media/x.docx")
    assert (status, body) == (401, "Logga in för att komma till Nätverkskollen.")
    assert told[b"content-type"].startswith(b"text/plain")


def test_the_button_leads_to_streamlits_own_way_to_the_provider(hang, monkeypatch) -> None:
    monkeypatch.setattr("streamlit.auth_util.get_signing_secret", lambda: SECRET)
    status, told, _ = hang(**OIDC_MODE).ask("/logga-in", HTML)
    assert status == 302
    assert told[b"location"].startswith(b"/auth/login?provider=")


@pytest.mark.parametrize("mode", [HEADER_MODE, OIDC_MODE], ids=["header", "oidc"])
def test_behind_tls_cookies_are_secure_and_nothing_else_is_tried(mode, hang) -> None:
    told = hang(**mode).ask("/_stcore/health")[1]
    assert told[b"set-cookie"] == b"a=b; HttpOnly; Secure"
    assert told[b"strict-transport-security"] == b"max-age=31536000"
    plain = hang(**{**mode, "ADDRESS": "http://127.0.0.1:8501"}).ask("/_stcore/health")[1]
    assert plain == {b"set-cookie": b"a=b; HttpOnly"}


def test_who_is_refused_is_logged_now_and_then_and_who_only_has_to_sign_in_is_not(
    hang, at, tmp_path, monkeypatch
) -> None:
    log = tmp_path / "logg"
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(log))
    asked = hang(**HEADER_MODE)
    for _ in range(50):
        asked.ask("/")
    at.on(seconds=11)
    asked.ask("/")
    hang(**OIDC_MODE).ask("/")
    rows = [json.loads(row) for row in log.read_text("utf-8").splitlines()]
    assert [(row["action"], row["why"], row["times"]) for row in rows] == [
        ("refused", "stranger", 1),
        ("refused", "stranger", 50),
    ]


def test_who_comes_in_is_logged_once_and_by_no_name(hang, tmp_path, monkeypatch) -> None:
    log = tmp_path / "logg"
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(log))
    asked = hang(**HEADER_MODE)
    for _ in range(3):
        asked.ask("/", stated(name=b"Anna Ek", email=b"anna@k.se"))
    (row,) = [json.loads(row) for row in log.read_text("utf-8").splitlines()]
    assert row["action"] == "sign-in" and row["person"].startswith("inloggad-")
    assert "nna" not in log.read_text("utf-8")


def test_who_has_signed_out_is_out_also_when_the_server_has_started_anew(
    hang, at, tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("NATVERKSKOLLEN_AUDIT", str(tmp_path / "logg"))
    session = Session("k" * 64, Principal("https://x.se", "anna", "Anna"), at.time)

    async def leave() -> None:
        AtTheDoor().left(session)

    asyncio.run(leave())
    assert list(who_has_left(at.time)) == [session.key]
    at.on(hours=10, minutes=1)
    assert list(who_has_left(at.time - timedelta(hours=10))) == []


def test_without_a_login_only_this_computer_is_answered(hang) -> None:
    """Also where the server is started in a way that never asked which address it listens on."""
    assert let_in_at(hang(), "127.0.0.1") == ways()
    assert let_in_at(hang(), "::1") == ways()
    assert let_in_at(hang(), "192.168.1.20") == set()


def let_in_at(asked, server: str) -> set[tuple[str, str]]:
    real = asked.ask
    asked.ask = lambda *each, **more: real(*each, **more, server=server)
    return let_in(asked)
