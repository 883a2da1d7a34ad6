"""What a provider has said, out of Streamlit's cookie: only for us, now, and groups in full."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from components.login.stated import Refusal, Stated
from components.login.streamlit_cookie import stated_by_cookie
from components.shell.sessions import Session
from tests.components.login.conftest import ADDRESS, SECRET, settings
from tests.components.login.test_door import OIDC_MODE

OURS = settings(**OIDC_MODE).oidc


@pytest.fixture
def claims(at, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What an honest provider says of Anna."""
    monkeypatch.setattr(starlette_websocket, "get_cookie_secret", lambda: SECRET)
    now = int(at.time.timestamp())
    said = {"iss": OURS.issuer, "sub": "anna", "aud": OURS.client, "iat": now, "exp": now + 3600}
    return {**said, "name": "Anna  Ås", "email": "anna@k.se", "nonce": "n", "origin": ADDRESS}


def stated(told: dict[str, Any], key: str = SECRET, origin: str = ADDRESS) -> Stated:
    cookies: dict[str, str] = {}
    set_cookie_with_chunks(
        lambda name, value: cookies.update({name: create_signed_value(key, name, value).decode()}),
        lambda name, value: create_signed_value(key, name, value),
        "_streamlit_user",
        told,
        cookie_attr_size=60,
    )
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return stated_by_cookie({"headers": [(b"cookie", sent.encode())]}, OURS, origin)


def refused(told: dict[str, Any], **more: str) -> str:
    found = stated(told, **more)
    assert isinstance(found, Refusal), found
    return found.word


def test_a_person_is_who_the_provider_says_from_when_and_until_when(claims, at) -> None:
    found = stated(claims | {"groups": ["b", "a"]})
    assert isinstance(found, Session)
    who = found.principal
    assert (who.key, who.name, who.email) == ((OURS.issuer, "anna"), "Anna Ås", "anna@k.se")
    assert who.groups == {"a", "b"} and found.since == at.time
    assert found.ends and (found.ends - at.time).total_seconds() == 3600


def test_two_sign_ins_are_two_sessions(claims) -> None:
    one, other = stated(claims), stated(claims | {"nonce": "m"})
    assert isinstance(one, Session) and isinstance(other, Session) and one.key != other.key


@pytest.mark.parametrize(
    "lie",
    [
        *({"iss": each} for each in ("https://evil.example", "", None, ["x"])),
        *({"aud": each} for each in ("annat", "", None, [], ["annat"])),
        {"aud": "annat", "azp": "natverkskollen"},
        {"aud": ["natverkskollen", "annat"]},
        {"aud": ["natverkskollen", "annat"], "azp": "annat"},
        {"azp": "annat"},
        *({"sub": each} for each in ("", None, 7)),
        *({"exp": each} for each in (None, "snart", True, 10**20)),
        *({"iat": each} for each in (None, "nyss", -(10**20))),
        *({"origin": each} for each in ("https://annan.se", None)),
    ],
    ids=str,
)
def test_what_was_not_said_to_us_about_somebody_lets_nobody_in(lie, claims) -> None:
    assert refused(claims | lie) == "not-for-us"


@pytest.mark.parametrize(
    "told",
    [
        {"aud": ["natverkskollen"]},
        {"aud": ["natverkskollen", "annat"], "azp": "natverkskollen"},
        {"azp": "natverkskollen"},
        {"iss": f"{OIDC_MODE['OIDC_ISSUER']}/"},
    ],
    ids=str,
)
def test_other_ways_to_say_that_it_was_us_are_as_good(told, claims) -> None:
    assert isinstance(stated(claims | told), Session)


def test_a_clock_that_is_ahead_is_told_of(claims) -> None:
    assert refused(claims | {"iat": claims["iat"] + 301}) == "clock"
    assert isinstance(stated(claims | {"iat": claims["iat"] + 299}), Session)


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"_claim_names": {"groups": "src1"}}, "groups-overage"),
        ({"hasgroups": True}, "groups-overage"),
        ({"groups": {"a": 1}}, "groups-garbled"),
        ({"groups": ["a", 7]}, "groups-garbled"),
        ({"groups": None}, "groups-garbled"),
    ],
    ids=str,
)
def test_groups_that_are_not_said_in_full_are_never_no_groups(told, word, claims) -> None:
    assert refused(claims | told) == word


def test_groups_may_be_one_or_two_hundred_or_none(claims) -> None:
    many = [f"00000000-0000-0000-0000-{number:012}" for number in range(200)]
    for told, read in ({"groups": "en"}, {"en"}), ({"groups": many}, {*many}), ({}, set()):
        found = stated(claims | told)
        assert isinstance(found, Session) and found.principal.groups == read


def test_an_address_that_the_provider_has_not_seen_proof_of_is_nobodys(claims) -> None:
    found = stated(claims | {"email_verified": False})
    assert isinstance(found, Session) and found.principal.email == ""


@pytest.mark.parametrize(
    ("gone", "name"),
    [((), "Anna Ås"), (("name",), "anna.ek"), (("name", "preferred_username"), "anna@k.se")]
    + [(("name", "preferred_username", "email"), "anna")],
)
def test_somebody_is_called_what_there_is(gone, name, claims) -> None:
    told = {k: v for k, v in {**claims, "preferred_username": "anna.ek"}.items() if k not in gone}
    found = stated(told)
    assert isinstance(found, Session) and found.principal.name == name


def test_a_cookie_signed_with_another_key_says_nothing(claims) -> None:
    assert refused(claims, key="j" * 32) == "not-signed-in"
    found = stated_by_cookie({"headers": []}, OURS, ADDRESS)
    assert isinstance(found, Refusal) and found.word == "not-signed-in"
