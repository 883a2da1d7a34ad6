"""The page shell Streamlit serves, made Swedish and safe before it reaches the browser.

Streamlit 1.67 has no setting for the language of the page or of its built-in words
(docs/beslut/0003-svenskt-skal.md), so the shell's HTML gets lang="sv", our title, a script that
replaces the built-in English words, and security headers.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.shell.addresses import LOST, base, below_base, leads_somewhere
from components.shell.first_view import told_in_head
from components.shell.hosts import answers_to, names
from components.shell.packed_files import PLACE

TITLE = "Nätverkskollen"
_WITHOUT_SCRIPT = "<noscript>Nätverkskollen behöver JavaScript för att visas.</noscript>"
_SCRIPT = Path(__file__).with_name("swedish_shell.js").read_text(encoding="utf-8")
# What else stands in the page's head, in this order; each file says what it is for.
_MORE = "".join(
    Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8")
    for name in (
        *("announcer", "typing", "elements", "choices", "answer_fields"),
        *("questions", "address", "mistakes", "days"),
    )
)
_WORDS = json.loads(Path(__file__).with_name("swedish_shell.json").read_text(encoding="utf-8"))

# Streamlit and Plotly style elements inline and compile templates, hence the two 'unsafe-' words;
# nothing may be loaded from, framed by or posted to another place.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'{here}",
        "worker-src 'self' blob:",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
)
_WHOLE = (b"accept-encoding", b"if-none-match", b"if-modified-since")
_NO_PAGE = (".js", ".css", ".woff2")
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


def security_headers(host: str) -> list[tuple[bytes, bytes]]:
    """What every answer says the browser may do, at the host that the browser asked for.

    Not every browser takes 'self' to mean our WebSocket too, so its address is written out.
    """
    here = f" ws://{host} wss://{host}" if host else ""
    return [(b"content-security-policy", _POLICY.format(here=here).encode("latin-1")), *_HEADERS]


@lru_cache(maxsize=2)
def swedish_html(html: str) -> str:
    """The shell's HTML in Swedish: language, title, and the scripts that translate and announce."""
    html = re.sub(r"<noscript>.*?</noscript>", _WITHOUT_SCRIPT, html, count=1, flags=re.DOTALL)
    script = _SCRIPT.replace("__WORDS__", json.dumps(_WORDS, ensure_ascii=False))
    return (
        html.replace('<html lang="en">', '<html lang="sv">', 1)
        .replace("<title>Streamlit</title>", f"<title>{TITLE}</title>", 1)
        .replace("</head>", f"<script>{script}{_MORE}</script>{told_in_head()}</head>", 1)
    )


class SwedishShell:
    """Middleware: rewrites HTML answers and adds the security headers to every answer."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # An answer that is rewritten has to come whole and unpacked.
        whole = () if below_base(scope["path"]).startswith(PLACE) else _WHOLE
        headers = [(name, value) for name, value in scope["headers"] if name not in whole]
        asked = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        # A policy holds for a page. For what a page is built of it would be half of what is sent.
        shown = whole or not scope["path"].endswith(_NO_PAGE)
        more = security_headers(asked if answers_to(asked, names()) else "")[0 if shown else 1 :]
        if below_base(scope["path"]).startswith("media/"):
            more.append((b"cache-control", b"no-store"))  # a paper is left in nobody's browser
        page = _Page(send, more, _lost(scope))
        await self.app({**scope, "headers": headers}, receive, page)


def _lost(scope: Scope) -> str | None:
    """Where a browser that asks for no page of ours is sent, with its question; else None.

    Streamlit's own answer is the first page with an English notice, or below another page nothing
    at all, as its files are then sought in the wrong place.
    """
    if leads_somewhere(below_base(scope["path"])):
        return None
    asked = scope.get("query_string", b"").decode("latin-1")
    return f"{base()}{LOST}" + (f"?{asked}" if asked else "")


def _to(address: str, more: list[tuple[bytes, bytes]]) -> Message:
    headers = [(b"location", address.encode("latin-1")), (b"content-length", b"0"), *more]
    return {"type": "http.response.start", "status": 307, "headers": headers}


class _Page:
    """Collects an HTML answer and sends it rewritten; passes every other answer straight on."""

    def __init__(self, send: Send, more: list[tuple[bytes, bytes]], lost: str | None = None):
        self.send = send
        self.more = more
        self.lost = lost
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *self.more]}
            told = {name.lower(): value for name, value in message["headers"]}
            # A file that a person downloads is handed over as it is, HTML or not.
            shown = not told.get(b"content-disposition", b"").startswith(b"attachment")
            if shown and told.get(b"content-type", b"").startswith(b"text/html"):
                self.start = message if self.lost is None else _to(self.lost, self.more)
                return
        elif message["type"] == "http.response.body" and self.start is not None:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish()
            return
        await self.send(message)

    async def _finish(self) -> None:
        assert self.start is not None
        if self.lost is not None:
            await self.send(self.start)
            await self.send({"type": "http.response.body", "body": b""})
            return
        body = swedish_html(self.body.decode("utf-8")).encode("utf-8")
        kept = [
            (n, v)
            for n, v in self.start["headers"]
            if n.lower() not in (b"content-length", b"etag")
        ]
        length = (b"content-length", str(len(body)).encode())
        await self.send({**self.start, "headers": [*kept, length]})
        await self.send({"type": "http.response.body", "body": body})
