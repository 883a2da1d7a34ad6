"""What a stranger, or a broken program, can do to a running server: nothing that others notice."""

from __future__ import annotations

import asyncio
import urllib.request
from contextlib import suppress
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.visitor import PATIENCE, Visitor, done, refused, visiting

EVALUATION = "utvardering=huddinge-2025"
REFLECTED = "www.evil.example https://evil.example/x a@evil.example :material/home:"


def answered(url: str, method: str = "GET", body: bytes | None = None, **told: str) -> int:
    names = {name.replace("_", "-"): value for name, value in told.items()}
    asked = urllib.request.Request(url, body, names, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return answer.status
    except HTTPError as refusal:
        return refusal.code


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_a_page_from_elsewhere_opens_no_line(origin: str, read_only_app: ServedApp) -> None:
    """Nor does the server ask anybody whose page it is: `serve` listens to what it connects to."""
    assert done(refused(read_only_app.url, origin))
    assert answered(read_only_app.url, Origin=origin) == 403


def test_another_name_and_what_no_page_uses_are_refused(read_only_app: ServedApp) -> None:
    url = read_only_app.url
    assert answered(url, Host="evil.example") == 403
    assert answered(f"{url}/_stcore/metrics") == 404
    assert answered(f"{url}/_stcore/health") == 200


def upload(url: str, session: str) -> int:
    """The server's answer to a file sent to a session, with the token that its page would have."""
    with urllib.request.urlopen(f"{url}/_stcore/health", timeout=PATIENCE) as answer:
        cookie = (answer.headers.get("Set-Cookie") or "").split(";")[0]
    parts = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.xlsx"\r\n\r\n'
    return answered(
        f"{url}/_stcore/upload_file/{session}/f",
        "PUT",
        parts + b"x" * 1000 + b"\r\n--x--\r\n",
        Content_Type="multipart/form-data; boundary=x",
        Cookie=cookie,
        X_Xsrftoken=cookie.partition("=")[2].strip('"'),
    )


def test_no_file_is_taken_where_the_page_has_no_field_for_one(read_only_app: ServedApp) -> None:
    """Where it has one a person's file is taken: test_excel.py."""

    async def sent(page: str) -> int:
        async with visiting(read_only_app.url) as visitor:
            await visitor.redrawn_in(page, EVALUATION)
            return await asyncio.to_thread(upload, read_only_app.url, visitor.session)

    assert done(sent("ordlista")) == 403


def test_one_who_asks_a_hundred_times_a_second_keeps_nobody_waiting(
    read_only_app: ServedApp,
) -> None:
    async def flood(visitor: Visitor) -> None:
        while True:
            await visitor.ask("bedomning", EVALUATION)
            await asyncio.sleep(0.01)

    async def others() -> float:
        async with visiting(read_only_app.url) as me, visiting(read_only_app.url) as stranger:
            await me.redrawn_in("bedomning", EVALUATION)
            alone = [await me.redrawn_in("bedomning", EVALUATION) for _ in range(5)]
            flooding = asyncio.create_task(flood(stranger))
            await asyncio.sleep(1)  # until what anybody may ask for at once is used up
            times = [await me.redrawn_in("bedomning", EVALUATION) for _ in range(5)]
            flooding.cancel()
            with suppress(asyncio.CancelledError):
                await flooding
            return sorted(times)[2] / sorted(alone)[2]

    # Without the limit it is over thirty times as long, each time; with it only where the computer
    # has had something else to do meanwhile, and not each time.
    assert any(done(others()) < 15 for _ in range(4))


def test_what_is_written_becomes_no_link_wherever_it_is_shown(
    page: Page, served_app: ServedApp
) -> None:
    """Streamlit makes links of addresses in labels after the escapes have been read."""
    file = served_app.data / "evaluations" / "huddinge-2025" / "evaluation.yaml"
    text = file.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    file.write_text(text.replace(title, f'title: "{REFLECTED}"'), encoding="utf-8")
    links = page.locator("a[href*='evil']")
    for asked in ("huddinge-2025", REFLECTED):
        page.goto(f"{served_app.url}/oversikt?utvardering={asked}")
        expect(page.get_by_text("evil.example").first).to_be_visible()
        expect(links).to_have_count(0)
