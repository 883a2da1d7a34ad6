"""What a person sees when the program itself fails: what happened, what is safe, what to do."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

_LOG = logging.getLogger("natverkskollen")


def show_script_error(error: Exception) -> bool:
    """Log the error with a number and show that number in Swedish; True: nothing more is shown."""
    number = secrets.token_hex(3)
    _LOG.error("Fel %s", number, exc_info=error)
    st.error(
        "Något gick fel i programmet när sidan skulle visas. Det du har sparat finns kvar. "
        f"Ladda om sidan. Återkommer felet: ge felnumret {number} till den som sköter programmet."
    )
    return True
