"""What a first visit fetches: packed once, the same when unpacked, and every sign there is."""

import asyncio
import gzip
import time
from collections.abc import Awaitable, Callable

import brotli
import pytest
from fontTools.ttLib import TTFont

from components.shell.packed_files import PackedFiles
from components.shell.typefaces import ICON_FONT, ICONS, LETTERS, other_signs
from tests.parts_of_fonts import STATIC, icons_of, kept, named

SCRIPT = next((STATIC / "static/js").glob("protobuf.*.js"))
HERE = f"/static/js/{SCRIPT.name}"
Headers = dict[bytes, bytes]


class Behind:
    """The program behind: gives a file in two parts, and remembers what it was asked."""

    def __init__(
        self, kind: bytes = b"application/javascript", status: int = 200, length: int | None = None
    ):
        self.asked: list[Headers] = []
        self.kind = kind
        self.status = status
        self.raw = SCRIPT.read_bytes()[:length]

    async def __call__(self, scope, receive, send: Callable[..., Awaitable[None]]) -> None:
        self.asked.append(dict(scope["headers"]))
        raw = self.raw
        told = [(b"content-type", self.kind), (b"content-length", b"%d" % len(raw))]
        await send({"type": "http.response.start", "status": self.status, "headers": told})
        half = len(raw) // 2
        await send({"type": "http.response.body", "body": raw[:half], "more_body": True})
        await send({"type": "http.response.body", "body": raw[half:]})


def ask(
    app: PackedFiles, path: str = HERE, method: str = "GET", **more: str
) -> tuple[int, Headers, bytes]:
    """The answer to a browser that takes gzip, unless `more` says otherwise.

    What is asked for is what stands in `path`, with its question.
    """
    said = []

    async def send(message) -> None:
        said.append(message)

    given = {"accept_encoding": "gzip, deflate", **more}
    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()]
    path, _, question = path.partition("?")
    scope = {"type": "http", "method": method, "path": path, "headers": told}
    scope["query_string"] = question.encode()
    asyncio.run(app(scope, None, send))
    body = b"".join(each.get("body", b"") for each in said[1:])
    return said[0]["status"], dict(said[0]["headers"]), body


def test_a_file_is_packed_once_and_is_the_same_when_unpacked() -> None:
    behind = Behind()
    app = PackedFiles(behind)
    for _ in range(3):
        status, told, body = ask(app)
        assert status == 200
        assert gzip.decompress(body) == SCRIPT.read_bytes()
        assert told[b"content-encoding"] == b"gzip"
        assert told[b"content-length"] == str(len(body)).encode()
        assert told[b"vary"] == b"Accept-Encoding"
    assert len(behind.asked) == 1


def test_a_browser_that_takes_brotli_gets_it_and_before_long_as_small_as_it_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("components.shell.packed_files.QUIET_SECONDS", 0)
    app, behind = PackedFiles(Behind()), SCRIPT.read_bytes()
    lengths = []
    deadline = time.monotonic() + 60
    while len(set(lengths)) < 2 and time.monotonic() < deadline:
        _, told, body = ask(app, accept_encoding="gzip, deflate, br;q=0.9, zstd")
        assert told[b"content-encoding"] == b"br"
        assert told[b"content-length"] == b"%d" % len(body)
        assert brotli.decompress(body) == behind
        lengths.append(len(body))
        time.sleep(0.05)
    assert lengths[-1] < 0.9 * lengths[0]
    assert lengths[-1] < 0.85 * len(gzip.compress(behind, 9))
    assert gzip.decompress(ask(app)[2]) == behind, "another browser takes no brotli"


def test_while_first_visits_come_it_is_packed_no_harder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.shell.packed_files.QUIET_SECONDS", 3600)
    behind = Behind(length=100_000)
    app = PackedFiles(behind)
    first = ask(app, accept_encoding="br")[2]
    assert len(brotli.compress(behind.raw)) < len(first)
    for _ in range(3):  # as long as it would take
        brotli.compress(behind.raw)
    assert ask(app, accept_encoding="br")[2] == first


@pytest.mark.parametrize(
    "ways",
    [
        {"accept_encoding": "identity"},
        {"accept_encoding": "br;q=0, gzip;q=0"},
        {"range": "bytes=0-9"},
        {"method": "HEAD"},
        {"path": "/media/x.js"},
        {"path": "/oversikt"},
    ],
)
def test_everything_else_is_sent_as_it_came(ways: dict[str, str]) -> None:
    status, told, body = ask(PackedFiles(Behind()), **ways)
    assert (status, body) == (200, SCRIPT.read_bytes())
    assert b"content-encoding" not in told


@pytest.mark.parametrize(
    "behind", [Behind(b"font/woff2"), Behind(b"text/html"), Behind(status=404)]
)
def test_what_cannot_be_packed_or_is_not_there_is_not_kept(behind: Behind) -> None:
    app = PackedFiles(behind)
    for count in (1, 2):
        status, told, body = ask(app)
        assert (status, body) == (behind.status, SCRIPT.read_bytes())
        assert b"content-encoding" not in told
        assert len(behind.asked) == count


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.shell.packed_files._MOST_BYTES", 150_000)
    behind = Behind()
    app = PackedFiles(behind)
    for name in ("a", "b", "b"):
        assert gzip.decompress(ask(app, f"/static/js/{name}.js")[2]) == SCRIPT.read_bytes()
    assert len(behind.asked) == 3
    ask(app, "/static/js/a.js")
    assert len(behind.asked) == 3


def test_every_icon_that_streamlit_names_is_in_the_part_of_its_font_that_is_served() -> None:
    whole = icons_of(TTFont(STATIC / ICON_FONT))
    assert len(whole) > 4000
    assert set(icons_of(TTFont(ICONS))) >= set(whole) & named()
    assert ICONS.stat().st_size < (STATIC / ICON_FONT).stat().st_size / 5
    status, told, body = ask(PackedFiles(Behind()), f"/{ICON_FONT}")
    assert (status, body) == (200, ICONS.read_bytes())
    assert told[b"content-type"] == b"font/woff2"


@pytest.mark.parametrize("address", LETTERS)
def test_the_part_of_the_typeface_that_is_served_has_every_sign_that_is_kept_and_its_weights(
    address: str,
) -> None:
    whole, part = TTFont(STATIC / address), TTFont(LETTERS[address])
    assert set(part.getBestCmap()) == set(whole.getBestCmap()) & kept()
    weights = [(a.axisTag, a.minValue, a.maxValue) for a in whole["fvar"].axes]
    assert [(a.axisTag, a.minValue, a.maxValue) for a in part["fvar"].axes] == weights
    app = PackedFiles(Behind(b"font/woff2"))
    assert ask(app, f"/{address}")[2] == LETTERS[address].read_bytes()
    assert ask(app, f"/{address}?hel")[2] == SCRIPT.read_bytes(), "the whole is Streamlit's own"


def test_the_whole_typeface_is_for_every_sign_that_is_not_kept_and_for_no_other() -> None:
    """Read from the rule that the browser gets, as a browser reads it."""
    for rule in other_signs().split("@font-face")[1:]:
        asked = rule.split("unicode-range:")[1].rstrip("}").split(",")
        ranges = [tuple(int(end, 16) for end in each[2:].split("-")) for each in asked]
        assert all(first <= last for first, last in ranges), "or a browser leaves the rule out"
        others = {code for first, last in ranges for code in range(first, last + 1)}
        assert others == set(range(0x110000)) - kept()
