"""The front door: `streamlit run app.py` finds `app` here; the page is components/pages/menu.py."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from components.shell.script_error import show_script_error
from components.shell.swedish_shell import SwedishShell

app = st.App(
    "components/pages/menu.py",
    middleware=[Middleware(GZipMiddleware, compresslevel=6), Middleware(SwedishShell)],
    on_script_error=show_script_error,
)
