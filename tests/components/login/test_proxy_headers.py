"""A person stated by a proxy: believed from the proxy alone, with its secret, and said once."""

from __future__ import annotations

from base64 import b64encode

import pytest

from components.login.proxy_headers import decoded
from components.shell.sessions import Session
from tests.components.login.conftest import HEADER_MODE, SECRET, Asked, Headers

HTML = (b"accept", b"text/html")


def stated(secret: str = SECRET, **told: bytes) -> Headers:
    found = [(b"x-natverkskollen-secret", secret.encode())] if secret else []
    given = {"subject": b"anna", **told}
    return found + [(f"X-Natverkskollen-{k}".encode(), v) for k, v in given.items() if v]


def person(asked: Asked):
    """The last one let in."""
    key = dict(asked.reached[-1]["headers"])[b"natverkskollen-session"].decode()
    found = asked.sessions.standing(key)
    assert isinstance(found, Session)
    return found.principal


def test_the_proxy_states_name_email_and_groups(hang) -> None:
    asked = hang(**HEADER_MODE)
    told = stated(name="Åsa Öberg".encode(), email=b"asa@k.se", groups="miljö, nämnd ,".encode())
    assert asked.ask("/_stcore/stream", told, "websocket")[0] == "accept"
    who = person(asked)
    assert (who.key, who.name, who.email) == (("proxy", "anna"), "Åsa Öberg", "asa@k.se")
    assert who.groups == {"miljö", "nämnd"}


def test_nothing_that_was_for_the_door_is_seen_behind_it(hang) -> None:
    asked = hang(**HEADER_MODE)
    asked.ask("/", [*stated(name=b"Anna"), (b"accept", b"*/*")])
    assert asked.reached[-1]["headers"] == [(b"accept", b"*/*")]


@pytest.mark.parametrize("peer", ["10.0.0.8", "127.0.0.1", "10.1.1.0", "::1", "", "unix"])
def test_the_same_headers_from_anywhere_else_are_refused(peer: str, hang) -> None:
    for kind in ("http", "websocket"):
        assert hang(**HEADER_MODE).ask("/", stated(), kind, peer)[0] in (403, "close")


@pytest.mark.parametrize("peer", ["10.0.0.7", "10.1.0.200", "::ffff:10.0.0.7"])
def test_every_stated_proxy_is_believed(peer: str, hang) -> None:
    assert hang(**HEADER_MODE).ask("/", stated(), peer=peer)[0] == 200


def test_what_a_header_says_of_who_is_at_the_other_end_counts_for_nothing(hang) -> None:
    for name in (b"x-forwarded-for", b"forwarded", b"x-real-ip"):
        told = [*stated(), (name, b"10.0.0.7")]
        assert hang(**HEADER_MODE).ask("/", told, peer="192.0.2.1")[0] == 403
        assert hang(**HEADER_MODE).ask("/", [*stated(), (name, b"192.0.2.1")])[0] == 200


