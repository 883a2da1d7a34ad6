"""The pages' addresses, and those of earlier versions that links in mail and minutes still have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

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


def led_on(pages: Mapping[str, StreamlitPage]) -> list[StreamlitPage]:
    """A hidden page for every earlier address that opens today's with the same choices.

    `pages` are today's by file name without ending.
    """
    return [
        st.Page(_to(pages[file]), title=pages[file].title, url_path=path, visibility="hidden")
        for path, file in _EARLIER.items()
    ]


def _to(page: StreamlitPage) -> Callable[[], None]:
    def lead_on() -> None:
        st.switch_page(page, query_params=dict(st.query_params))

    return lead_on
