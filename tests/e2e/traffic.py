"""What a page said and asked for, so that a test can tell that it was nothing it should not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

# Opened at /jamfor, Streamlit asks once whether it is itself served below that path.
_STREAMLIT_PROBE = re.compile(r"/[a-z]+/_stcore/(health|host-config)$")


@dataclass
class Traffic:
    """What a page said and asked for; both lists are empty when all is well."""

    console_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Hear all that the page says: what is asked of the world outside is among it, as the
        browser finds nobody there. A frame tells it by what it shows."""
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on("websocket", lambda websocket: self._note(websocket.url))
        page.on("framenavigated", lambda frame: frame.parent_frame and self._note(frame.url))

    def follow(self, page: Page) -> None:
        """Hear of all that is asked for, too, which is a tenth more work for every page."""
        page.on("request", lambda request: self._note(request.url))

    def _hear(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not _STREAMLIT_PROBE.search(address):
            self.console_errors.append(f"{message.text} {address}")
            self._note(address)

    def _note(self, url: str) -> None:
        address = urlsplit(url)
        near = address.scheme in ("", "data", "blob", "about", "file")
        if not near and address.hostname != "127.0.0.1":
            self.outside_requests.append(url)