def test_the_server_leaves_the_address_of_the_line_as_it_is() -> None:
    from uvicorn import Config

    from components.shell.hosts import believe_no_forwarded

    believe_no_forwarded()
    seen = []

    async def app(scope, receive, send) -> None:
        seen.append(scope["client"])

    config = Config(app, interface="asgi3", log_config=None)
    config.load()
    told = [(b"x-forwarded-for", b"10.0.0.7"), (b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "client": ("127.0.0.1", 1), "headers": told, "scheme": "http"}
    with pytest.raises(StopIteration):
        config.loaded_app(scope, None, None).send(None)
    assert seen == [("127.0.0.1", 1)]


@pytest.mark.parametrize(
    "secret", ["", SECRET[:-1], SECRET + "0", SECRET.upper(), "å" * 32, " " + SECRET]
)
def test_without_the_secret_nobody_is_believed(secret: str, hang) -> None:
    assert hang(**HEADER_MODE).ask("/", stated(secret))[0] == 403


@pytest.mark.parametrize("name", ["secret", "subject", "name", "email", "groups"])
def test_what_is_said_twice_is_not_believed(name: str, hang) -> None:
    """A proxy that adds its header to the client's own has let the client say who it is."""
    told = stated(name=b"Anna", email=b"anna@k.se", groups=b"a")
    value = SECRET.encode() if name == "secret" else b"admin"
    status, _, body = hang(**HEADER_MODE).ask(
        "/", [*told, (f"x-natverkskollen-{name}".encode(), value), HTML]
    )
    assert status == 403
    assert "Säg till er IT" in body or "genom kommunens inloggning" in body


def test_who_has_no_subject_is_nobody(hang) -> None:
    assert hang(**HEADER_MODE).ask("/", stated(subject=b""))[0] == 403
    assert hang(**HEADER_MODE).ask("/", stated(subject=b"  "))[0] == 403


def test_nobody_gives_themselves_anothers_session(hang) -> None:
    asked = hang(**HEADER_MODE)
    asked.ask("/_stcore/stream", stated(), "websocket")
    anna = dict(asked.reached[-1]["headers"])[b"natverkskollen-session"]
    told = [*stated(subject=b"bo"), (b"Natverkskollen-Session", anna)]
    asked.ask("/_stcore/stream", told, "websocket")
    assert person(asked).subject == "bo"
    assert [name for name, _ in asked.reached[-1]["headers"]].count(b"natverkskollen-session") == 1


def test_the_headers_have_the_names_that_were_stated(hang) -> None:
    named = {"HEADER_SUBJECT": "Remote-User", "HEADER_GROUPS": "Remote-Groups"}
    asked = hang(**{**HEADER_MODE, **named})
    told = [(b"x-natverkskollen-secret", SECRET.encode()), (b"remote-user", b"bo")]
    asked.ask("/_stcore/stream", [*told, (b"remote-groups", b"a,b")], "websocket")
    assert person(asked).groups == {"a", "b"}


def test_a_header_that_nobody_has_named_is_not_read(hang) -> None:
    """The proxy does not set it, so it would be the browser's own word."""
    asked = hang(**{**HEADER_MODE, "HEADER_GROUPS": ""})
    told = stated(groups=b"admin", name=b"Anna")
    asked.ask("/_stcore/stream", told, "websocket")
    assert (person(asked).groups, person(asked).name) == (frozenset(), "Anna")


WORD = b64encode("Åsa Öberg".encode())


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("Åsa Öberg".encode(), "Åsa Öberg"),
        (b"utf-8''%C3%85sa%20%C3%96berg", "Åsa Öberg"),
        (b"UTF-8''%c3%85sa", "Åsa"),
        (b"=?UTF-8?B?" + WORD + b"?=", "Åsa Öberg"),
        (b"=?iso-8859-1?Q?=C5sa?= =?utf-8?q?_=C3=96berg?=", "Åsa Öberg"),
        (b"50%25 =?", "50%25 =?"),  # none of them: as it stands
        ("陈 伟".encode(), "陈 伟"),
    ],
)
def test_a_name_outside_ascii_is_read_in_the_ways_that_proxies_write_it(sent, read) -> None:
    assert decoded(sent) == read


@pytest.mark.parametrize(
    "sent",
    [
        *(b"\xc5sa", b"utf-8''%C5sa", b"=?UTF-8?B?xXNh?=", b"=?nowhere?B?xXNh?=", b"a\x00b"),
        *(b"utf-8''a%0Ab", b"utf-8''a%E2%80%A8b", b"a\x7fb"),
    ],
)
def test_what_is_no_name_is_refused_and_not_guessed_at(sent: bytes, hang) -> None:
    status, _, body = hang(**HEADER_MODE).ask("/", [*stated(name=sent), HTML])
    assert status == 403
    assert "går inte att läsa" in body
