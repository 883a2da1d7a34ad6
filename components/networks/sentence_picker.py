"""A sentence picked in a document: sought, or found by page, with its neighbours where needed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

import streamlit as st

from components.shell import html, run
from components.shell.markdown import plain
from components.shell.picker import distinct
from components.shell.text_fields import text_line
from natverkskollen.dossier.document_reading import Read, kept_document
from natverkskollen.dossier.document_text import Part
from natverkskollen.dossier.sentences import Sentence, found_at, joined, sentences, sought
from natverkskollen.swedish.words import capital, counted

_HEIGHT, _MOST, _CHUNK, _NEIGHBOURS = 380, 60, 40, 4
Keys = Callable[[str], str]


def document_read(file: str | None) -> Read | None:
    """What stands in a document of the data folder; None where it is not kept there."""
    if not file:
        return None
    with st.spinner("Läser dokumentet"):
        return run.once(("dokument", file), lambda: kept_document(run.folder(), file))


def show_picker(key: Keys, read: Read | None, take: Callable[[Sentence], None]) -> None:
    """The document's sentences to choose among; `take` gets the one that is used.

    Nothing where the document is not kept in the data folder.
    """
    if read is None:
        return
    if not isinstance(read, tuple):
        html.paragraphs(f"Dokumentet {read.what}. {read.remedy}.", "nk-failed")
        return
    with st.container():
        found = _chosen(key, read)
    if found is None:
        return
    html.paragraphs(f"”{found.text}”", "nk-text")
    html.paragraphs(found.place, "nk-quiet")

    def use(sentence: Sentence) -> None:
        take(sentence)
        st.session_state[key("vald")] = secrets.token_hex(4)

    st.button("Använd meningen", key=key("anvand"), on_click=use, args=(found,))
    if turn := st.session_state.pop(key("vald"), ""):
        html.told("Meningen och platsen står nu i fälten nedanför.", True, turn)


def _chosen(key: Keys, read: tuple[Part, ...]) -> Sentence | None:
    """The sentence with its neighbours, or the text that was pasted; None until there is one."""
    wanted = text_line("Sök i dokumentet, eller klistra in meningen", key=key("sok")).strip()
    every = sentences(read)
    if not wanted:
        return _picked(key, every, _of_page(key, read, every))
    hits = sought(every, wanted)
    if not hits:
        pasted = found_at(wanted, read)
        if pasted is None:
            html.paragraphs("Det står inte i dokumentet.", "nk-failed")
        return pasted
    many = capital(counted(len(hits), "en mening", "meningar"))
    more = f" De första {_MOST} visas: sök på något mer." if len(hits) > _MOST else ""
    html.paragraphs(f"{many} har de orden.{more}", "nk-quiet")
    return _picked(key, every, hits[:_MOST], places=True)


def _of_page(key: Keys, read: tuple[Part, ...], every: Sequence[Sentence]) -> list[int]:
    """The sentences of one page or heading, chosen in a list; of a text, some lines of it."""
    if len(read) == 1 and not read[0].place:
        groups = [list(range(n, min(n + _CHUNK, len(every)))) for n in range(0, len(every), _CHUNK)]
        names = [f"{every[each[0]].place}–{every[each[-1]].place[4:]}" for each in groups]
    else:
        by_place: dict[str, list[int]] = {}
        for position, sentence in enumerate(every):
            by_place.setdefault(sentence.place, []).append(position)
        groups, names = list(by_place.values()), list(by_place)
    if len(groups) < 2:
        return groups[0] if groups else []
    shown = distinct({str(n): name for n, name in enumerate(names)})
    chosen = st.selectbox(
        "Del av dokumentet", list(shown), format_func=lambda n: shown[n], key=key("sida")
    )
    return groups[int(chosen)]


def _picked(
    key: Keys, every: Sequence[Sentence], listed: Sequence[int], places: bool = False
) -> Sentence | None:
    names = distinct({str(n): every[n].text for n in listed})
    if st.session_state.get(key("mening")) not in (None, *names):  # of another page
        del st.session_state[key("mening")]
    with st.container(height=_HEIGHT if len(listed) > 6 else "content"):
        chosen = st.radio(
            "Välj meningen",
            list(names),
            None,
            format_func=lambda n: plain(names[n]),
            captions=[every[n].place for n in listed] if places else None,
            key=key("mening"),
        )
    if chosen is None:
        return None
    with st.container(horizontal=True):
        before, after = (
            st.selectbox(label, range(_NEIGHBOURS), key=key(name), width=160)
            for label, name in (("Meningar före", "fore"), ("Meningar efter", "efter"))
        )
    at = int(chosen)
    return joined(every[max(0, at - before) : at + after + 1])
