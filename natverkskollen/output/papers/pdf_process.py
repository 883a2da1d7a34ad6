"""Sets a PDF in a process of its own, since some texts take a typesetter any time or memory."""

from __future__ import annotations

import json

from natverkskollen.files.child_process import answer_of

CPU_SECONDS = 20
PATIENCE = 40  # seconds by the clock, on a machine that is busy with other things
_CHILD = "natverkskollen.output.papers.pdf_child"
_SHORTER = "Korta den längsta texten, eller ladda ner skrivelsen som Word-fil"


class PdfFault(Exception):
    """Why there is no PDF and what to do about it, in Swedish without full stops."""

    def __init__(self, what: str, remedy: str):
        self.what, self.remedy = what, remedy
        super().__init__(what)


def set_apart(said: str, written: int) -> bytes:
    """The PDF of a page, as pdf_child.set_page; PdfFault where there is none."""
    # Few threads: each reserves memory of its own, and the process has a limit for all of it.
    few = {"RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}
    given = json.dumps({"said": said, "written": written}).encode()
    told, content = answer_of(_CHILD, given, CPU_SECONDS, PATIENCE, few)
    if told.get("slow"):
        raise _too_slow()
    if "refused" in told:
        what = f"PDF-filen gick inte att skriva ({told['refused']})"
        remedy = "Ladda ner skrivelsen som Word-fil och meddela den som ansvarar för programmet"
        raise PdfFault(what, remedy)
    if told:
        raise PdfFault("en text är för stor eller ovanlig för en PDF", _SHORTER)
    return content


def _too_slow() -> PdfFault:
    return PdfFault(f"PDF-filen blev inte klar på {CPU_SECONDS} sekunder", _SHORTER)
