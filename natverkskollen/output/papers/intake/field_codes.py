"""The fields of a Word file: which may be in a template, by the first word of the instruction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from natverkskollen.output.papers.intake.fault import TemplateFault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Those that show what is in the document itself or ask whoever has it open. Never one that fetches,
# links, embeds or starts anything.
ALLOWED = frozenset(
    """
    PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF STYLEREF SEQ TOC TC XE INDEX TOA TA
    DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME REVNUM FILENAME FILESIZE TEMPLATE AUTHOR
    TITLE SUBJECT KEYWORDS COMMENTS LASTSAVEDBY USERNAME USERINITIALS USERADDRESS INFO
    DOCPROPERTY DOCVARIABLE NUMWORDS NUMCHARS HYPERLINK BIBLIOGRAPHY CITATION FORMTEXT
    FORMCHECKBOX FORMDROPDOWN FILLIN ASK SET IF COMPARE QUOTE SYMBOL EQ ADVANCE LISTNUM
    AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST GOTOBUTTON MACROBUTTON MERGEFIELD
    MERGEREC MERGESEQ NEXT NEXTIF SKIPIF ADDRESSBLOCK GREETINGLINE BARCODE
    """.split()  # noqa: SIM905, since ninety words are read best as words
)
_CODE = re.compile(r"\s*([^\s\\\"{}]+)")
REMEDY = (
    "Markera fältet i Word och tryck Ctrl+Skift+F9, så blir det vanlig text. Tryck Alt+F9 för att "
    "se fälten"
)


def check_fields(root: Any) -> None:
    """Refuse a part of a Word file with a field that could fetch or start something."""
    for code in _codes(root):
        found = _CODE.match(code)
        name = found.group(1).upper() if found else ""
        nested = code[found.end() if found else 0 :].startswith("{")
        if nested or (code and not name.startswith("=") and name not in ALLOWED):
            shown = name[:30] or "utan namn"
            what = f"mallen har ett fält som kan läsa in innehåll eller starta något ({shown})"
            raise TemplateFault(what, REMEDY)


def _codes(root: Any) -> Iterator[str]:
    """Every instruction; a field inside the first word of another makes that one unknown."""
    open_: list[str] = []  # instructions being read, the innermost last
    reading: list[bool] = []  # whether each is still in its instruction
    for node in root.iter():
        if node.tag == f"{W}fldSimple":
            yield node.get(f"{W}instr", "")
        elif node.tag == f"{W}fldChar":
            state = node.get(f"{W}fldCharType")
            if state == "begin":
                if reading and reading[-1] and not re.match(r"\s*\S+\s", open_[-1]):
                    open_[-1] += "{"  # the name of the field is what another field says
                open_.append("")
                reading.append(True)
            elif state == "separate" and reading:
                reading[-1] = False
            elif state == "end" and open_:
                reading.pop()
                yield open_.pop().strip()
        elif node.tag in (f"{W}instrText", f"{W}delInstrText"):
            if open_ and reading[-1]:
                open_[-1] += node.text or ""
            else:
                yield node.text or ""
    yield from (code.strip() for code in open_)
