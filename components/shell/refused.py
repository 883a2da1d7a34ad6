"""What stands on a page that the person may not read: that it is so, and the way home."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.shell import html, rights, run
from components.shell.person import principal
from natverkskollen.dossier.access_reading import read_access
from natverkskollen.model.access import ACCESS_FILE
from natverkskollen.model.principal import LOCAL


def refuses(file: str, for_committee: bool) -> bool:
    """Whether a page (empty: an address that only leads on) is one the person may not read."""
    if for_committee:
        return not rights.rights().reads_networks()
    return bool(file) and file not in rights.pages()


def show_refused() -> None:
    """Why nothing is shown, whom to ask, and a link to what the person may read."""
    st.title("Du har inte rätt till sidan", anchor=False)
    html.paragraphs(_why(), "nk-lead")
    if way := rights.home():
        file, name = way
        st.page_link(f"{file}.py", label=f"Till {name}")


def shut(folder: Path) -> str:
    """That nobody is let in because of a mistake in the file with the rights; empty where not."""
    reading = read_access(folder)
    if reading is None or reading.model is not None:
        return ""
    return (
        f"Ingen släpps in just nu, eftersom filen {ACCESS_FILE} har ett fel. Den som sköter "
        "servern ser vilket med kommandot check."
    )


def _why() -> str:
    if why := shut(run.folder()):
        return why
    if principal() == LOCAL:
        return (
            f"Datamappen har filen {ACCESS_FILE}, så någon måste logga in, och inloggningen är "
            "inte påslagen. Den som sköter servern slår på den."
        )
    return "Sidan hör till en annan roll än din. Be en administratör om du behöver den."
