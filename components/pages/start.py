"""Start: what the program is, a picture of its answer, and the ways in."""

from components.evaluation import start_page
from components.memberships.days_view import show_on_start
from components.shell import data
from components.shell.page_head import page_head
from components.shell.problems import show_problems

library = data.library()
page_head(
    "Nätverkskollen",
    "Här bedömer ni nätverken som kommunen betalar för, och får ett underlag att besluta på.",
)
start_page.show_ways_in(library)
show_on_start(data.register())
start_page.show_picture(library)
if not library.headers:
    show_problems(library.problems)
