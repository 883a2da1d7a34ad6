"""The gate: who is let in, what is kept closed, and how much one browser may ask for."""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import subprocess
import sys
from contextlib import suppress
from types import SimpleNamespace

import pytest
from streamlit import config

from components.shell import hosts, uploads
from components.shell.gate import FULL, Gate
from components.shell.pace import Pace
from components.shell.swedish_shell import security_headers
from components.shell.turns import Turns
from tests import ROOT

HERE = "127.0.0.1:8501"
Headers = list[tuple[bytes, bytes]]


def headers(**told: str) -> Headers:
    given = {"host": HERE, **{name.replace("_", "-"): value for name, value in told.items()}}
    return [(name.encode(), value.encode("latin-1")) for name, value in given.items() if value]


def ask(
    told: Headers, path: str = "/", kind: str = "http", method: str = "GET", most: int = 9
) -> int | str:
    """The status of the answer, or how a page's line was answered; the app behind says 200."""
    said = []

    async def inner(scope, receive, send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})

    async def send(message) -> None:
        said.append(message)

    scope = {"type": kind, "path": path, "headers": told, "query_string": b""}
    if kind == "http":
        scope["method"] = method
    asyncio.run(Gate(inner, most)(scope, None, send))
    return said[0].get("status") or said[0]["type"].removeprefix("websocket.")


def lets_in(told: Headers) -> bool:
    """Whether it lets a request in, in every way there is; no way is more open than another."""
    ways = {
        ask(told) == 200,
        ask(told, "/media/x.docx") == 200,
        ask(told, "/_stcore/stream", "websocket") == "accept",
    }
    assert len(ways) == 1, ways
    return ways.pop()


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The server's options; a test sets those it is about."""
    told: dict[str, object] = {"server.address": "127.0.0.1"}
    monkeypatch.setattr("streamlit.get_option", told.get)
    return told


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
@pytest.mark.parametrize("port", ["", ":8501", ":80"])
def test_the_computers_own_names_are_answered(host: str, port: str, options) -> None:
    assert lets_in(headers(host=host + port))


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8501", "evil"),
        *("", "127.0.0.1@evil.example", "127.0.0.1/x", "127.0.0.1:8501:1", "127.0.0.1 evil"),
        *("127.0.0.1, evil.example", "[::1", "[::2]", "127.0.0.1:port", "0x7f.1", "*"),
    ],
)
def test_no_other_name_is_answered(host: str, options) -> None:
    """A name that is made to lead to this computer (DNS rebinding) opens nothing."""
    assert not lets_in(headers(host=host))


def test_a_host_told_twice_is_no_host(options) -> None:
    assert not lets_in([*headers(), (b"host", HERE.encode())])


def test_the_names_told_are_answered_too(options) -> None:
    options["server.allowedHosts"] = ["natverk.kommun.se", "*.prov.kommun.se"]
    assert lets_in(headers(host="Natverk.Kommun.se:443"))
    assert lets_in(headers(host="a.prov.kommun.se"))
    assert lets_in(headers())
    assert not lets_in(headers(host="kommun.se"))
    assert not lets_in(headers(host="prov.kommun.se.evil.example"))
    options["server.allowedHosts"] = ["*"]
    assert lets_in(headers(host="vad.som.helst"))


def test_who_passes_the_gate_is_not_judged_again_by_other_rules(monkeypatch) -> None:
    """Streamlit's own check is of the names told alone; it is asked as its server asks it."""
    told = {"server.allowedHosts": ["natverk.kommun.se"], "server.enableCORS": True}
    told |= {"browser.serverAddress": "127.0.0.1", "server.corsAllowedOrigins": []}
    real = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: told.get(name, real(name)))
    for name in ("get_external_ip", "get_internal_ip"):  # as never_look_outside leaves them
        monkeypatch.setattr(f"streamlit.net_util.{name}", lambda: None)
    spec = importlib.util.find_spec(hosts.starlette_websocket.__name__)
    streamlits = importlib.util.module_from_spec(spec)  # one that nobody has changed
    spec.loader.exec_module(streamlits)
    monkeypatch.setattr(hosts, "starlette_websocket", streamlits)
    handler = streamlits.create_websocket_handler(None)

    def lets_in_ours() -> list[bool]:
        asked = inspect.getclosurevars(handler).globals["_is_origin_allowed"]
        ours = "natverk.kommun.se"
        return [asked(f"http://{HERE}", HERE), asked(f"https://{ours}", f"{ours}:443")]

    assert lets_in_ours() == [False, False], "or nothing would have to be left to the gate"
    hosts.leave_it_to_the_gate()
    assert lets_in_ours() == [True, True]


def test_an_address_to_listen_on_is_a_name_unless_it_is_every_address(options) -> None:
    options["server.address"] = "10.1.2.3"
    assert lets_in(headers(host="10.1.2.3:8501"))
    options["server.address"] = "0.0.0.0"
    assert not lets_in(headers(host="0.0.0.0:8501"))


