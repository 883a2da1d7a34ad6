"""The commands that write documents: `memo`, `papers`, `committee`, and `template check`.

What draws documents is slow to load and is therefore loaded only when a command is run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.cli.form import write_bytes
from natverkskollen.cli.person import asked_by
from natverkskollen.files.data_folder import existing_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store import clock, read_library

if TYPE_CHECKING:
    from natverkskollen.output.papers.render import Draft

Add = Callable[[str, str, Callable[..., int]], argparse.ArgumentParser]


def add_commands(add: Add) -> None:
    """Add the commands to the command line."""
    memo = add("memo", "skriv tjänsteskrivelsen", _memo)
    memo.add_argument("evaluation", metavar="UTVÄRDERING")
    memo.add_argument(
        "--to", choices=("docx", "pdf", "txt"), help="filformat (annars filens ändelse)"
    )
    memo.add_argument("--template", metavar="MALL")
    memo.add_argument("-o", "--output", required=True, metavar="FIL")

    papers = add("papers", "skriv alla handlingar: skrivelsen, bilagorna och källorna", _papers)
    papers.add_argument("evaluation", metavar="UTVÄRDERING")
    papers.add_argument("--to", choices=("docx", "pdf", "txt"), default="docx", help="filformat")
    papers.add_argument("--template", metavar="MALL")
    papers.add_argument("-o", "--output", required=True, metavar="MAPP")

    committee = add("committee", "skriv sammanfattningen för nämnden som en HTML-fil", _committee)
    committee.add_argument("evaluation", metavar="UTVÄRDERING")
    committee.add_argument("--template", metavar="MALL")
    committee.add_argument("-o", "--output", required=True, metavar="FIL")

    template = add("template", "kontrollera kommunens egen mall", _template)
    template.add_argument("action", choices=("check",), help="check: berätta om varje fel")
    template.add_argument("file", metavar="FIL", help="mallen, till exempel templates/min.docx")


def _memo(asked: argparse.Namespace) -> int:
    from natverkskollen.output.papers.render import FORMATS

    written = _draft(asked)
    ending = Path(asked.output).suffix.removeprefix(".").lower()
    kind = asked.to or (ending if ending in FORMATS else "docx")
    write_bytes(asked.output, FORMATS[kind](written, written.memo))
    print(asked.output)
    return 0


def _papers(asked: argparse.Namespace) -> int:
    written, folder = _draft(asked), Path(asked.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"mappen går inte att skapa ({error.strerror})"
        raise DataError([Problem(asked.output, 0, what, "Välj en annan plats")]) from None
    for name, content in written.files(asked.to).items():
        write_bytes(str(folder / name), content)
        print(folder / name)
    return 0


def _draft(asked: argparse.Namespace) -> Draft:
    """The papers asked for; what is odd about the register number is told beside."""
    from natverkskollen.output.papers.render import draft

    folder = existing_folder(asked.data)
    sure = robustness(read_library(folder, asked_by(asked)).dossier(asked.evaluation))
    written = draft(sure.result, folder, asked.template, sure, clock.now())
    odd = written.template.diarienummer_words(sure.result.evaluation.case.diarienummer)
    if odd:
        print(odd, file=sys.stderr)
    return written


def _committee(asked: argparse.Namespace) -> int:
    from natverkskollen.output.papers.template import read_template
    from natverkskollen.output.webpage.committee_file import committee_file

    folder = existing_folder(asked.data)
    dossier = read_library(folder, asked_by(asked)).dossier(asked.evaluation)
    template = read_template(folder, asked.template)
    sure = robustness(dossier)
    page = committee_file(sure, find_all(dossier, sure.result), template)
    write_bytes(asked.output, page.encode("utf-8"))
    print(asked.output)
    return 0


def _template(asked: argparse.Namespace) -> int:
    from natverkskollen.output.papers.docx import left_out
    from natverkskollen.output.papers.template_check import check_template

    problems = check_template(Path(asked.file))
    for problem in problems:
        print(problem)
    if not problems:
        print("Mallen går att använda.")
        for what in left_out(Path(asked.file).with_suffix(".docx")):
            print(f"Följer inte med i skrivelsen: {what}.")
    return 1 if problems else 0
