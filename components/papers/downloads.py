"""The papers of a case as files to download: one by one, or all in one."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.evaluation.workbook_download import show_workbook
from components.shell import state
from components.shell.problems import show_problems
from natverkskollen.files.cache import Cache
from natverkskollen.files.file_cache import stamp_of
from natverkskollen.files.problem import DataError
from natverkskollen.output.bundle import zip_bytes
from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.docx import is_ours
from natverkskollen.output.papers.paper_set import TITLES
from natverkskollen.output.papers.render import FORMATS, Draft
from natverkskollen.output.papers.template_process import keep_one_ready

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}
NAMES = {"docx": "Word", "pdf": "PDF", "txt": "Ren text"}


def show_downloads(written: Draft) -> None:
    """The format, the memo first, then the others and all of them; or why there is no file."""
    with st.container(key="ladda-ner", gap="xsmall"):
        _show_files(written)
    show_workbook(written.result.evaluation)


def _show_files(written: Draft) -> None:
    kind = st.segmented_control(
        "Filformat",
        list(FORMATS),
        default="docx",
        format_func=NAMES.__getitem__,
        key=state.case_key(written.result.evaluation.id, "filformat"),
        required=True,
    )
    try:
        memo = _memo(written, kind)
    except DataError as error:
        show_problems(error.problems)
        return
    with st.container(horizontal=True):
        st.download_button(
            "Ladda ner tjänsteskrivelsen",
            memo,
            file_name=written.file_name(written.memo, kind),
            mime=MIME[kind],
            type="primary",
            on_click="ignore",
        )
        for paper in written.papers[1:]:
            st.download_button(
                TITLES[paper.id].partition(". ")[0],
                _later(written, paper, kind),
                file_name=written.file_name(paper, kind),
                mime=MIME[kind],
                help=TITLES[paper.id],
                on_click="ignore",
            )
        st.download_button(
            "Alla handlingar",
            lambda: _all(written, kind),
            file_name=f"handlingar-{written.result.evaluation.id}-{kind}.zip",
            mime="application/zip",
            help="Skrivelsen, bilagorna och källorna i en zip-fil",
            on_click="ignore",
        )


def _memo(written: Draft, kind: str) -> bytes | Callable[[], bytes]:
    """The memo as a file, written at once where a fault in the template is to be told before
    anybody clicks, or where there is something to wait for."""
    if kind == "txt" or (kind == "docx" and is_ours(written.word_template)):
        return _later(written, written.memo, kind)
    with st.spinner(f"Skriver tjänsteskrivelsen som {NAMES[kind]} …"):
        return _file(written, written.memo, kind)


def _later(written: Draft, paper: Paper, kind: str) -> Callable[[], bytes]:
    return lambda: _file(written, paper, kind)


def _all(written: Draft, kind: str) -> bytes:
    return zip_bytes({written.file_name(p, kind): _file(written, p, kind) for p in written.papers})


def _file(written: Draft, paper: Paper, kind: str) -> bytes:
    """A file as it was last written for the same content, or written now."""

    def make() -> bytes:
        content = FORMATS[kind](written, paper)
        if kind != "txt" and not is_ours(written.word_template):
            keep_one_ready()
        return content

    template = stamp_of(written.word_template) if kind != "txt" else ()
    return _FILES.get((paper, template, kind), make)


# A file is a pure function of the key, so sharing it between sessions cannot mix them up.
_FILES: Cache[bytes] = Cache(48)
