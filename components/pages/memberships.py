"""Medlemskap: the register of what the municipality pays for, all of it or one membership."""

import streamlit as st

from components.memberships import membership_form, membership_page, register_page
from components.memberships.excel_view import show_excel
from components.shell import data, state, storage
from components.shell.missing import stop_without
from components.shell.page_head import page_head
from components.shell.picker import pick_listed
from components.shell.problems import show_problems
from natverkskollen.editing.register_entry import NEW

library = data.library()
if library.empty:
    stop_without(library)
page_head(
    "Medlemskap",
    "Här står vad ni betalar för, vem som ansvarar, vad det ger och vilka dagar ni ska hålla.",
)
register = register_page.chosen_register(library)
names = {state.ALL: "Alla", NEW: "Lägg till ett medlemskap"}
names |= {row.id: row.name for row in register.rows}
chosen = pick_listed("Medlemskap", state.MEMBERSHIP, names)
if chosen == state.ALL:
    register_page.show_all(library, register)
    show_excel(library, register, not storage.shared_writable())
elif chosen != NEW:
    membership_page.show_one(library, register.row(chosen))
elif storage.shared_writable():
    st.header("Nytt medlemskap", anchor=False)
    membership_form.show_form(library, NEW, None)
else:
    st.info("Här går inget att lägga till: inget kan sparas, eller så saknar du rätten.")
show_problems(library.problems_of(()) if library.headers else library.problems)
