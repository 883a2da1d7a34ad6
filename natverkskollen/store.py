"""Saving one answer to its file the moment it changes, without overwriting anybody else's.

A save compares the answer the person saw with the one on disk: colleagues on different criteria
never collide, and a clash on the same one is told instead of decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from natverkskollen.answer import Answer, AnswerSheet
from natverkskollen.atomic_file import write_atomically
from natverkskollen.criterion import Criterion
from natverkskollen.evaluation import Evaluation
from natverkskollen.library import read_library
from natverkskollen.problem import DataError
from natverkskollen.reading import read_model
from natverkskollen.yaml_text import yaml_text

_LOCK_SECONDS = 5


@dataclass(frozen=True)
class Saved:
    """The answer is on disk."""

    answer: Answer


@dataclass(frozen=True)
class Conflict:
    """Somebody changed the same answer first; nothing was written."""

    mine: Answer
    theirs: Answer


@dataclass(frozen=True)
class Failed:
    """Nothing was written: what went wrong and what to do, in Swedish."""

    what: str
    remedy: str


Outcome = Saved | Conflict | Failed


def save_answer(
    folder: Path,
    evaluation: str,
    assessor: str,
    network: str,
    criterion: str,
    expected: Answer,
    answer: Answer,
) -> Outcome:
    """Put one answer in its file if the answer there is still the one the person saw."""
    try:
        dossier = read_library(folder).dossier(evaluation)
    except DataError as error:
        return Failed(str(error.problems[0]), "Rätta filen och försök igen")
    found = dossier.criteria.criterion(criterion)
    refusal = _refusal(dossier.evaluation, assessor, network)
    if refusal or found is None:
        return refusal or Failed(f"kriteriet '{criterion}' finns inte", "Ladda om sidan")
    path = folder / "evaluations" / evaluation / "answers" / f"{assessor}.yaml"
    lock = FileLock(folder / "evaluations" / evaluation / ".las", timeout=_LOCK_SECONDS)
    try:
        with lock:
            return _replace(path, assessor, network, found, expected, answer)
    except Timeout:
        return Failed(
            "filen är låst av någon annan just nu", "Vänta några sekunder och försök igen"
        )
    except OSError as error:
        return Failed(
            f"det gick inte att skriva {path.name} ({error.strerror or type(error).__name__})",
            "Kontrollera att disken har plats och att du får skriva i mappen",
        )


def _refusal(evaluation: Evaluation, assessor: str, network: str) -> Failed | None:
    if evaluation.status == "final":
        return Failed("utvärderingen är färdigställd och låst", "Öppna en ny version av den")
    if assessor not in {each.id for each in evaluation.assessors}:
        return Failed(f"bedömaren '{assessor}' finns inte i utvärderingen", "Välj en bedömare")
    if network not in {each.network for each in evaluation.memberships}:
        return Failed(f"nätverket '{network}' finns inte i utvärderingen", "Välj ett nätverk")
    return None


def _replace(
    path: Path,
    assessor: str,
    network: str,
    criterion: Criterion,
    expected: Answer,
    answer: Answer,
) -> Outcome:
    sheet = AnswerSheet(schema=1, assessor=assessor)
    header = ""
    if path.exists():
        reading = read_model(path, path.name, AnswerSheet)
        if reading.model is None:
            return Failed(str(reading.problems[0]), "Rätta filen och försök igen")
        sheet, header = reading.model, _header(path)
    there = sheet.answer(network, criterion)
    if there == answer:
        return Saved(answer)
    if there != expected:
        return Conflict(mine=answer, theirs=there)
    changed = sheet.with_answer(network, criterion, answer)
    write_atomically(path, header + yaml_text(changed))
    return Saved(answer)


def _header(path: Path) -> str:
    """The comment at the top of a file, which a rewrite keeps."""
    rows = []
    for row in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if not row.startswith("#"):
            break
        rows.append(row)
    return "".join(rows)
