"""The pages' addresses, and those of earlier versions that links in mail and minutes still have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.shell import html

# The first page answers at the bare address. Streamlit keeps a path of its own for it all the same,
# where nothing answers; it is one nobody would write, so that the page's own name can lead there.
PAGES = (
    ("overview", "Översikt", "forsta-sidan"),
    ("evidence", "Underlag", "underlag"),
    ("scoring", "Bedömning", "bedomning"),
    ("comparison", "Jämförelse", "jamforelse"),
    ("sensitivity", "Känslighetsanalys", "kanslighetsanalys"),
    ("memo", "Tjänsteskrivelse", "tjansteskrivelse"),
    ("networks", "Nätverken", "natverken"),
    ("criteria", "Kriterier", "kriterier"),
    ("history", "Historik", "historik"),
    ("life", "Ärendet", "arendet"),
    ("new_evaluation", "Ny utvärdering", "ny-utvardering"),
    ("accessibility", "Tillgänglighet", "tillganglighet"),
)
_EARLIER = {
    "oversikt": "overview",
    "start": "overview",
    "bedom": "scoring",
    "jamfor": "comparison",
    "kanslighet": "sensitivity",
    "livscykel": "life",
}


# What answers an address that leads nowhere; the server sends the browser here (swedish_shell.py).
LOST = "sidan-finns-inte"


def leads_somewhere(path: str) -> bool:
    """Whether an address without its first slash is a page's, of today or an earlier version."""
    return path in {"", LOST, *_EARLIER, *(path for _, _, path in PAGES)}


def led_on(pages: Mapping[str, StreamlitPage]) -> list[StreamlitPage]:
    """A hidden page for every earlier address that opens today's with the same choices.

    The last is for the addresses that lead nowhere. `pages` are today's by file name without
    ending.
    """
    led = [
        st.Page(_to(pages[file]), title=pages[file].title, url_path=path, visibility="hidden")
        for path, file in _EARLIER.items()
    ]
    lost = st.Page(_lost, title="Sidan finns inte", url_path=LOST, visibility="hidden")
    return [*led, lost]


def _lost() -> None:
    st.title("Sidan finns inte", anchor=False)
    html.paragraphs(
        "Adressen leder ingenstans. Länken kan vara gammal, avklippt eller felskriven.", "nk-lead"
    )
    st.page_link("overview.py", label="Till Översikt")


def _to(page: StreamlitPage) -> Callable[[], None]:
    def lead_on() -> None:
        st.switch_page(page, query_params=dict(st.query_params))

    return lead_on
