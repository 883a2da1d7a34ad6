"""Signing in at a real OpenID provider, against the served app: who comes in, and for how long."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest
from playwright.sync_api import Page, expect

from natverkskollen.store import lock
from tests.building.provider import Provider, provider
from tests.e2e.conftest import ServedApp, free_port, serve
from tests.e2e.visitor import PATIENCE, done, drawn_answers, refused, visiting
from tests.e2e.walking import HUDDINGE

HTML = {"accept": "text/html"}
CLIENT = "natverkskollen"
EVALUATION = f"utvardering={HUDDINGE}"


@pytest.fixture(scope="module")
def login() -> Iterator[Provider]:
    with provider() as found:
        yield found


@pytest.fixture(scope="module")
def server(login: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    port = free_port()
    folder = tmp_path_factory.mktemp("signing-in")
    with serve(folder, port, prepare=with_rights, settings=oidc(login, port)) as served:
        yield served


def oidc(login: Provider, port: int) -> dict[str, str]:
    """The settings of servers that people reach at a port of this computer."""
    settings = {
        "LOGIN": "oidc",
        "ADDRESS": f"http://127.0.0.1:{port}",
        "OIDC_ISSUER": login.url,
        "OIDC_CLIENT_ID": CLIENT,
        "OIDC_CLIENT_SECRET": "hemligt",
        "OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
    }
    return {f"NATVERKSKOLLEN_{name}": value for name, value in settings.items()}


ADMIN = "{role: admin, email: it@kommunen.se}"
EDITOR = "{role: editor, group: nk-alla}"


def with_rights(data: Path, *grants: str) -> None:
    rows = "".join(f"  - {grant}\n" for grant in grants or (ADMIN, EDITOR))
    swap(data / "access.yaml", f"schema: 1\ngrants:\n{rows}")


@pytest.fixture(autouse=True)
def as_it_is(login: Provider, server: ServedApp) -> Iterator[None]:
    """Each test begins with an honest provider and the clock as it is."""
    login.twist = lambda claims: None
    login.knows("anna", name="Anna Ås", email="anna@kommunen.se", groups=["nk-alla"])
    move(server, 0)
    with_rights(server.data)
    yield
    move(server, 0)


def move(server: ServedApp, seconds: float) -> None:
    swap(server.data.parent / "clock", f"{seconds}")


def swap(path: Path, text: str) -> None:
    """Write a file whole, for the server may be reading it."""
    beside = path.with_name(f".{path.name}.beside")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def sign_in(server: ServedApp, subject: str = "anna") -> httpx.Client:
    """A browser that has been to the provider and back."""
    browser = httpx.Client(headers=HTML, timeout=PATIENCE)
    to_provider = follow(browser, server, browser.get(f"{server.url}/logga-in"))
    back = browser.post(to_provider.headers["location"], data={"sub": subject})
    browser.callback = back.headers["location"]
    follow(browser, server, back)
    return browser


def follow(browser: httpx.Client, server: ServedApp, answer: httpx.Response) -> httpx.Response:
    """Where the app sends the browser, until it is sent elsewhere or nowhere."""
    while answer.is_redirect and urljoin(server.url, answer.headers["location"]).startswith(
        server.url
    ):
        answer = browser.get(urljoin(server.url, answer.headers["location"]))
    return answer


def inside(server: ServedApp, browser: httpx.Client) -> bool:
    """Whether it gets in; by page, by a part of one and by line alike."""
    page = browser.get(f"{server.url}/oversikt").status_code
    part = browser.get(f"{server.url}/_stcore/host-config").status_code
    line = done(refused(server.url, server.url, **cookies(browser)))
    found = {(page == 200), (part == 200), not line}
    assert len(found) == 1, (page, part, line)
    return found.pop()


def cookies(browser: httpx.Client) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items())}


def test_who_has_signed_in_comes_in_and_nobody_else(server: ServedApp) -> None:
    stranger = httpx.Client(headers=HTML, timeout=PATIENCE)
    assert not inside(server, stranger)
    assert "Logga in" in stranger.get(f"{server.url}/resultat").text
    browser = sign_in(server)
    assert inside(server, browser)
    assert done(refused(server.url, "http://evil.example", **cookies(browser)))
    (kept,) = {each.expires for each in browser.cookies.jar if each.name == "_streamlit_user"}
    assert kept - time.time() < 10 * 3600 + 1, "the browser forgets it after ten hours"


def drawn(server: ServedApp, browser: httpx.Client, session: str = "") -> tuple[str, str]:
    """What the app draws for a browser on one page, and in which session."""

    async def visit() -> tuple[str, str]:
        async with visiting(server.url, session, **cookies(browser)) as visitor:
            await visitor.ask("oversikt", EVALUATION)
            await visitor.drawn()
            return visitor.said.decode("utf-8", "replace"), visitor.session

    return done(visit())


def test_the_page_says_who_one_is(server: ServedApp) -> None:
    said, _ = drawn(server, sign_in(server))
    assert "Inloggad som Anna Ås" in said and "Klimatkommunerna" in said


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "https://evil.example"},
        {"aud": "annat-program"},
        {"aud": "annat-program", "azp": CLIENT},
        {"nonce": "en annan inloggnings"},
        {"exp": 1_700_000_000},
    ],
    ids=lambda lie: "-".join(map(str, lie)),
)
def test_a_token_that_is_not_for_us_now_lets_nobody_in(lie, login, server: ServedApp) -> None:
    login.twist = lambda claims: claims.update(lie)
    assert not inside(server, sign_in(server))
    assert login.said[-1].items() >= lie.items(), "or something else was wrong"


def test_a_way_back_that_has_been_used_is_of_no_use_again(server: ServedApp) -> None:
    """Neither in the browser that used it nor in another (the state is bound to the browser)."""
    browser = sign_in(server)
    other = httpx.Client(headers=HTML, timeout=PATIENCE)
    follow(other, server, other.get(browser.callback))
    assert not inside(server, other)
    browser.cookies.delete("_streamlit_user")
    follow(browser, server, browser.get(browser.callback))
    assert not inside(server, browser)


def test_a_cookie_of_ones_own_making_lets_nobody_in(server: ServedApp) -> None:
    browser = sign_in(server)
    signed = browser.cookies["_streamlit_user"]
    for forged in (signed[:-2] + "AA", signed.partition(".")[0], "", "x.y.z"):
        browser.cookies.set("_streamlit_user", forged, domain="127.0.0.1")
        assert not inside(server, browser)


def test_groups_that_were_left_out_for_being_many_are_an_error_with_a_remedy(
    login, server: ServedApp
) -> None:
    many = {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "x"}}}
    for told in (many, {"hasgroups": True}):
        login.twist = lambda claims, told=told: (claims.pop("groups"), claims.update(told))
        browser = sign_in(server)
        assert not inside(server, browser)
        said = unescape(browser.get(f"{server.url}/").text)
        assert "så många grupper" in said and "tilldelade" in said


def test_after_leaving_the_cookie_is_of_no_use_to_who_has_kept_it(server: ServedApp) -> None:
    browser = sign_in(server)
    kept = httpx.Client(headers=HTML, cookies=dict(browser.cookies), timeout=PATIENCE)
    assert inside(server, kept)
    answer = browser.get(f"{server.url}/auth/logout")
    assert "/oauth2/end_session?" in answer.headers["location"]
    assert not inside(server, browser) and not inside(server, kept)


@pytest.mark.parametrize(("minutes", "stands"), [(44, True), (46, False)])
def test_a_session_that_is_not_used_ends(minutes: int, stands: bool, server: ServedApp) -> None:
    browser = sign_in(server)
    assert inside(server, browser)
    move(server, minutes * 60)
    assert inside(server, browser) is stands


def test_a_session_ends_with_the_token_however_much_it_is_used(login, server: ServedApp) -> None:
    login.twist = lambda claims: claims.update(exp=claims["iat"] + 50 * 60)
    browser = sign_in(server)
    for minutes in (20, 40, 49):
        move(server, minutes * 60)
        assert "Anna" in drawn(server, browser)[0]
    move(server, 51 * 60)
    assert not inside(server, browser)


def test_who_will_soon_be_signed_out_is_told_and_can_sign_in_again_before(
    server: ServedApp,
) -> None:
    browser = sign_in(server)
    move(server, 40 * 60)  # the provider's token is good for an hour
    assert "Du loggas ut kl." not in drawn(server, browser)[0]
    move(server, 51 * 60)
    told, _ = drawn(server, browser)
    assert "Du loggas ut kl." in told and "Logga in igen nu" in told
    assert "/auth/login" in browser.get(f"{server.url}/logga-in").headers["location"]


def test_a_session_ends_after_ten_hours_however_long_the_token_is_good(
    login, server: ServedApp
) -> None:
    login.twist = lambda claims: claims.update(exp=claims["iat"] + 24 * 3600)
    browser = sign_in(server)
    for minutes in range(44, 600, 44):
        move(server, minutes * 60)
        assert "Anna" in drawn(server, browser)[0]
    move(server, 601 * 60)
    assert not inside(server, browser)


def test_who_has_no_right_sees_who_they_are_and_whom_to_ask(login, server: ServedApp) -> None:
    login.twist = lambda claims: claims.pop("groups")
    said, _ = drawn(server, sign_in(server))
    assert "Du är inloggad som Anna Ås (anna@kommunen.se), men har ingen rätt" in said
    assert "Fråga it@kommunen.se." in said and "skickade inga grupper" in said
    assert login.url in said and "Klimatkommunerna" not in said and "Logga ut" in said


def test_a_right_that_is_taken_away_is_gone_at_the_next_click_on_an_open_page(
    server: ServedApp,
) -> None:
    browser = sign_in(server)

    async def visit() -> list[str]:
        seen = []
        async with visiting(server.url, **cookies(browser)) as visitor:
            for grants in ((ADMIN, EDITOR), (ADMIN,), (ADMIN, EDITOR)):
                with_rights(server.data, *grants)
                visitor.said = b""
                await visitor.ask("oversikt", EVALUATION)
                await visitor.drawn()
                seen.append(visitor.said.decode("utf-8", "replace"))
        return seen

    before, without, after = done(visit())
    assert "Klimatkommunerna" in before and "Klimatkommunerna" in after
    assert "ingen rätt" in without and "Klimatkommunerna" not in without


def test_nobody_goes_on_in_anothers_page(login, server: ServedApp) -> None:
    login.knows("bo", name="Bo", groups=["nk-alla"])
    _, annas = drawn(server, sign_in(server))
    said, bos = drawn(server, sign_in(server, "bo"), annas)
    assert bos != annas and "Inloggad som Bo" in said and "Anna" not in said


def test_a_text_that_waits_when_the_session_ends_leaves_a_page_with_a_way_in(
    server: ServedApp,
) -> None:
    whole = "{role: assessor, group: nk-alla, assessor: forvaltningen, evaluations: [%s]}"
    with_rights(server.data, ADMIN, EDITOR, whole % HUDDINGE)
    browser = sign_in(server)

    async def visit() -> None:
        async with visiting(server.url, **cookies(browser)) as visitor:
            await visitor.redrawn_in("bedomning", EVALUATION)
            answers = list(drawn_answers(visitor.heard).values())
            first, second = answers[0].written(rationale="Ett"), answers[1].written(rationale="Två")
            with lock.held(server.data / "evaluations", HUDDINGE, "ett test"):
                await visitor.ask("bedomning", EVALUATION, first)
                await visitor.begun()
                await visitor.ask("bedomning", EVALUATION, first | second)
                await visitor.received()
                move(server, 46 * 60)
                await visitor.ask("bedomning", EVALUATION)  # is let in as no more than a redraw
                await visitor.received()
            await visitor.told("Du har varit borta en stund")
            await visitor.told("/logga-in?")

    done(visit())


def by_the_button(page: Page, server: ServedApp) -> None:
    page.goto(f"{server.url}/resultat?{EVALUATION}&avsnitt=kostnad")
    page.get_by_role("link", name="Logga in").click()
    page.get_by_role("button", name="anna").click()
    expect(page.get_by_text("Inloggad som Anna Ås")).to_be_visible()
    led = re.escape(f"{server.url}/resultat?{EVALUATION}&avsnitt=kostnad")
    expect(page).to_have_url(re.compile(led))


def test_the_button_signs_in_and_out_and_a_page_that_is_left_says_why(
    page: Page, server: ServedApp
) -> None:
    by_the_button(page, server)
    beside = page.context.new_page()
    beside.goto(f"{server.url}/ordlista")
    expect(beside.get_by_text("Inloggad som Anna Ås")).to_be_visible()
    move(server, 46 * 60)
    for each in (page, beside):  # nobody touches them
        expect(each.get_by_text("Du har varit borta en stund")).to_be_visible()
        expect(each.get_by_text("Inloggad som")).to_have_count(0)
    move(server, 0)
    page.context.clear_cookies()
    by_the_button(page, server)
    beside.goto(f"{server.url}/ordlista")
    expect(beside.get_by_text("Inloggad som Anna Ås")).to_be_visible()  # it is open and drawn
    page.get_by_role("button", name="Logga ut").click()
    page.wait_for_url(re.compile("/oauth2/end_session"))
    expect(beside.get_by_text("Du är utloggad.")).to_be_visible()
