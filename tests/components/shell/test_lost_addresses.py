"""Addresses that lead nowhere: told in Swedish, at whatever depth, and nothing else is touched."""

from __future__ import annotations

import asyncio

import pytest

from components.shell.addresses import LOST, PAGES
from components.shell.swedish_shell import SwedishShell

HTML = [(b"content-type", b"text/html")]
SHELL = b'<html lang="en"><head><title>Streamlit</title></head></html>'


def ask(path: str, headers: list[tuple[bytes, bytes]], question: bytes = b"") -> tuple[int, str]:
    """The status and, where the answer leads on, the address."""
    told = []

    async def inner(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": SHELL})

    async def send(message) -> None:
        told.append(message)

    scope = {"type": "http", "path": path, "headers": [], "query_string": question}
    asyncio.run(SwedishShell(inner)(scope, None, send))
    where = dict(told[0]["headers"]).get(b"location", b"")
    return told[0]["status"], where.decode()


@pytest.mark.parametrize("path", ["/finns-inte", "/jamforelse/x", "/a/b/c", "/bedomning/fraga/2"])
def test_an_address_that_leads_nowhere_is_answered_with_the_page_that_says_so(path: str) -> None:
    question = b"utvardering=huddinge-2025"
    assert ask(path, HTML, question) == (307, f"/{LOST}?utvardering=huddinge-2025")


@pytest.mark.parametrize(
    "path", ["/", f"/{LOST}", "/bedom", "/start", *(f"/{p[2]}" for p in PAGES)]
)
def test_pages_of_today_and_of_earlier_versions_are_shown(path: str) -> None:
    assert ask(path, HTML) == (200, "")


def test_below_a_path_of_its_own_the_way_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.get_option", lambda name: "natverk/kollen")
    assert ask("/natverk/kollen/bedomning", HTML) == (200, "")
    assert ask("/natverk/kollen/bedomning/x", HTML) == (307, f"/natverk/kollen/{LOST}")


@pytest.mark.parametrize(
    "headers",
    [
        [(b"content-type", b"application/javascript")],
        [*HTML, (b"content-disposition", b'attachment; filename="namnd.html"')],
    ],
)
def test_files_are_handed_over_whatever_their_address(headers: list[tuple[bytes, bytes]]) -> None:
    assert ask("/media/abc.html", headers) == (200, "")
