"""The other tests would hear it if a page asked the world outside for anything."""

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.traffic import Traffic
from tests.e2e.walking import once


@pytest.mark.parametrize(
    "asking",
    [
        "<img src='https://images.example/a.png'>",
        "<img src='http://8.8.8.8/a.png'>",
        "<script src='https://scripts.example/a.js'></script>",
        "<link rel='stylesheet' href='https://sheets.example/a.css'>",
        "<style>p { background: url(https://pictures.example/a.png) }</style><p>a</p>",
        "<style>@font-face { font-family: a; src: url(https://fonts.example/a.woff2) }"
        "p { font-family: a }</style><p>a</p>",
        "<iframe src='https://frames.example/'></iframe>",
        "<script>fetch('https://asked.example/').catch(() => 0)</script>",
        "<script>fetch('https://silent.example/', { mode: 'no-cors' }).catch(() => 0)</script>",
        "<script>navigator.sendBeacon('https://told.example/', 'a')</script>",
        "<script>new EventSource('https://streams.example/')</script>",
        "<script>new WebSocket('wss://lines.example/')</script>",
    ],
)
def test_what_a_page_asks_of_the_world_outside_is_heard(
    asking: str, window: BrowserContext
) -> None:
    page, traffic = window.new_page(), Traffic()
    traffic.watch(page)
    page.set_content(asking)

    def heard() -> list[str]:
        page.evaluate("1")
        return traffic.outside_requests

    assert len(once(heard, bool)) == 1
    page.close()
