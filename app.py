"""The front door: `streamlit run app.py` finds `app` here; the page is components/pages/menu.py."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from components.login.entrance import show_error
from components.login.front import door
from components.shell.at_once import answer_at_once
from components.shell.gate import Gate
from components.shell.hosts import believe_no_forwarded, leave_it_to_the_gate, never_look_outside
from components.shell.packed_files import PackedFiles
from components.shell.room import make_room
from components.shell.started import started
from components.shell.swedish_shell import SwedishShell
from components.shell.turns import let_saves_through
from components.shell.undisturbed import never_half_a_click

never_look_outside()
leave_it_to_the_gate()
believe_no_forwarded()
never_half_a_click()
let_saves_through()
answer_at_once()
hung, secrets = door()
app = st.App(
    "components/pages/menu.py",
    middleware=[
        Middleware(Gate, most=make_room()),
        hung,
        Middleware(GZipMiddleware, compresslevel=6),
        Middleware(SwedishShell),
        Middleware(PackedFiles),
    ],
    lifespan=started,
    on_script_error=show_error,
    secrets=secrets,
)
