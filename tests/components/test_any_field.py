"""Every text field of every page with texts of every kind: what is acknowledged opens again.

`make robust` tries every kind in every field; `make test` some of them.
"""

from __future__ import annotations

import logging
import time
import unicodedata
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.robustness.settings import Options
from natverkskollen.editing.typed import cleaned, unfit
from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.render import draft
from natverkskollen.store import read_library, store_at
from tests.components.answers.given import answer_texts
from tests.components.conftest import Opener, shown, unfolded
from tests.robust.kinds_of_text import KINDS, MARK
from tests.thorough import FULL

ID = "huddinge-2025"
MOST_SECONDS = 5  # of the processor's, for one step
PAGES = {
    "scoring": {"tema": "fokus", "bedomare": "forvaltningen"},
    "networks": {"del": "faktagranskning", "natverksfil": "sekom"},
    "outcome": {"vikter": "klimatmal"},
    "papers": {},
    "overview": {},
    "closing": {},
    "new_evaluation": {},
}
# Read as something else than text: filled in by themselves, so that the rest of a form is saved.
READ = ("date", "day", "dag", "inhabitants", "paragraf", "paragraph", "by", "dated", "version")
READ += ("next_evaluation", "amount", "year", "bort-namn", "from_date", "decided")
FIT = [kind for kind, text in KINDS.items() if text.strip() and not unfit(text)]
UNFIT = [kind for kind in KINDS if kind not in FIT]
# Every field of a page gets a kind of its own, and another one at each turn: so many turns, and
# the page has had every kind.
TURNS = {"scoring": 30, "networks": 54, "outcome": 80, "papers": 9, "overview": 7, "closing": 5}
TURNS["new_evaluation"] = 16
TRIED = [(page, turn) for page in PAGES for turn in range(TURNS[page] if FULL else 1)]
REFUSED = [(page, kind) for page in PAGES for kind in UNFIT] if FULL else [("scoring", "20 MB")]
BUTTONS = None if FULL else 2


def opened(open_page: Opener, page: str) -> AppTest:
    app = open_page(page, utvardering=ID, **PAGES[page])
    return unfolded(app) if page == "papers" else app


def fields(app: AppTest, read: bool) -> list:
    found = [*app.text_input, *app.text_area, *answer_texts(app)]
    return [each for each in found if str(each.key).split("/")[-1].endswith(READ) == read]


@pytest.mark.parametrize(("page", "turn"), TRIED)
def test_a_field_takes_any_text_or_says_why_not(page, turn, data, open_page, caplog, capfd):
    caplog.set_level(logging.INFO)
    for read in (False, True):
        app = opened(open_page, page)
        chosen = fields(app, read)
        given = {}
        for number, each in enumerate(chosen):
            kind = FIT[(turn * len(chosen) + number) % len(FIT)] if FULL else "everything at once"
            given[each.key] = (each.value or "", KINDS[kind])
            each.set_value(KINDS[kind])
        try_to_save(app)
        if page != "new_evaluation":
            look_again(data, open_page, page, given)
    nothing_is_in_the_log(caplog, capfd)
    if page in ("scoring", "papers", "overview") and (FULL or page == "papers"):
        every_paper(data)


@pytest.mark.parametrize(("page", "kind"), REFUSED)
def test_a_text_that_no_field_holds_is_kept_on_screen(
    page, kind, data, open_page, caplog, capfd
) -> None:
    caplog.set_level(logging.INFO)
    app = opened(open_page, page)
    first = fields(app, False)[0]
    given = {first.key: (first.value or "", KINDS[kind])}
    first.set_value(KINDS[kind])
    step(app, app.run)
    if unfit(KINDS[kind]):
        assert unfit(KINDS[kind]) in shown(app)
        assert next(each for each in fields(app, False) if each.key == first.key).value
    try_to_save(app)
    if page != "new_evaluation":
        look_again(data, open_page, page, given)
    nothing_is_in_the_log(caplog, capfd)


def try_to_save(app: AppTest) -> None:
    step(app, app.run)
    for key in [each.key for each in app.button if is_save(each)][:BUTTONS]:
        for button in [each for each in app.button if each.key == key]:
            step(app, button.click().run)


def look_again(folder: Path, open_page: Opener, page: str, given: dict) -> None:
    """A new session finds what was saved, or what was there before."""
    assert read_library(folder).problems == ()
    assert store_at(folder).verify(ID) == ()
    again = opened(open_page, page)
    assert not again.exception
    kept = {each.key: each.value or "" for read in (0, 1) for each in fields(again, bool(read))}
    for key, (was, text) in given.items():
        if "/avsnitt/" in key:
            continue  # a section that nobody has saved is written anew from all the rest
        assert alike(kept.get(key, was)) in (alike(was), alike(text), ""), key


def nothing_is_in_the_log(caplog, capfd) -> None:
    assert MARK not in caplog.text
    assert MARK not in "".join(capfd.readouterr())


def is_save(button) -> bool:
    return str(button.key).endswith("spara") or button.label == "Skapa utvärderingen"


def step(app: AppTest, take) -> None:
    """One step of a person's: no fault, and within the time."""
    start = time.process_time()
    take()
    took = time.process_time() - start
    assert not app.exception, app.exception
    assert "felnummer" not in shown(app).casefold()
    assert took < MOST_SECONDS, f"{took:.1f} s"


def alike(text: str) -> str:
    """A text as it may come back: cleaned, without the blanks that a form takes away."""
    if unfit(text):
        return text[:100]
    return "".join(unicodedata.normalize("NFC", cleaned(str(text))).split())


def every_paper(folder: Path) -> None:
    """Each of the four papers can be written in each format, or it is told why not."""
    start = time.process_time()
    sure = robustness(read_library(folder).dossier(ID), Options(draws=1000))
    written = draft(sure.result, folder, robustness=sure)
    for ending in ("txt", "docx", "pdf"):
        try:
            assert len(written.files(ending)) == 4
        except DataError as error:
            assert error.problems[0].remedy
    assert time.process_time() - start < 4 * MOST_SECONDS