@pytest.mark.parametrize(
    "origin",
    [
        *("http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:3000"),
        *("http://127.0.0.1:8501.evil.example", "http://localhost:8501", "file://", "x"),
    ],
)
def test_a_page_from_elsewhere_is_not_answered(origin: str, options) -> None:
    """Also from another server on the same computer."""
    assert not lets_in(headers(origin=origin))


def test_our_own_pages_are_answered_and_those_told(options) -> None:
    assert lets_in(headers(origin=f"http://{HERE}"))
    assert lets_in(headers(host="localhost:8501", origin="http://LOCALHOST:8501"))
    options["server.corsAllowedOrigins"] = ["https://intranat.kommun.se/"]
    assert lets_in(headers(origin="https://intranat.kommun.se"))
    assert not lets_in(headers(origin="http://intranat.kommun.se"))


@pytest.mark.parametrize(
    ("origin", "host", "ours"),
    [
        ("https://natverk.kommun.se", "natverk.kommun.se:443", True),
        ("http://natverk.kommun.se:80", "natverk.kommun.se", True),
        ("https://natverk.kommun.se", "natverk.kommun.se:80", False),
        ("http://natverk.kommun.se", "natverk.kommun.se:443", False),
        ("https://natverk.kommun.se:8443", "natverk.kommun.se", False),
        ("https://:443", "natverk.kommun.se", False),
    ],
)
def test_the_port_that_a_scheme_has_by_itself_may_be_told_or_not(
    origin: str, host: str, ours: bool, options
) -> None:
    """Some proxies write it out in Host; a browser never does in Origin."""
    options["server.allowedHosts"] = ["natverk.kommun.se"]
    assert lets_in(headers(host=host, origin=origin)) is ours


def test_a_link_from_elsewhere_opens_a_page_and_nothing_else_from_there_does(options) -> None:
    cross = {"sec_fetch_site": "cross-site"}
    assert ask(headers(**cross, sec_fetch_mode="navigate")) == 200
    assert ask(headers(**cross, sec_fetch_mode="no-cors"), "/media/x.docx") == 403
    assert ask(headers(**cross, sec_fetch_mode="navigate"), method="POST") == 403
    assert ask(headers(sec_fetch_site="same-origin", sec_fetch_mode="cors")) == 200


@pytest.mark.parametrize("path", ["metrics", "agent/sessions", "agent", "script-health-check"])
@pytest.mark.parametrize("base", ["", "natverk/kollen"])
def test_what_no_page_uses_is_closed(path: str, base: str, options) -> None:
    options["server.baseUrlPath"] = base
    assert ask(headers(), f"/{base}/_stcore/{path}".replace("//", "/")) == 404


@pytest.mark.parametrize("path", ["health", "host-config"])
def test_what_the_page_and_the_watchman_need_is_open(path: str, options) -> None:
    assert ask(headers(), f"/_stcore/{path}") == 200


def test_no_file_is_taken_where_no_page_is_open(options) -> None:
    assert ask(headers(), "/_stcore/upload_file/session/file", method="PUT") == 403


class Kept:
    """Streamlit's memory of files, as far as it is used: what is there, and letting go of it."""

    def __init__(self, **sizes: list[int]):
        self.file_storage = {
            session: {
                f"{session}{n}": SimpleNamespace(data=bytes(size)) for n, size in enumerate(s)
            }
            for session, s in sizes.items()
        }

    def remove_file(self, session: str, id_: str) -> None:
        del self.file_storage[session][id_]

    def remove_session_files(self, session: str) -> None:
        del self.file_storage[session]


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch):
    """Streamlit's runtime with these files, where only the session `a` is still open."""

    def with_files(kept: Kept) -> Kept:
        fake = SimpleNamespace(uploaded_file_mgr=kept, is_active_session=lambda s: s == "a")
        monkeypatch.setattr(uploads.Runtime, "instance", classmethod(lambda cls: fake))
        return kept

    return with_files


def test_a_page_holds_its_latest_files_only(runtime) -> None:
    kept = runtime(Kept(a=[1] * 40, b=[1, 1]))
    assert uploads.make_room_for_file("a")
    assert list(kept.file_storage["a"]) == ["a37", "a38", "a39"]  # and the one to come
    assert len(kept.file_storage["b"]) == 2


def test_when_files_are_many_those_of_closed_pages_go(runtime, monkeypatch) -> None:
    monkeypatch.setattr(uploads, "TOGETHER", 100)
    kept = runtime(Kept(a=[60], closed=[60]))
    assert uploads.make_room_for_file("b")
    assert list(kept.file_storage) == ["a"]
    runtime(Kept(a=[60, 60]))
    kept = runtime(Kept(a=[60, 60, 30]))
    assert uploads.make_room_for_file("b")
    assert list(kept.file_storage["a"]) == ["a2"], "what stood in the field before was read"
    kept = runtime(Kept(a=[120]))
    assert not uploads.make_room_for_file("b"), "what may stand in it is taken from nobody"
    assert len(kept.file_storage["a"]) == 1


