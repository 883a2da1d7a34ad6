"""What is set for a server: the whole of it read, and every mistake said at once in Swedish."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from natverkskollen.files.environment import PREFIX
from natverkskollen.files.problem import DataError
from natverkskollen.files.server_settings import server_settings

SECRET = "0123456789abcdef0123456789abcdef"
HEADER = {
    "LOGIN": "header",
    "ADDRESS": "https://nk.kommunen.se/",
    "PROXIES": "127.0.0.1",
    "PROXY_SECRET": SECRET,
}
OIDC = {
    "LOGIN": "oidc",
    "ADDRESS": "https://nk.kommunen.se/verktyg",
    "OIDC_ISSUER": "https://login.microsoftonline.com/t/v2.0",
    "OIDC_CLIENT_ID": "id",
    "OIDC_CLIENT_SECRET": "kort",
    "OIDC_COOKIE_SECRET": SECRET,
}


def read(told: dict[str, str], **more: str):
    return server_settings({PREFIX + k: v for k, v in {**told, **more}.items()})


def wrong(told: dict[str, str], **more: str) -> list[str]:
    with pytest.raises(DataError) as error:
        read(told, **more)
    return [f"{each}".removeprefix(PREFIX) for each in error.value.problems]


def test_nothing_set_is_ones_own_computer() -> None:
    found = server_settings({"PATH": "/bin", f"{PREFIX}DATA": "/srv"})
    assert (found.sign_in, found.header, found.oidc, found.encrypted) == (None, None, None, False)


def test_a_proxy_is_known_by_address_and_secret() -> None:
    found = read(HEADER, IDLE="30", LONGEST="8", HEADER_NAME="Remote-Name")
    assert found.header and found.header.name == "remote-name"
    assert (found.idle, found.longest) == (timedelta(minutes=30), timedelta(hours=8))
    assert (found.address, found.encrypted) == ("https://nk.kommunen.se", True)


def test_a_provider_is_known_by_its_address() -> None:
    found = read(OIDC)
    assert found.oidc and found.oidc.groups == "groups"
    assert found.origin == "https://nk.kommunen.se"


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "hemligt"
    file.write_text(f"{SECRET}\n")
    told = {**HEADER, "PROXY_SECRET": ""}
    found = read(told, PROXY_SECRET_FILE=str(file))
    assert found.header and found.header.secret == SECRET
    assert wrong(told, PROXY_SECRET_FILE=str(tmp_path / "annat")) == [
        f"PROXY_SECRET_FILE: filen {tmp_path / 'annat'} går inte att läsa. Rätta sökvägen eller "
        "filens rättigheter."
    ]


def test_no_secret_is_shown_where_settings_are_printed() -> None:
    assert SECRET not in repr(read(HEADER))
    assert SECRET not in repr(read(OIDC))
    assert SECRET[:-1] not in " ".join(wrong(HEADER, PROXY_SECRET=SECRET[:-1]))


@pytest.mark.parametrize(
    ("told", "more", "start"),
    [
        ({}, {"LOGIN": "ldap"}, "LOGIN: ”ldap” går inte att välja. Skriv något av none, header"),
        ({}, {"LOGIN": "Header"}, "LOGIN: ”Header” går inte att välja"),
        (HEADER, {"ADDRESS": ""}, "ADDRESS: är inte satt"),
        (HEADER, {"ADDRESS": "http://nk.kommunen.se"}, "ADDRESS: ”http://nk.kommunen.se” är ingen"),
        (HEADER, {"ADDRESS": "nk.kommunen.se"}, "ADDRESS: ”nk.kommunen.se” är ingen adress"),
        (HEADER, {"ADDRESS": "https://[::1"}, "ADDRESS: ”https://[::1” går inte att använda"),
        (HEADER, {"IDLE": "29"}, "IDLE: ”29” går inte att använda. Skriv ett heltal från 30 till"),
        (HEADER, {"IDLE": "½"}, "IDLE"),
        (HEADER, {"LONGEST": "11"}, "LONGEST: ”11” går inte att använda"),
        (HEADER, {"PROXIES": ""}, "PROXIES: är inte satt. Skriv proxyns adress"),
        (HEADER, {"PROXIES": "nginx"}, "PROXIES: ”nginx” går inte att använda"),
        (HEADER, {"PROXIES": "0.0.0.0/0"}, "PROXIES: 0.0.0.0/0 är alla datorer"),
        (HEADER, {"PROXIES": "::/0"}, "PROXIES: ::/0 är alla datorer"),
        (HEADER, {"PROXY_SECRET": SECRET[1:]}, "PROXY_SECRET: är kortare än 32 tecken. Gör en med"),
        (HEADER, {"HEADER_NAME": "Namn: x"}, "HEADER_NAME: ”Namn: x” är inget namn på ett huvud"),
        (OIDC, {"OIDC_ISSUER": "http://login.example.org"}, "OIDC_ISSUER"),
        (OIDC, {"OIDC_CLIENT_ID": " "}, "OIDC_CLIENT_ID: är inte satt. Ange det id"),
        (OIDC, {"OIDC_COOKIE_SECRET": "kort"}, "OIDC_COOKIE_SECRET: är kortare än 32 tecken"),
        ({}, {"LOGINN": "oidc"}, f"LOGINN: finns inte. Menar du {PREFIX}LOGIN"),
        (HEADER, {"IDEL": "40"}, f"IDEL: finns inte. Menar du {PREFIX}IDLE"),
        ({}, {"OIDC_ISSUER": "https://x.se"}, "OIDC_ISSUER: är satt, men NATVERKSKOLLEN_LOGIN"),
        ({}, {"PROXY_SECRET": SECRET}, "PROXY_SECRET: är satt, men NATVERKSKOLLEN_LOGIN säger"),
    ],
)
def test_a_mistake_is_said_with_what_to_do(told, more, start: str) -> None:
    (found,) = wrong(told, **more)
    assert found.startswith(start)


def test_every_mistake_is_said_at_once() -> None:
    assert len(wrong({"LOGIN": "oidc"})) == 5
