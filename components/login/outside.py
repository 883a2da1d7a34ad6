"""What one sees outside the door: who may come in, and the one button that leads there."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from components.login.stated import Refusal
from components.login.way_back import TO
from components.shell.swedish_shell import security_headers
from natverkskollen.output.webpage.style import style

SIGN_IN = "logga-in"
_NEVER_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def sign_in(to: str) -> str:
    """Where the button leads, below the program's path, to come to a page afterwards."""
    return f"{SIGN_IN}?{urlencode({TO: to})}" if to else SIGN_IN


def page(refusal: Refusal, button: tuple[str, str] | None, host: str) -> Response:
    """The whole page; `button` is the address it leads to and its words."""
    way = ""
    if button:
        way = f'<p><a class="nk-button" href="{escape(button[0])}">{escape(button[1])}</a></p>'
    html = (
        '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Logga in – Nätverkskollen</title><style>{style()}{_STYLE}</style></head>"
        f'<body class="nk-file"><main><h1>Nätverkskollen</h1><p>{escape(refusal.said)}</p>{way}'
        "</main></body></html>\n"
    )
    headers = {name.decode(): value.decode() for name, value in security_headers(host)}
    return HTMLResponse(html, refusal.status, headers={**headers, **_NEVER_KEPT})


def words(refusal: Refusal) -> Response:
    """The same for what is no page: a part of one, a file, a program that asks."""
    return PlainTextResponse(refusal.said, refusal.status, headers=_NEVER_KEPT)


_STYLE = """
main { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; }
.nk-button { display: inline-block; padding: .75rem 1.5rem; border-radius: .25rem;
  background: var(--nk-accent); color: var(--nk-paper); font-weight: 600; text-decoration: none; }
.nk-button:hover { text-decoration: underline; }
.nk-button:focus-visible { outline: 3px solid var(--nk-accent); outline-offset: 3px; }
"""
