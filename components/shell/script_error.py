"""What a person sees when the program itself fails: what happened, what is safe, what to do."""

from __future__ import annotations

import logging

import streamlit as st

from natverkskollen.files.unexpected import fault

_LOG = logging.getLogger("natverkskollen")


def show_script_error(error: Exception) -> bool:
    """Log the error with a number and show that number in Swedish; True: nothing more is shown."""
    found = fault(error)
    _LOG.error("Fel %s: %s", found.number, found.trace)
    st.error(
        "Något gick fel i programmet när sidan skulle visas. Det du har sparat finns kvar. "
        f"Ladda om sidan. Återkommer felet: ge felnumret {found.number} till den som sköter "
        "programmet."
    )
    return True
