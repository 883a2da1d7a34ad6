"""The scoring form as a workbook on the command line: `form` writes it, `answers` reads it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from natverkskollen.analysis.assessors import still_open
from natverkskollen.analysis.wording import answer_words
from natverkskollen.cli.outcome import must
from natverkskollen.cli.person import asked_by
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.filled_form import Forms
from natverkskollen.editing.score_form_intake import look_over, save_forms
from natverkskollen.editing.score_form_reading import read_forms
from natverkskollen.editing.score_form_row import FormAnswer, Intake
from natverkskollen.files.data_folder import existing_folder, folder_to_write
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.files.workbook_parts import UnreadableWorkbook
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.store import Failed, Store, Versioned, read_library, store_at
from natverkskollen.swedish.words import capital, counted

_CHANGED = Failed(
    "någon annan har just ändrat ett av svaren, så inget av bedömarens är sparat",
    "Läs in formuläret en gång till",
)


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the command line."""
    form = add("form", "skriv ett formulär att bedöma i, för Excel", _form)
    form.add_argument("evaluation", metavar="UTVÄRDERING")
    form.add_argument(
        "--assessor",
        action="append",
        default=[],
        metavar="BEDÖMARE",
        help="id på den som ska fylla i det (kan upprepas; annars alla som inte har lämnat in)",
    )
    form.add_argument("-o", "--output", required=True, metavar="FIL.xlsx")

    taken = add("answers", "läs in svaren ur ett ifyllt formulär", _answers)
    taken.add_argument("file", metavar="FIL.xlsx")
    taken.add_argument("--preview", action="store_true", help="visa vad som ändras, spara inget")
    taken.add_argument(
        "--conflicts",
        choices=("keep", "form"),
        default="keep",
        help="svar som någon annan också har ändrat: behåll filens (keep) eller ta formulärets",
    )


def _form(asked: argparse.Namespace) -> int:
    from natverkskollen.output.excel.score_form import score_form

    folder = existing_folder(asked.data)
    store = store_at(folder, asked_by(asked))
    dossier = read_library(folder, asked_by(asked)).dossier(asked.evaluation)
    now = _now(store, asked.evaluation)
    content = score_form(dossier, now, _people(dossier, asked.assessor))
    write_bytes(asked.output, content)
    print(asked.output)
    return 0


def write_bytes(path: str, content: bytes) -> None:
    """Write a file where it was asked for; DataError where that does not go."""
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        what = f"filen går inte att skriva ({error.strerror})"
        raise DataError([Problem(path, 0, what, "Välj en annan plats")]) from None


def read_bytes(path: str) -> bytes:
    """What a file holds; DataError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        what = f"filen går inte att läsa ({error.strerror})"
        raise DataError([Problem(path, 0, what, "Kontrollera namnet")]) from None


def _now(store: Store, evaluation: str) -> Versioned:
    now = store.get(evaluation)
    if isinstance(now, Failed):
        raise DataError([Problem(evaluation, 0, now.what, now.remedy)])
    return now


def _people(dossier: Dossier, asked: list[str]) -> tuple[Assessor, ...]:
    """Who the form is for; nobody's answers go to another while they are hidden."""
    evaluation = dossier.evaluation
    known = {each.id: each for each in still_open(evaluation)}
    names = ", ".join(known) or "ingen"
    for id_ in asked:
        if id_ not in known:
            what = f"bedömaren '{id_}' finns inte, eller har lämnat in"
            raise DataError([Problem(evaluation.id, 0, what, f"De som kan fylla i är {names}")])
    chosen = tuple(known[id_] for id_ in dict.fromkeys(asked or known))
    if not chosen:
        remedy = "Öppna svaren igen på Bedömning"
        raise DataError([Problem(evaluation.id, 0, "alla har lämnat in", remedy)])
    if len(chosen) > 1 and evaluation.hidden:
        what = "svaren är dolda för varandra tills alla har lämnat in"
        remedy = f"Skriv ett formulär för var och en med --assessor: {names}"
        raise DataError([Problem(evaluation.id, 0, what, remedy)])
    return chosen


def _answers(asked: argparse.Namespace) -> int:
    folder = existing_folder(asked.data)
    forms = _read(asked.file)
    evaluation = forms.sheets[0].head.evaluation
    store = store_at(folder, asked_by(asked))
    now = _now(store, evaluation)
    dossier = read_library(folder, asked_by(asked)).dossier(evaluation)
    intake = look_over(store, dossier, now, forms)
    for line in _lines(dossier, intake, asked.conflicts == "form"):
        print(line)
    left = intake.unclear or intake.locked or (intake.clashing and asked.conflicts == "keep")
    if asked.preview:
        print("Inget är sparat.")
        return 1 if left else 0
    folder_to_write(asked.data)
    chosen = {each.id for each in intake.clashing} if asked.conflicts == "form" else set()
    for assessor, outcome in save_forms(store, intake, chosen).items():
        must(outcome, assessor, _CHANGED)
    count = len(intake.changed) + len(chosen)
    print(f"{capital(counted(count, 'ett svar', 'svar'))} sparade.")
    return 1 if left else 0


def _read(file: str) -> Forms:
    try:
        return read_forms(read_bytes(file))
    except UnreadableWorkbook as refusal:
        raise DataError([Problem(file, 0, refusal.what, refusal.remedy)]) from None


def _lines(dossier: Dossier, intake: Intake, takes_form: bool) -> Iterator[str]:
    yield from intake.told
    for answer in intake.changed:
        yield f"{answer.place}: {_change(dossier, answer, answer.after)}."
    for each in intake.unclear:
        yield f"{each.place}: {each.what}. Sparas inte. {each.why}"
    for answer in intake.locked:
        change = _change(dossier, answer, answer.mine)
        yield f"{answer.place}: {change}. Sparas inte: svaret är inlämnat eller färdigställt."
    for answer in intake.clashing:
        told = "Formulärets svar tas" if takes_form else "Sparas inte"
        change = _change(dossier, answer, answer.mine)
        yield f"{answer.place}: {change}. {told}: någon annan har också ändrat svaret."
    yield f"{capital(counted(intake.unchanged, 'ett svar', 'svar'))} är som förut."


def _change(dossier: Dossier, each: FormAnswer, after: Answer) -> str:
    name = f"{each.criterion.title}, {dossier.networks[each.network].short}"
    old, new = (_words(dossier, each, answer) for answer in (each.theirs, after))
    return f"{name}: från {old} till {new}"


def _words(dossier: Dossier, each: FormAnswer, answer: Answer) -> str:
    parts = (
        answer_words(dossier.criteria, each.criterion, answer),
        " ".join((answer.rationale or "").split()),
        answer.grade,
    )
    return f"”{' | '.join(part for part in parts if part)}”"
