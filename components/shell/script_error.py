"""What a person sees when the program itself fails: what happened, what is safe, what to do."""

from __future__ import annotations

import logging

import streamlit as st

from components.shell.markdown import plain
from natverkskollen.files.problem import DataError
from natverkskollen.files.unexpected import fault

_LOG = logging.getLogger("natverkskollen")


def show_script_error(error: Exception) -> bool:
    """Log the error with a number and show that number in Swedish; True: nothing more is shown.

    What is wrong with the data, or where it is kept, is told as it is.
    """
    if isinstance(error, DataError):
        for problem in error.problems:
            _LOG.error("%s", problem)
            st.error(plain(f"{problem}"))
        return True
    found = fault(error)
    _LOG.error("Fel %s: %s", found.number, found.trace)
    st.error(
        "Något gick fel i programmet när sidan skulle visas. Det du har sparat finns kvar. "
        f"Ladda om sidan. Återkommer felet: ge felnumret {found.number} till den som sköter "
        "programmet."
    )
    return True
