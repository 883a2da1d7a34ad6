"""Whether a history holds: the chain line by line, the snapshots, and the files against it."""

from __future__ import annotations

from natverkskollen.dossier.file_reading import told_name
from natverkskollen.files.problem import Problem
from natverkskollen.store.contract import JOURNAL
from natverkskollen.store.files import read_state
from natverkskollen.store.journal import Journal, snapshot_faults
from natverkskollen.store.place import Place
from natverkskollen.store.plain_data import differences
from natverkskollen.store.recovery import Journals, look, sha256

_RESTORE = "Återställ filen ur en säkerhetskopia, eller fråga IT vem som har ändrat den"
_OPEN = "Öppna utvärderingen i programmet, så blir ändringen en version"


def place_problems(place: Place, name: str) -> tuple[Problem, ...]:
    """Everything in an evaluation's folder that does not follow from its history."""
    journal_name = f"{name}/{JOURNAL}"
    if not place.folder.is_dir():
        return (Problem(name, 0, "mappen finns inte", "Kontrollera namnet"),)
    try:
        contents = look(place, Journals())
    except OSError as error:
        return (Problem(name, 0, f"går inte att läsa ({error.strerror})", "Kontrollera mappen"),)
    journal = contents.journal
    found = list(journal_problems(journal, journal_name))
    if found or not journal.lines:
        return tuple(found)
    for file, expected in journal.files.items():
        raw = contents.raws.get(file)
        if raw is None:
            found.append(Problem(told_name(place.id, file), 0, "filen är borttagen", _OPEN))
        elif sha256(raw) != expected:
            what = "filen är ändrad utanför programmet sedan den senaste versionen"
            found.append(Problem(told_name(place.id, file), 0, what, _OPEN))
    for file in contents.raws.keys() - journal.files.keys():
        found.append(
            Problem(told_name(place.id, file), 0, "filen är tillagd utanför programmet", _OPEN)
        )
    if not found:
        state, problems = read_state(contents.raws, place.id)
        if problems or any(differences(journal.state or {}, state)):
            what = "historiken leder inte fram till det som står i filerna"
            found.append(Problem(journal_name, len(journal.lines), what, _RESTORE))
    return tuple(found)


def journal_problems(journal: Journal, name: str) -> tuple[Problem, ...]:
    """The first line that breaks the chain, or the snapshots that do not add up."""
    if journal.fault:
        number, why = journal.fault
        return (Problem(name, number, why, _RESTORE),)
    if journal.torn:
        what = "skrivningen av den sista raden avbröts"
        return (Problem(name, len(journal.lines) + 1, what, _OPEN),)
    what = "ögonblicksbilden stämmer inte med ändringarna före den"
    return tuple(Problem(name, n, what, _RESTORE) for n in snapshot_faults(journal))


def journal_of(raw: bytes | None) -> Journal:
    """The journal in some bytes."""
    return Journal().grown(raw or b"")
