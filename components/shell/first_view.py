"""What the page's head tells a browser that comes for the first time, so that it need not ask."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import streamlit

from components.shell.addresses import base
from components.shell.typefaces import other_signs

_STATIC = Path(streamlit.__file__).parent / "static"
# What every page shows, or most of them, by the file names that Streamlit gives the parts of its
# page; it fetches each the first time that it is to be shown.
SHOWN = ("Html", "PageLink", "Selectbox", "BidiComponent", "Button", "TextInput")
# The server's answer to _stcore/host-config, which the page asks for anew once it is open.
_SETTINGS = """allowedOrigins: [location.origin], useExternalAuthToken: false,
 enableCustomParentMessages: false, enforceDownloadInNewTab: false, metricsUrl: "",
 blockErrorDialogs: false, resourceCrossOriginMode: null"""


def told_in_head() -> str:
    """HTML for the head: where the server is, what the page will need, and the whole typeface.

    Without the first, Streamlit asks two addresses below the page's own, waits, and asks two more
    before it connects.
    """
    fetched = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
        for name in scripts_shown()
    )
    return (
        f"<script>window.__streamlit = {{BACKEND_BASE_URL: location.origin + {json.dumps(base())}, "
        f"HOST_CONFIG: {{{_SETTINGS}}}}}</script>"
        f"<style>{other_signs()}</style>{fetched}"
    )


@cache
def scripts_shown() -> tuple[str, ...]:
    """The files of SHOWN with all that they need, beyond what the page fetches from the start."""
    html = (_STATIC / "index.html").read_text(encoding="utf-8")
    first = re.findall(r"\./static/js/([^\"]+)", html)
    script = _STATIC / "static/js" / first[0]
    code = script.read_text(encoding="utf-8")
    listed = re.search(r"m\.f=\[(.*?)\]", code)
    files = re.findall(r'"([^"]+)"', listed[1]) if listed else []
    found: dict[str, None] = {}
    for name in SHOWN:
        part = re.search(rf"import\(`\./({name}\.[^`]+\.js)`\),__vite__mapDeps\(\[([\d,]+)\]", code)
        if part:
            needed = (files[int(place)].removeprefix("./") for place in part[2].split(","))
            found |= dict.fromkeys([part[1], *(each for each in needed if each.endswith(".js"))])
    return tuple(name for name in found if name not in first)