@pytest.mark.parametrize("ends", ["received", "cancelled"])
def test_a_page_sends_no_more_files_at_a_time_than_it_may_hold(
    ends: str, runtime, options, monkeypatch
) -> None:
    """What is on its way is in memory too; what was cancelled makes room again."""
    monkeypatch.setattr(uploads, "takes_files", lambda session: True)
    runtime(Kept(a=[1] * 3))
    told: list[int] = []

    async def visit() -> None:
        end = asyncio.Event()

        async def inner(scope, receive, send) -> None:
            await end.wait()
            if ends == "cancelled":
                raise ConnectionResetError
            await send({"type": "http.response.start", "status": 204, "headers": []})

        async def send(message) -> None:
            if "status" in message:
                told.append(message["status"])

        gate = Gate(inner, 9)

        async def put(session: str = "a") -> None:
            path = f"/_stcore/upload_file/{session}/x"
            scope = {"type": "http", "path": path, "headers": headers(), "method": "PUT"}
            await gate(scope, None, send)

        first = [asyncio.create_task(put()) for _ in range(uploads.EACH + 2)]
        first.append(asyncio.create_task(put("b")))
        await asyncio.sleep(0)
        assert told == [503, 503], "two more than it may hold, and none of the other page's"
        end.set()
        await asyncio.gather(*first, return_exceptions=True)
        told.clear()
        with suppress(ConnectionResetError):
            await put()

    asyncio.run(visit())
    assert told == ([204] if ends == "received" else [])


def test_who_asks_as_a_person_never_waits_and_who_floods_gets_a_few_a_second() -> None:
    person = Pace(0.0, at_once=60, each_second=5)
    # Whoever answers with the keyboard: three a second for ten minutes, then a burst.
    assert max(person.wait(n / 3) for n in range(1800)) == 0
    assert max(person.wait(601.0) for _ in range(50)) == 0
    flood = Pace(0.0, at_once=60, each_second=5)
    now = 0.0
    done = 0
    while now < 60:
        now += 0.001 + flood.wait(now)
        done += 1
    assert done <= 60 + 60 * 5 + 1


def test_when_it_is_full_that_is_said_and_the_open_pages_go_on(options) -> None:
    """Whoever comes is told; who is in keeps the line, and room comes back when somebody leaves."""
    told: list[str] = []
    leave = asyncio.Event()

    async def inner(scope, receive, send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            await leave.wait()
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})

    async def visit() -> None:
        gate = Gate(inner, 2)

        async def come(kind: str = "websocket") -> None:
            async def send(message) -> None:
                told.append(str(message.get("body", message.get("status", message["type"]))))

            page = [(b"accept", b"text/html,*/*")]
            scope = {"type": kind, "method": "GET", "path": "/", "headers": [*headers(), *page]}
            await gate({**scope, "query_string": b""}, None, send)

        inside = [asyncio.create_task(come()) for _ in range(2)]
        await asyncio.sleep(0)
        await come()
        await come("http")
        leave.set()
        await asyncio.gather(*inside)
        await come("http")

    asyncio.run(visit())
    accepted = "websocket.accept"
    assert told == [accepted, accepted, "websocket.close", "503", str(FULL.encode()), "200"]


def test_who_comes_when_those_inside_wait_long_is_told_so_and_nobody_inside_is(
    options, monkeypatch
) -> None:
    page = headers(accept="text/html,*/*;q=0.8")
    assert ask(page) == 200
    monkeypatch.setattr(Turns, "crowded", True)
    assert ask(page) == 503
    assert ask(headers(accept="*/*"), "/static/js/index.js") == 200
    assert ask(headers(), "/_stcore/stream", kind="websocket") == "accept"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lends files without such a limit")
@pytest.mark.parametrize(
    ("soft", "hard", "then", "pages"), [(256, 1200, 1200, 200), (300, 300, 300, 20)]
)
def test_the_system_is_asked_for_all_the_files_it_lends(soft, hard, then, pages) -> None:
    program = (
        "import resource as r; from components.shell.room import make_room\n"
        f"r.setrlimit(r.RLIMIT_NOFILE, ({soft}, {hard}))\n"
        "print(make_room(), r.getrlimit(r.RLIMIT_NOFILE)[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(pages), str(then)]


def test_the_page_may_only_connect_to_its_own_server() -> None:
    policy = dict(security_headers("natverk.kommun.se:8443"))[b"content-security-policy"].decode()
    (rule,) = (each for each in policy.split("; ") if each.startswith("connect-src"))
    own = "natverk.kommun.se:8443"
    assert rule == f"connect-src 'self' ws://{own} wss://{own}"
    assert "ws:" not in dict(security_headers(""))[b"content-security-policy"].decode()
