"""What a signed link opens: the committee's page of one evaluation, whole and without a session."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from components.login import outside
from components.login.noted import AtTheDoor
from components.login.stated import Refusal
from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.robustness.robustness import Robustness, robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.files.cache import Cache
from natverkskollen.files.data_folder import data_folder
from natverkskollen.files.problem import DataError
from natverkskollen.files.server_settings import link_key
from natverkskollen.model.reading_link import NotALink, ReadingLink, read_link
from natverkskollen.output.papers.template import read_template
from natverkskollen.output.webpage.committee_file import committee_file
from natverkskollen.store import clock, read_library
from natverkskollen.store.door import rights_at

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    # As in the file itself, and nobody may frame it.
    "Content-Security-Policy": (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
}


async def linked_page(path: str, noted: AtTheDoor, host: str) -> Response:
    """The page, or why there is none; it is worked out beside the server's own thread."""
    try:
        link = read_link(path, link_key(), clock.now().astimezone().date())
        page = await run_in_threadpool(_page, link)
    except NotALink as error:
        noted.refused("link")
        return outside.page(Refusal("link", str(error)), None, host)
    noted.read_by_link(link)
    return HTMLResponse(page, headers=_HEADERS)


def _page(link: ReadingLink) -> str:
    folder = data_folder()
    if not rights_at(folder, link.reader).reads(link.evaluation):
        raise NotALink("Länken är återkallad. Be den som skickade den om en ny.")
    try:
        dossier = read_library(folder, link.reader).dossier(link.evaluation)
        template = read_template(folder)
    except DataError as error:
        raise NotALink(
            "Utvärderingen som länken gäller går inte att öppna just nu. Säg till den som skickade "
            "länken."
        ) from error
    found = evaluate(dossier)
    # Counted once for the same answers: a link may be followed by many, or by a machine.
    sure = _COUNTED.get((found.input_hash, repr(dossier.aside)), lambda: robustness(dossier))
    return committee_file(sure, find_all(dossier, found), template)


_COUNTED: Cache[Robustness] = Cache(16)
