"""The pages' addresses, and those of earlier versions that links in mail and minutes still have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.shell import html, state

Entry = tuple[str, str, str]

# The file, the name in the menu and the address of each page. An evaluation's pages in the order of
# the work, and below them what a person looks up.
MENU: tuple[Entry, ...] = (
    ("overview", "Översikt", "oversikt"),
    ("scoring", "Bedömning", "bedomning"),
    ("agreeing", "Enas", "enas"),
    ("networks", "Nätverken", "natverken"),
    ("outcome", "Resultat", "resultat"),
    ("papers", "Papper", "papper"),
    ("closing", "Klar", "klar"),
)
FOOT: tuple[Entry, ...] = (
    ("memberships", "Medlemskap", "medlemskap"),
    ("criteria", "Kriterier", "kriterier"),
    ("history", "Historik", "historik"),
    ("glossary", "Ordlista", "ordlista"),
    ("accessibility", "Tillgänglighet", "tillganglighet"),
)
# The first page answers at the bare address. Streamlit keeps a path of its own for it all the same,
# where nothing answers; it is one nobody would write.
START: Entry = ("start", "Nätverkskollen", "forsta-sidan")
PAGES = (START, *MENU, *FOOT, ("new_evaluation", "Ny utvärdering", "ny-utvardering"))

Choices = Mapping[str, str]

# What answers an address that leads nowhere; the server sends the browser here (swedish_shell.py).
LOST = "sidan-finns-inte"


def _with(**more: str) -> Callable[[Choices], Choices]:
    return lambda asked: {**more, **asked}


def _network(asked: Choices) -> Choices:
    """What was the part of Underlag about one network is the page of that network."""
    one = asked.get(state.NETWORK)
    return {**asked, **({state.NETWORK_FILE: one} if one else {})}


_EARLIER: dict[str, tuple[str, Callable[[Choices], Choices]]] = {
    "start": ("start", _with()),
    "bedom": ("scoring", _with()),
    "jamfor": ("outcome", _with()),
    "jamforelse": ("outcome", _with()),
    "kanslighet": ("outcome", _with(**{state.SECTION: state.CERTAINTY})),
    "kanslighetsanalys": ("outcome", _with(**{state.SECTION: state.CERTAINTY})),
    "underlag": ("networks", _network),
    "tjansteskrivelse": ("papers", _with()),
    "livscykel": ("closing", _with()),
    "arendet": ("overview", _with()),
}


def base() -> str:
    """The path that the program lies under, with a slash at each end."""
    said = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{said}/" if said else "/"


def below_base(path: str) -> str:
    """What is asked for below the path that the program lies under, without its first slash."""
    return path.strip("/").removeprefix(base().strip("/")).strip("/")


def leads_somewhere(path: str) -> bool:
    """Whether an address without its first slash is a page's, of today or an earlier version."""
    return path in {"", LOST, *_EARLIER, *(path for _, _, path in PAGES)}


def leads_to(path: str, asked: Choices) -> tuple[str, Choices]:
    """The page of today that an earlier address leads to, and the choices it opens with."""
    file, more = _EARLIER[path]
    return moved(file, more(asked))


def led_on(pages: Mapping[str, StreamlitPage]) -> list[StreamlitPage]:
    """A hidden page for every earlier address that opens today's with the same choices.

    The last is for the addresses that lead nowhere. `pages` are today's by file name without
    ending.
    """
    led = [
        st.Page(_to(path), title=pages[file].title, url_path=path, visibility="hidden")
        for path, (file, _) in _EARLIER.items()
    ]
    lost = st.Page(_lost, title="Sidan finns inte", url_path=LOST, visibility="hidden")
    return [*led, lost]


def moved(page: str, asked: Choices) -> tuple[str, Choices]:
    """The page that the choices in an address belong to now, and those choices as they are now.

    The bare address showed an evaluation, Enas was a view of Bedömning, and a part of Underlag
    belongs to Resultat.
    """
    if page == "start" and state.EVALUATION in asked:
        return "overview", asked
    if page == "scoring" and asked.get(state.QUESTIONS) == "enas":
        return "agreeing", {k: v for k, v in asked.items() if k != state.QUESTIONS}
    if page == "networks" and asked.get(state.PART) == "helheten":
        kept = {k: v for k, v in asked.items() if k not in (state.PART, state.NETWORK_FILE)}
        return "outcome", {**kept, state.SECTION: state.TOGETHER}
    return page, asked


def move(page: str) -> None:
    """Go on to the page that the choices in the address belong to, if it is another."""
    to, asked = moved(page, dict(st.query_params))
    if to != page:
        st.switch_page(f"{to}.py", query_params=asked)


def _lost() -> None:
    st.title("Sidan finns inte", anchor=False)
    html.paragraphs(
        "Adressen leder ingenstans. Länken kan vara gammal, avklippt eller felskriven.", "nk-lead"
    )
    asked = dict(st.query_params)
    st.page_link("overview.py", label="Till Översikt", query_params=asked)


def _to(path: str) -> Callable[[], None]:
    def lead_on() -> None:
        file, asked = leads_to(path, dict(st.query_params))
        st.switch_page(f"{file}.py", query_params=asked)

    return lead_on
