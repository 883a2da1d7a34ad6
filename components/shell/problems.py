"""Problems in the data files as a person reads them: which file and line, what, what to do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.shell import html
from components.shell.markdown import plain
from natverkskollen.dossier.library import Library
from natverkskollen.files.problem import Problem
from natverkskollen.swedish.words import capital, counted


def show_problems(problems: Sequence[Problem], left: int = 0) -> None:
    """A table of every problem, or nothing where there is none; and how many files are unread."""
    if left:
        many = capital(counted(left, "en utvärdering", "utvärderingar"))
        words = f"{many} kontrolleras just nu. Ladda om sidan, så ser du om något är fel."
        html.paragraphs(words, "nk-quiet")
    if not problems:
        return
    st.warning(
        "Några filer har fel eller läses inte. Allt annat fungerar. "
        "Gör som det står nedan och ladda om sidan."
    )
    rows = [
        (
            html.Cell(p.file, small=f"rad {p.line}" if p.line else ""),
            html.Cell(f"{p.what}.", wide=True),
            html.Cell(f"{p.remedy}.", wide=True),
        )
        for p in problems
    ]
    html.table("Fel i datamappen", ("Fil", "Vad som är fel", "Gör så här"), rows)


def show_stale(library: Library, current: str, title: str) -> None:
    """That what is shown is not as the files are now; nothing where it is."""
    if library.opened(current)[0] is None:
        words = f"En fil i {title} har fått ett fel. Här visas det senaste som gick att läsa. "
        st.warning(plain(f"{words}Inget kan sparas förrän felet är rättat; det står på Översikt."))
