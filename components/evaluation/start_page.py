"""The first page: what the program does in three sentences, one picture, and the ways in."""

from __future__ import annotations

import streamlit as st

from components.shell import data, html, rights, state
from components.shell.markdown import plain
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.header import Header
from natverkskollen.dossier.library import Library
from natverkskollen.output.drawings.zones import zones

EXAMPLE = "huddinge-2025"
_MOST = 5
_WHAT = (
    "Ni svarar på samma frågor om varje nätverk och skriver varför. Programmet visar nätverken "
    "bredvid varandra, hur säkert resultatet är och vad som skulle ändra det. Ut kommer en "
    "tjänsteskrivelse i er egen mall, där varje siffra går att spåra."
)


def show_ways_in(library: Library) -> None:
    """What the program is for, and the links: a new evaluation, the example, and one's own."""
    html.paragraphs(_WHAT)
    with st.container(horizontal=True, key="vagar-in"):
        if rights.may_create():
            st.page_link("new_evaluation.py", label="Starta er utvärdering")
        if EXAMPLE in library.headers:
            asked = _to(EXAMPLE)
            st.page_link("overview.py", label="Se Huddinges exempel", query_params=asked)
    own = sorted(
        ((id_, each) for id_, each in library.headers.items() if _own(id_, each)),
        key=lambda each: each[1].day,
        reverse=True,
    )
    if own:
        st.header("Fortsätt med", anchor=False)
    for id_, header in own[:_MOST]:
        st.page_link("overview.py", label=plain(header.title), query_params=_to(id_))
    if len(own) > _MOST:
        html.paragraphs("Fler väljer du i listan till vänster.", "nk-quiet")


def _own(id_: str, header: Header) -> bool:
    return id_ != EXAMPLE and not header.fictional


def _to(evaluation: str) -> dict[str, str]:
    return {state.EVALUATION: evaluation}


def show_picture(library: Library) -> None:
    """The answer of the example, as Resultat draws it; nothing where it cannot be opened."""
    example = library.opened(EXAMPLE)[0] if EXAMPLE in library.ids else None
    if example is None:
        return
    st.header("Så kan svaret se ut", anchor=False)
    html.show(html.figure(zones(data.robustness_of(evaluate(example)))))
