"""Two served apps on one database and one provider: who leaves one of them has left both."""

from __future__ import annotations

import time
from pathlib import Path

import httpx

from natverkskollen.store.area import EVERY_ROOM
from natverkskollen.store.database.address import STORE
from tests.building.folders import shipped_folder
from tests.building.provider import provider
from tests.building.replicas import replica_in
from tests.database import database
from tests.e2e.conftest import free_port, serve
from tests.e2e.test_replicas import emptied
from tests.e2e.test_signing_in import HTML, cookies, inside, oidc, sign_in, with_rights
from tests.e2e.visitor import PATIENCE, done, visiting


def test_a_cookie_kept_from_one_server_is_of_no_use_at_the_other(tmp_path: Path) -> None:
    with provider() as login:
        login.knows("anna", name="Anna Ås", email="anna@kommunen.se", groups=["nk-alla"])
        address = database().address()
        third = replica_in(tmp_path / "tre", address)

        def files(folder: Path) -> str:
            with_rights(shipped_folder(folder))
            return folder.name

        assert third.write(EVERY_ROOM, files)
        port = free_port()
        settings = {**oidc(login, port), STORE: address}
        with (
            serve(tmp_path / "ett", port, prepare=emptied, settings=settings) as one,
            serve(tmp_path / "tva", prepare=emptied, settings=settings) as other,
        ):
            browser = sign_in(one)
            kept = httpx.Client(headers=HTML, cookies=dict(browser.cookies), timeout=PATIENCE)
            assert inside(other, kept)

            async def open_page() -> float:
                """How long an open page on the other server goes on after the leaving."""
                async with visiting(other.url, **cookies(kept)) as page:
                    await page.redrawn_in("oversikt")
                    assert "Anna Ås".encode() in page.said
                    page.said = b""
                    browser.get(f"{one.url}/auth/logout")
                    began = time.monotonic()
                    while "Du är utloggad.".encode() not in page.said:
                        await page.drawn()
                    return time.monotonic() - began

            assert done(open_page()) < 20  # three or so; this machine may be doing much else
            assert not inside(other, kept)
            assert not inside(one, kept)
