"""Problems in the data files as a person reads them: which file and line, what, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from components import html
from components.markdown import plain
from natverkskollen.library import Library
from natverkskollen.problem import Problem
from natverkskollen.swedish import capital, counted


def show_problems(problems: Sequence[Problem], left: int = 0) -> None:
    """A table of every problem, or nothing where there is none; and how many files are unread."""
    if left:
        many = capital(counted(left, "utvärdering", "utvärderingar"))
        words = f"{many} kontrolleras just nu. Ladda om sidan, så ser du om något är fel."
        html.paragraphs(words, "nk-quiet")
    if not problems:
        return
    st.warning(
        "Några filer har fel och kan inte visas. Allt annat fungerar. "
        "Rätta felen nedan i filerna och ladda om sidan."
    )
    rows = [
        (html.Cell(p.file, small=f"rad {p.line}" if p.line else ""), f"{p.what}.", f"{p.remedy}.")
        for p in problems
    ]
    html.table("Fel i datamappen", ("Fil", "Vad som är fel", "Gör så här"), rows)


def show_other_evaluation(asked: str, shown: str) -> None:
    """That the address names an evaluation that cannot be opened, and which is shown instead."""
    words = f"Utvärderingen {asked} går inte att öppna. Här visas i stället {shown}. "
    st.warning(plain(f"{words}Fel i filerna står sist på sidan Översikt."))


def show_last_readable(shown: str) -> None:
    """That somebody has broken a file of the open evaluation, and what is on screen meanwhile."""
    words = f"En fil i {shown} har fått ett fel. Här visas det senaste som gick att läsa. "
    st.warning(plain(f"{words}Inget kan sparas förrän felet är rättat; det står på Översikt."))


def stop_without_evaluations(library: Library) -> NoReturn:
    """What a page shows where no evaluation can be opened, and the end of its run."""
    st.title("Nätverkskollen", anchor=False)
    st.info(
        "Här finns ingen utvärdering att öppna. En utvärdering är en mapp i evaluations/ med "
        "filen evaluation.yaml. Filen evaluations/README.md visar hur den skrivs."
    )
    show_problems(library.problems)
    st.stop()
