"""Whether the data folder can be written: tried once when the program starts, told on every page.

Only a good result is kept: a disk that was full is tried again at the next click.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.shell import rights, run
from components.shell.markdown import plain
from natverkskollen.files.cache import Cache
from natverkskollen.files.data_folder import only_an_example
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Failed
from natverkskollen.store.shared import replica_at

_TRIED: Cache[bool] = Cache(16)


def trouble() -> Failed | None:
    """What keeps the folder from being written; None where all is well."""
    folder = run.folder()
    if _TRIED.peek(folder) or not folder.is_dir():
        return None
    if only_an_example(folder):
        what = "det här är det installerade programmets exempel"
        return Failed(what, "Starta med natverkskollen run, så läggs det i en egen mapp")
    return run.once("lagringen", lambda: _tried(folder))


def _tried(folder: Path) -> Failed | None:
    store = run.store()
    store.mend()  # what a crash left behind; broken files are told on Översikt
    run.networks().mend()
    run.memberships().mend()
    found = store.unwritable()
    _TRIED.renewed(folder, lambda _: found is None)
    return found


def writable() -> bool:
    """Whether anything can be saved."""
    return trouble() is None


def shared_writable() -> bool:
    """Whether the person can save in what every evaluation shares: networks and register."""
    return writable() and rights.may_share()


def closed(evaluation: Evaluation, may: bool | None = None) -> str:
    """Why nothing in the evaluation can be changed now, as a sentence; empty where it can.

    `may` is whether it is the person's to change (None: as a part of the case).
    """
    if evaluation.status == "final":
        return "Utvärderingen är färdigställd."
    if not (rights.may_edit(evaluation.id) if may is None else may):
        return "Du har inte rätt att ändra här."
    return "" if writable() else "Inget kan sparas just nu."


def show_closed(evaluation: Evaluation, what: str, may: bool | None = None) -> bool:
    """Say in the place of a form why `what` can be read but not changed. False: it can."""
    if why := closed(evaluation, may):
        st.info(f"{why} {what} går att läsa men inte att ändra.")
    return bool(why)


def show_trouble() -> None:
    """A banner where nothing can be saved; nothing otherwise."""
    if found := trouble():
        st.error(
            plain(
                f"Inget kan sparas just nu: {found.what}. {found.remedy}. "
                "Du kan läsa allt, men alla fält och knappar som sparar är låsta tills det är löst."
            )
        )
    elif found := _silence():
        st.warning(
            plain(
                f"{found.what.capitalize()}. Inget kan sparas förrän den svarar, och det du läser "
                "kan vara äldre än det som är sparat. Det du skriver står kvar i fältet: försök "
                "spara igen om en stund."
            )
        )


def _silence() -> Failed | None:
    """Why the database that servers share does not answer now, when it has done so before.

    The fields stay open: what somebody is writing in one is kept there until it can be saved.
    """
    replica = replica_at(run.folder())
    return run.once("databasen", replica.catch_up) if replica else None
